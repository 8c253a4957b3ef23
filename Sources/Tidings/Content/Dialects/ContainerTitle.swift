/// What opens an admonition: its kind and title, in any of the notations.
struct ContainerTitle {
  let kind: String
  let title: String?

  /// Containers that only arrange what they hold.
  private static let layouts: Set<String> = [
    "tabs", "tab", "code-group", "columns", "column", "row", "col", "grid", "div", "section",
    "center", "right", "left", "figure", "steps", "cards", "card", "gallery", "layout", "raw",
    "v-pre", "slide", "tab-item", "tab-set",
  ]

  var isLayout: Bool { Self.layouts.contains(kind.lowercased()) }

  /// What stands in bold above the contents.
  var label: String { title ?? MarkdownWriting.label(kind) }

  /// Of what follows `:::`, such as `note My title`, `tip[My title]`, `{.callout-note}`.
  init?(container words: ArraySlice<UInt8>) {
    var rest = words.trimmed
    var kind = ""
    if rest.first == UInt8(ascii: "{"), let close = rest.firstIndex(of: UInt8(ascii: "}")) {
      let inner = rest[(rest.startIndex + 1)..<close]
      let names = inner.split { $0.isSpace }
      let name = names.first { !$0.contains(UInt8(ascii: "=")) && $0.first != UInt8(ascii: "#") }
      kind = (name ?? []).drop { $0 == UInt8(ascii: ".") }.string
      if kind.hasPrefix("callout-") { kind.removeFirst("callout-".count) }
      title = TagArguments(inner).first("title") ?? Self.words(rest[(close + 1)...])
    } else {
      let name = rest.prefix { MarkdownByte.isAlphanumeric($0) || "-_".utf8.contains($0) }
      kind = name.string
      rest = rest.dropFirst(name.count)
      var label: String?
      if rest.first == UInt8(ascii: "["), let close = rest.lastIndex(of: UInt8(ascii: "]")) {
        label = Self.words(rest[(rest.startIndex + 1)..<close])
        rest = rest[(close + 1)...]
      }
      if rest.first == UInt8(ascii: "{"), let close = rest.firstIndex(of: UInt8(ascii: "}")) {
        label = label ?? TagArguments(rest[(rest.startIndex + 1)..<close]).first("title", "label")
        rest = rest[(close + 1)...]
      } else if let first = rest.first, !first.isSpace {
        return nil
      }
      title = label ?? Self.words(rest)
    }
    guard kind.utf8.first.map(\.isLetter) == true, kind.utf8.count <= 40 else {
      return nil
    }
    self.kind = kind
  }

  /// Of what follows `!!!` or `???`: `note "My title"`.
  init?(python words: ArraySlice<UInt8>) {
    let rest = words.trimmed
    let quote = rest.firstIndex(of: UInt8(ascii: "\""))
    let names = (quote.map { rest[..<$0] } ?? rest).split { $0.isSpace }
    guard let first = names.first, let letter = first.first, letter.isLetter,
      names.count <= 4,
      names.allSatisfy({
        $0.allSatisfy { MarkdownByte.isAlphanumeric($0) || "-_".utf8.contains($0) }
      })
    else { return nil }
    kind = first.string
    guard let quote else {
      title = nil
      return
    }
    guard rest.last == UInt8(ascii: "\""), quote < rest.endIndex - 1 else { return nil }
    title = rest[(quote + 1)..<(rest.endIndex - 1)].string
  }

  /// Of a quote's first line, GitHub's and Obsidian's: `[!NOTE]`, `[!info]- My title`.
  init?(alert words: ArraySlice<UInt8>) {
    guard words.opens(with: "[!"), let close = words.firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    let name = words[(words.startIndex + 2)..<close].prefix { $0 != UInt8(ascii: "|") }
    guard let first = name.first, first.isLetter, name.count <= 40,
      name.allSatisfy({ MarkdownByte.isAlphanumeric($0) || "-_ ".utf8.contains($0) })
    else { return nil }
    var rest = words[(close + 1)...]
    if let sign = rest.first, "+-".utf8.contains(sign) { rest.removeFirst() }
    guard rest.first.map(\.isSpace) != false else { return nil }
    kind = name.string
    title = Self.words(rest)
  }

  private static func words(_ rest: ArraySlice<UInt8>) -> String? {
    let text = rest.string.oneLine
    return text.isEmpty ? nil : text
  }
}
