import Foundation

/// The snippets of a preview, network by network.
struct PreviewSnippets {
  private let snippets: [NotedSnippet]
  /// Of the articles, by their ids.
  private let titles: [String: String]
  private let networks: [String: Network]

  init(_ snippets: [NotedSnippet], titles: [String: String], networks: [Network]) {
    self.snippets = snippets
    self.titles = titles
    self.networks = Dictionary(
      (networks + Network.all).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// In the order in which the networks come first.
  var fields: [[String: Any]] {
    snippets.map(\.snippet.network).unique.map { network in
      let own = snippets.filter { $0.snippet.network == network }
      let posted = own.count { $0.posted != nil }
      let refused = own.count { !$0.snippet.valid }
      return [
        "id": network, "title": Network.title(of: network), "count": own.count,
        "postedCount": posted, "hasPosted": posted > 0, "refusedCount": refused,
        "hasRefused": refused > 0,
        "snippets": own.enumerated().map { fields(of: $1, place: "\(network)-\($0 + 1)") },
      ]
    }
  }

  private func fields(of noted: NotedSnippet, place: String) -> [String: Any] {
    let snippet = noted.snippet
    let isSeries = snippet.parts.count > 1
    return [
      "article": titles[snippet.article] ?? snippet.article, "place": place,
      "network": Network.title(of: snippet.network), "isSeries": isSeries,
      "parts": snippet.parts.enumerated().map { index, text in
        part(text, number: index + 1, of: snippet)
      },
      "partCount": snippet.parts.count, "count": snippet.count, "limit": snippet.limit,
      "unit": snippet.unit.description, "over": !snippet.valid,
      "percent": Self.percent(snippet.count, of: snippet.limit),
      "hasWarnings": !noted.warnings.isEmpty,
      "warnings": noted.warnings, "shareURL": Self.orNull(snippet.shareURL),
      "posted": Self.orNull(noted.posted.map(fields)), "card": Self.orNull(card(of: snippet)),
      "hasPayload": snippet.payload != nil,
      "payloads": (snippet.payloads ?? [snippet.payload].compactMap(\.self)).map(\.prettyText),
    ]
  }

  /// Of a series each post has its own count.
  private func part(_ text: String, number: Int, of snippet: Snippet) -> [String: Any] {
    let count =
      snippet.parts.count > 1
      ? networks[snippet.network]?.count(text).count ?? text.count : snippet.count
    return ["text": text, "number": number, "count": count, "isLong": count > snippet.limit]
  }

  /// How much of the limit a text takes, at most 100.
  private static func percent(_ count: Int, of limit: Int) -> Int {
    count >= limit ? 100 : Int(100 * Double(max(0, count)) / Double(max(1, limit)))
  }

  private func fields(_ posted: NotedSnippet.Posted) -> [String: Any] {
    [
      "time": PreviewPage.inWords(posted.time.description), "iso": posted.time.description,
      "url": Self.orNull(posted.url),
    ]
  }

  private func card(of snippet: Snippet) -> [String: Any]? {
    guard let card = snippet.card else { return nil }
    let host = snippet.link.flatMap { WebURL($0) }?.host ?? ""
    // Only an address: the page may load no other kind of picture.
    let image = card.image.flatMap { WebURL($0) }?.text
    return [
      "title": card.title, "description": Self.orNull(card.description), "host": host,
      "initial": host.first.map { String($0).uppercased() } ?? "·", "image": Self.orNull(image),
    ]
  }

  /// What a template takes for nothing.
  private static func orNull(_ value: Any?) -> Any { value ?? NSNull() }
}
