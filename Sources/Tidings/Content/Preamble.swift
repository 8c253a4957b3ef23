extension [Block] {
  /// From where the text itself begins: behind pictures, the title, bylines, a table of contents
  /// and notices; everything when nothing would be left.
  var withoutPreamble: [Block] {
    var index = startIndex
    while index < endIndex {
      if isContents(at: index) {
        index += 2
      } else if self[index].isPreamble {
        index += 1
      } else {
        break
      }
    }
    if index == endIndex { return filter { !$0.isSilent } }
    return Array(self[index...])
  }

  /// Whether a heading such as "Contents" stands there, and a list below it.
  private func isContents(at index: Int) -> Bool {
    guard index + 1 < endIndex, case .list = self[index + 1] else { return false }
    switch self[index] {
    case .heading(_, let inlines), .paragraph(let inlines):
      let words = inlines.plainText.lowercased().split(separator: ":").first ?? ""
      return ["contents", "table of contents", "toc", "on this page", "in this article"]
        .contains(String(words))
    case .quote, .list, .code, .table, .rule: return false
    }
  }
}

extension Block {
  /// What says nothing: a picture, the title, a rule.
  fileprivate var isSilent: Bool {
    switch self {
    case .heading(let level, _): level == 1
    case .paragraph(let inlines): !inlines.hasWords
    case .rule: true
    case .quote, .list, .code, .table: false
    }
  }

  /// The same, or words that are not yet the text's: who wrote it and when, a notice above it.
  fileprivate var isPreamble: Bool {
    switch self {
    case .paragraph(let inlines): !inlines.hasWords || inlines.isByline || inlines.isEmbed
    case .quote(let blocks): blocks.isNotice
    case .heading, .rule, .list, .code, .table: isSilent
    }
  }
}

extension [Block] {
  /// Whether a quotation is an alert or admonition: its first paragraph is a title in bold.
  var isNotice: Bool {
    guard count > 1, case .paragraph(let inlines) = first, inlines.count == 1,
      case .strong = inlines.first
    else { return false }
    return true
  }
}

extension [Inline] {
  /// Whether it is nothing but a link to a video or a post.
  fileprivate var isEmbed: Bool {
    guard count == 1, case .link(_, let words) = first else { return false }
    let text = words.plainText
    return text.hasPrefix("Video: ") || text == "Video" || text == "Audio"
      || text.hasPrefix("Post on ")
  }

  /// Whether it says who wrote the text, when, or how long reading takes, and nothing else.
  var isByline: Bool {
    let text = plainText
    guard text.utf8.count <= 160, let last = text.last else { return false }
    let words = text.lowercased()
    if words.hasPrefix("reading time") || words.hasPrefix("estimated reading time")
      || words.hasPrefix("read time")
    {
      return text.count <= 60
    }
    if Self.isDuration(words) { return true }
    let isSentence = ".!?…".contains(last)
    let hasNumber = words.contains(where: \.isNumber)
    if ["posted on", "published on", "published:", "posted:", "date:", "last updated", "updated:"]
      .contains(where: words.hasPrefix)
    {
      return hasNumber && !isSentence && text.count <= 100
    }
    if ["author:", "authors:", "written by", "posted by"].contains(where: words.hasPrefix) {
      return !isSentence
    }
    guard words.hasPrefix("by "), !isSentence else { return false }
    return text.dropFirst(3).first?.isUppercase == true || text.dropFirst(3).first == "@"
  }

  /// "5 min read".
  private static func isDuration(_ words: String) -> Bool {
    let parts = words.split { $0.isWhitespace || $0 == "-" }
    guard parts.count <= 5, let number = parts.firstIndex(where: { $0.allSatisfy(\.isNumber) }),
      number <= 1, parts.indices.contains(number + 1)
    else { return false }
    return ["min", "mins", "minute", "minutes"].contains(String(parts[number + 1]))
      && parts.contains { $0.hasPrefix("read") }
  }
}
