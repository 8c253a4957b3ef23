import Tidings

/// Snippets as a terminal shows them.
struct SnippetPage {
  private let snippets: [NotedSnippet]
  private let titles: [String: String]
  private let networks: [String: Network]

  init(_ snippets: [NotedSnippet], titles: [(String, String)], networks: [Network]) {
    self.snippets = snippets
    self.titles = Dictionary(titles) { first, _ in first }
    self.networks = Dictionary(networks.map { ($0.id, $0) }) { first, _ in first }
  }

  var text: String { snippets.map(text).joined(separator: "\n") }

  private func text(of noted: NotedSnippet) -> String {
    let snippet = noted.snippet
    var lines = [
      "--- \(network(snippet)) · \(snippet.count) of \(snippet.limit) \(snippet.unit)"
        + "\(snippet.valid ? "" : " · REFUSED") · \(title(snippet))",
      "",
    ]
    for (index, part) in snippet.parts.enumerated() {
      if snippet.parts.count > 1 {
        let count = networks[snippet.network].map { " · \($0.count(part).count)" } ?? ""
        lines += ["-- \(index + 1) of \(snippet.parts.count)\(count)", ""]
      }
      lines += [part, ""]
    }
    if let share = snippet.shareURL { lines.append("share: \(share)") }
    if let posted = noted.posted { lines.append(posted.line) }
    lines += noted.warnings.map { "warning: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func network(_ snippet: Snippet) -> String {
    networks[snippet.network]?.title ?? snippet.network
  }

  private func title(_ snippet: Snippet) -> String { titles[snippet.article] ?? snippet.article }

  private func name(_ snippet: Snippet) -> String { "\(network(snippet)), \(title(snippet))" }

  var shareURLs: [String] { snippets.compactMap(\.snippet.shareURL) }

  /// The names of those without an address for sharing, each with the reason.
  var withoutShareURL: [(name: String, reason: String)] {
    snippets.map(\.snippet).filter { $0.shareURL == nil }.map { snippet in
      let isWithoutLink =
        snippet.link == nil && networks[snippet.network]?.hasSharePage == true
      return (
        name(snippet),
        isWithoutLink
          ? "the article has no address to share (give 'url' in it or --base-url)"
          : "the network has no page that takes it by an address"
      )
    }
  }

  /// The names of those that their network refuses, each with its warnings.
  var refusals: [(name: String, warnings: [String])] {
    snippets.filter { !$0.snippet.valid }.map { (name($0.snippet), $0.warnings) }
  }

  /// The text of the only snippet, or of one post of it when it is a series, and what it is called.
  /// - Throws: `CommandFailure` when it is not clear what is meant.
  func copied(part: Int?) throws(CommandFailure) -> (text: String, name: String) {
    guard let snippet = snippets.first?.snippet, snippets.count == 1 else {
      throw CommandFailure(
        "--copy takes one snippet, and there are \(snippets.count): give --article NAME and"
          + " --network NAME")
    }
    let count = snippet.parts.count
    guard count > 1 || part != nil else { return (snippet.text, name(snippet)) }
    guard let part else {
      throw CommandFailure("it is a series of \(count) posts: --part 1 copies the first")
    }
    guard (1...max(1, count)).contains(part) else {
      throw CommandFailure("--part is \(part), expected \(count == 1 ? "1" : "1 to \(count)")")
    }
    return (snippet.parts[part - 1], "\(name(snippet)), \(part) of \(count)")
  }
}

extension NotedSnippet.Posted {
  /// `posted 2025-03-02 09:14 https://…`.
  var line: String {
    let clock = time.description.dropFirst(11).prefix(5)
    return "posted \(time.day) \(clock)" + (url.map { " \($0)" } ?? "")
  }
}
