/// How an article's tags are found: in keys of many forms, and in words that imply one.
extension ArticleDraft {
  /// Those of every key, then others, each once.
  func tags(then others: [String]) -> [String] {
    var all: [String] = []
    for key in ArticleKeys.tags { all += tags(of: key) }
    for key in ArticleKeys.series { all += frontMatter.all(of: key).flatMap(Self.names) }
    all += others
    guard all.count > 1 else { return all }
    var seen: Set<TagName> = []
    return all.filter { seen.insert(TagName($0)).inserted }
  }

  private func tags(of key: String) -> [String] {
    var tags: [String] = []
    for value in frontMatter.all(of: key) {
      if case .text(let text) = value, let gap = separator(in: text, of: key) {
        tags += text.utf8.split(separator: gap).compactMap(Self.tag)
      } else {
        tags += Self.tags(value)
      }
    }
    return tags
  }

  var categories: [String] {
    var categories: [String] = []
    for key in ArticleKeys.categories { categories += tags(of: key) }
    return categories
  }

  /// What parts the tags of a text that has no comma: Jekyll's and hashtags stand with spaces
  /// between them, Pelican's with semicolons; nil for one tag, be it of several words.
  private func separator(in text: String, of key: String) -> UInt8? {
    guard !text.utf8.contains(UInt8(ascii: ",")) else { return nil }
    if text.utf8.contains(UInt8(ascii: ";")) { return UInt8(ascii: ";") }
    let isJekylls = reader.splitsTags && (key == "tags" || key == "categories")
    let areHashtags =
      text.utf8.first == UInt8(ascii: "#")
      && text.utf8.split(separator: UInt8(ascii: " ")).allSatisfy { $0.first == UInt8(ascii: "#") }
    return isJekylls || areHashtags ? UInt8(ascii: " ") : nil
  }

  /// The tags that words of the title, the description or the first paragraphs imply.
  func impliedTags(title: String, body: Bytes) -> [String] {
    guard !reader.tagRules.words.isEmpty else { return [] }
    var found = Set(
      reader.tagRules.implied(
        in: [title] + ArticleKeys.summary.compactMap { frontMatter.text(of: [$0])?.text }))
    reader.tagRules.noteImplied(in: body.openingWords.span, to: &found)
    return found.sorted()
  }

  private static func tags(_ value: FrontMatterValue) -> [String] {
    switch value {
    case .null: []
    case .text(let text):
      text.utf8.split(separator: UInt8(ascii: ",")).compactMap(Self.tag)
    case .list(let values): values.flatMap(names)
    case .map(let map):
      ["name", "title", "label"].lazy.compactMap { map[$0] }.first.map(tags)
        ?? map.filter { $0.value.bool != false }.keys.sorted().compactMap { tag($0.utf8[...]) }
    }
  }

  /// The tags of a list, where a comma is a name's own.
  private static func names(_ value: FrontMatterValue) -> [String] {
    switch value {
    case .null: []
    case .text(let text): tag(text.utf8[...]).map { [$0] } ?? []
    case .list, .map: tags(value)
    }
  }

  /// One tag without what may stand around it: brackets, quotation marks, `#`.
  private static func tag(_ text: Substring.UTF8View) -> String? {
    if let first = text.first, let last = text.last, first.isLetter, last.isLetter || last.isDigit {
      let tag = String(Substring(text)).oneLine
      return tag.isEmpty ? nil : tag
    }
    let around = "[]\"' ".utf8
    let inner = Substring(text).utf8.drop { around.contains($0) }
    guard let last = inner.lastIndex(where: { !around.contains($0) }) else { return nil }
    var tag = String(Substring(inner[...last].drop { $0 == UInt8(ascii: "#") })).oneLine
    // `[[Folder/Page|Words]]` is Obsidian's link to a page.
    if text.starts(with: "[[".utf8) || text.starts(with: "\"[[".utf8) {
      tag = tag.split(separator: "|").last?.split(separator: "/").last.map(String.init) ?? tag
    }
    return tag.isEmpty ? nil : tag
  }
}
