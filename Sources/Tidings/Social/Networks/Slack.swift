extension Network {
  /// A Slack channel: 4,000 UTF-16 units, as Slack recommends; it cuts a text at 40,000.
  static let slack = Network(
    id: "slack", title: "Slack", limit: 4000, unit: .utf16,
    style: PostStyle(hashtags: 0, hook: .paragraph(300), links: .unpublished),
    pictures: PictureAllowance(
      bytes: 5_000_000, formats: [.png, .jpeg, .gif], alt: 2000, isFetched: true),
    measure: CommonText.inUTF16, escape: SlackText.escaped, share: nil,
    payload: { draft in
      let sections = SlackText.sections(draft.text).map { section -> JSONValue in
        ["type": "section", "text": ["type": "mrkdwn", "text": .text(section)]]
      }
      let image = draft.picture.map { picture -> JSONValue in
        // A block without a description is refused.
        let alt = picture.alt.isEmpty ? draft.article.title.oneLine : picture.alt
        return ["type": "image", "image_url": .text(picture.url), "alt_text": .text(alt)]
      }
      return [
        "text": .text(SlackText.escaped(draft.text)),
        "blocks": .list(sections + (image.map { [$0] } ?? [])),
        // The picture of the link's card would be the same once more.
        "unfurl_links": .bool(draft.picture == nil),
      ]
    },
    lint: { draft in
      SlackText.styled(in: draft.text, besides: draft.count.links).map {
        "Slack shows '\($0)' styled and without its marks, which nothing escapes"
      }
    })
}

/// Slack's "mrkdwn", which has escapes for three characters and none for `*`, `_`, `~` and `` ` ``.
enum SlackText {
  /// In UTF-16 units, of the text of a section block.
  static let longestSection = 3000

  @Sendable static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { entity($0) != nil }) else { return text }
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      if let entity = entity(byte) { escaped += entity.utf8 } else { escaped.append(byte) }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func entity(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: nil
    }
  }

  private static let styles: ScalarSet = "*_~`"

  /// Words between two of the same marks that Slack takes for style, none of them within `links`.
  static func styled(in text: String, besides links: [Count.Link] = []) -> [String] {
    var bytes = Array(text.utf8)
    for link in links {
      for index in link.start..<link.end { bytes[index] = UInt8(ascii: "x") }
    }
    let plain = String(decoding: bytes, as: UTF8.self)
    return plain.unicodeScalars.split(separator: "\n").flatMap { line -> [String] in
      let line = Array(line)
      var found: [String] = []
      var index = 0
      while index < line.count {
        defer { index += 1 }
        guard styles.contains(line[index]), index == 0 || !line[index - 1].isWordScalar,
          let end = closing(of: index, in: line)
        else { continue }
        found.append(String(String.UnicodeScalarView(line[index...end])))
        index = end
      }
      return found
    }
  }

  private static func closing(of start: Int, in line: [Unicode.Scalar]) -> Int? {
    let mark = line[start]
    let first = start + 1
    guard first < line.count, !line[first].isAnySpace, line[first] != mark else { return nil }
    return (first..<line.count).first { index in
      line[index] == mark && !line[index - 1].isAnySpace
        && (index + 1 == line.count || !line[index + 1].isWordScalar)
    }
  }

  /// The text, escaped, in pieces that blocks take: parted at line ends, else spaces, else anywhere
  /// between two characters.
  static func sections(_ text: String) -> [String] {
    let whole = escaped(text)
    if whole.utf16.count <= longestSection { return [whole] }
    var sections: [String] = []
    var rest = text[...]
    while !rest.isEmpty {
      var length = 0
      var end = rest.startIndex
      while end < rest.endIndex {
        length += escaped(String(rest[end])).utf16.count
        if length > longestSection, end > rest.startIndex { break }
        rest.formIndex(after: &end)
      }
      var head = rest[..<end]
      if end < rest.endIndex {
        head = (head.lastIndex(of: "\n") ?? head.lastIndex(of: " ")).map { rest[...$0] } ?? head
      }
      rest = rest[head.endIndex...]
      let section = escaped(head.trimmingSpacesAtBothEnds)
      if !section.isEmpty { sections.append(section) }
    }
    return sections
  }
}

extension Substring {
  fileprivate var trimmingSpacesAtBothEnds: String {
    var text = drop(while: \.isAnySpace)
    while let last = text.last, last.isAnySpace { text.removeLast() }
    return String(text)
  }
}
