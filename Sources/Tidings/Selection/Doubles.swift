/// Takes an article once that several sources bring under one address.
struct Doubles {
  /// Leaves the first picked article of each address: a folder's before a feed's, then by id.
  func settle(_ reasons: inout [Reason], of articles: [Article]) {
    var taken: [String: Int] = [:]
    for (index, article) in articles.enumerated() where reasons[index].isPicked {
      for key in Self.keys(of: article) {
        guard let other = taken[key], other != index,
          // Two files of one folder are two articles, whatever they say of their origin.
          article.root.isEmpty || articles[other].root.isEmpty
        else {
          taken[key] = taken[key] ?? index
          continue
        }
        let (kept, left) =
          Self.precedes(articles[other], article) ? (other, index) : (index, other)
        taken[key] = kept
        reasons[left] = .double(of: articles[kept].path)
        if left == index { break }
      }
    }
  }

  private static func precedes(_ one: Article, _ other: Article) -> Bool {
    if one.root.isEmpty != other.root.isEmpty { return !one.root.isEmpty }
    return one.id.utf8.lexicographicallyPrecedes(other.id.utf8)
  }

  private static func keys(of article: Article) -> [String] {
    [article.url, article.origin?.url].compactMap { $0?.place }.unique
  }
}
