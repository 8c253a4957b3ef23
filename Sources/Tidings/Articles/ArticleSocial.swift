/// The words that an author wrote for posts: `social: "…"`, or `social: {x: "…", mastodon: "…"}`.
extension ArticleDraft {
  /// By a network's id, `*` for every network without words of its own.
  mutating func social() -> [String: String] {
    guard let found = frontMatter.first(of: ArticleKeys.social) else { return [:] }
    switch found.value {
    case .null: return [:]
    case .text, .list:
      return words(found.value, of: "social").map { ["*": $0] } ?? [:]
    case .map(let map):
      var social: [String: String] = [:]
      for (name, value) in map.sorted(by: { $0.key < $1.key }) where !value.isEmpty {
        guard let id = network(name), let words = words(value, of: "social.\(name)") else {
          continue
        }
        social[id] = words
      }
      return social
    }
  }

  /// The id under which the words for a network are kept, by whatever name it is called.
  private mutating func network(_ name: String) -> String? {
    let id = name.lowercased()
    if id == "*" { return id }
    do throws(UnknownNetwork) {
      return try Network(id: id).id
    } catch {
      let hint =
        id == "all"
        ? "unknown network '\(name)', write '*' for every network without words of its own"
        : error.description(beside: ["'*' for every other"])
      note("social", "'social' has words for an \(hint)", .warning)
      return nil
    }
  }

  private mutating func words(_ value: FrontMatterValue, of key: String) -> String? {
    // A switch or a count, as some themes keep them under this name, is nothing to post.
    guard let text = value.text, value.bool == nil, value.number == nil else {
      note(
        "social",
        "'\(key)' is \(Self.article(value)), expected the text of a post; "
          + "it is passed over", .warning)
      return nil
    }
    let words = CleanText.post(text)
    guard
      let end = words.index(
        words.startIndex, offsetBy: CleanText.longestPost, limitedBy: words.endIndex),
      end < words.endIndex
    else { return words.isEmpty ? nil : words }
    note(
      "social",
      "'\(key)' is longer than \(CleanText.longestPost) characters; "
        + "the rest is left out", .warning)
    return String(words[..<end])
  }

  private static func article(_ value: FrontMatterValue) -> String {
    switch value {
    case .null, .text: "'\(value.shape)'"
    case .list, .map: "a \(value.shape)"
    }
  }
}

extension CleanText {
  /// In characters, of words that an author wrote for a post.
  fileprivate static let longestPost = 20_000

  /// `text` with its line ends and no other control, each line without space around it.
  fileprivate static func post(_ text: String) -> String {
    let lines = code(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).oneLine }
    guard let first = lines.firstIndex(where: { !$0.isEmpty }),
      let last = lines.lastIndex(where: { !$0.isEmpty })
    else { return "" }
    return lines[first...last].joined(separator: "\n")
  }
}
