/// Takes an article once that several sources bring under one address.
struct Doubles {
  /// Leaves the first picked article of each address: a folder's before a feed's, then by id.
  func settle(_ reasons: inout [Reason], of articles: [Article]) {
    var taken: [String: Int] = [:]
    for (index, article) in articles.enumerated() where reasons[index].isPicked {
      for key in Self.keys(of: article) {
        guard let other = taken[key], other != index else {
          taken[key] = index
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
    [article.url, article.origin?.url].compactMap { $0.map(key) }.unique
  }

  /// An address without what may differ between two ways to write it: scheme, `www.`, fragment,
  /// the marks of a campaign, and how a folder's own page ends.
  private static func key(_ url: WebURL) -> String {
    let text = url.text
    let rest = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text[...]
    let address = rest.prefix { $0 != "#" }
    let parts = address.split(separator: "?", maxSplits: 1)
    let place = parts.first ?? ""
    var path = place.drop { $0 != "/" }
    for ending in ["/index.html", "/index.htm", "/"] where path.hasSuffix(ending) {
      path = path.dropLast(ending.count)
    }
    let query = (parts.count > 1 ? parts[1] : "").split(separator: "&")
      .filter { !$0.hasPrefix("utm_") }.joined(separator: "&")
    return url.host + path + (query.isEmpty ? "" : "?" + query)
  }
}
