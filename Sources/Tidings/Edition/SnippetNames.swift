/// File names for articles: safe, and no two alike.
struct SnippetNames {
  private let names: [String: String]

  init(_ ids: [String]) {
    var names: [String: String] = [:]
    var taken: Set<String> = []
    for id in ids {
      let plain = Slug.fileName(id)
      var name = plain
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(plain)-\(number)"
        number += 1
      }
      names[id] = name
    }
    self.names = names
  }

  subscript(id: String) -> String { names[id] ?? Slug.fileName(id) }
}
