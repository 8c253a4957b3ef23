/// File names for articles: safe, and no two alike.
struct SnippetNames {
  private let names: [String: String]

  init(_ articles: [Article]) {
    var names: [String: String] = [:]
    var taken: Set<String> = []
    for article in articles {
      let plain = Slug.fileName(article.slug.isEmpty ? article.id : article.slug)
      var name = plain
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(plain)-\(number)"
        number += 1
      }
      names[article.id] = name
    }
    self.names = names
  }

  subscript(id: String) -> String { names[id] ?? Slug.fileName(id) }
}
