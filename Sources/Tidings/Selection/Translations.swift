/// Takes one of several translations of an article.
struct Translations {
  /// Matches the whole tag or its beginning; nil for the one that marks no language.
  let preferred: String?

  /// Leaves one picked article of each group of translations, and none when one went out before.
  func settle(_ reasons: inout [Reason], of articles: [Article]) {
    let marked = Set(articles.lazy.compactMap(\.translationKey))
    guard !marked.isEmpty else { return }
    let isByPath = marked.contains { $0.hasPrefix("path:") }
    var groups: [String: [Int]] = [:]
    for (index, article) in articles.enumerated() {
      if let key = article.translationKey {
        groups[key, default: []].append(index)
      } else if isByPath {
        let key = ArticlePath.translationKey(ofUnmarked: article.path)
        if marked.contains(key) { groups[key, default: []].append(index) }
      }
    }
    for members in groups.values where members.count > 1 {
      let picked = members.filter { reasons[$0].isPicked }
      if members.contains(where: { reasons[$0] == .alreadySent }) {
        for index in picked { reasons[index] = .alreadySent }
      } else if picked.count > 1,
        let best = picked.min(by: { rank(articles[$0]) < rank(articles[$1]) })
      {
        for index in picked where index != best {
          reasons[index] = .translation(of: articles[best].path)
        }
      }
    }
  }

  /// The lowest is taken: the preferred language, then the unmarked one, then by language and id.
  private func rank(_ article: Article) -> (Int, String, String) {
    let language = article.language?.lowercased() ?? ""
    guard let preferred = preferred?.lowercased() else {
      return (article.language == nil ? 0 : 1, language, article.id)
    }
    if language == preferred { return (0, language, article.id) }
    let isNear =
      language.hasPrefix(preferred + "-") || preferred.hasPrefix(language + "-")
    return (isNear && !language.isEmpty ? 1 : language.isEmpty ? 2 : 3, language, article.id)
  }
}
