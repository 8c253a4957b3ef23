/// The snippets of a preview, network by network.
struct PreviewSnippets: Sendable {
  /// In the order in which the networks come first.
  let groups: [Group]

  /// The snippets for one network.
  struct Group: Sendable {
    let network: String
    let count: Int
    let posted: Int
    let refused: Int
    let cards: [Markup]
  }

  /// `networks` count the parts of a series.
  init(_ snippets: [NotedSnippet], of edition: Edition, networks: [Network]) {
    let titles = Dictionary(
      edition.articles.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let known = Dictionary(
      (networks + Network.all).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    groups = snippets.map(\.snippet.network).unique.map { id in
      let own = snippets.filter { $0.snippet.network == id }
      return Group(
        network: id, count: own.count, posted: own.count { $0.posted != nil },
        refused: own.count { !$0.snippet.valid },
        cards: own.enumerated().map { index, noted in
          PreviewSnippet(
            noted, title: titles[noted.snippet.article] ?? noted.snippet.article,
            place: "\(id)-\(index + 1)", network: known[id]
          ).markup
        })
    }
  }

  /// What the page's template shows of them.
  var fields: [[String: Any]] {
    groups.map { group in
      [
        "id": group.network, "title": Network.title(of: group.network), "count": group.count,
        "postedCount": group.posted, "hasPosted": group.posted > 0, "refusedCount": group.refused,
        "hasRefused": group.refused > 0, "snippets": group.cards.map(\.html).joined(),
      ]
    }
  }
}
