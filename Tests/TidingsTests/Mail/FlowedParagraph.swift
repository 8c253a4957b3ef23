@testable import Tidings

/// A paragraph of flowed text, whole again; written from RFC 3676 alone.
struct FlowedParagraph: Hashable, CustomStringConvertible {
  /// How often it is quoted.
  var depth: Int
  var text: String

  var description: String { String(repeating: ">", count: depth) + "|" + text }

  /// What a mail program makes of a decoded part that is `format=flowed; delsp=no` (section 4).
  static func onTheWire(_ part: String) -> [Self] {
    read(part.components(by: "\r\n")) { line, _ in line.first == " " ? line.dropFirst() : line }
  }

  /// What the frozen text says of itself: a line that continues another has no indent.
  static func frozen(
    _ text: PersonalText, for reader: Recipient, unsubscribe: Unsubscribe?
  ) throws -> [Self] {
    // Stands before each value, so that none is taken for a quotation or an indent.
    let mark = "\u{E000}"
    var filled: [Unicode.Scalar] = []
    let pieces = text.pieces.filter { $0 != .fixed("") }
    for (index, piece) in pieces.enumerated() {
      let words = try PersonalText(pieces: [piece]).filled(for: reader, unsubscribe: unsubscribe)
      guard case .field = piece else {
        filled += words.unicodeScalars
        continue
      }
      let value = words.unicodeScalars.drop { $0 == " " }
      let end = value.lastIndex { $0 != " " }
      if let end {
        filled += mark.unicodeScalars + Array(value[...end])
      } else {
        var next: Unicode.Scalar?
        if index + 1 < pieces.count {
          guard case .fixed(let fixed) = pieces[index + 1] else { continue }
          next = fixed.unicodeScalars.first
        }
        if next == nil || next == "\n" || next == "\r" {
          while filled.last == " " { filled.removeLast() }
        }
      }
    }
    var whole = String.UnicodeScalarView()
    for (index, scalar) in filled.enumerated() {
      if scalar == "\n", index > 0, filled[index - 1] == "\r" { continue }
      whole.append(scalar == "\r" ? "\n" : scalar)
    }
    return read(String(whole).components(by: "\n")) { line, place in
      switch place {
      case .continuation: line.drop { $0 == " " }
      case .quoted: line.first == " " ? line.dropFirst() : line
      case .start: line
      }
    }.map { Self(depth: $0.depth, text: $0.text.replacing(mark, with: "")) }
  }

  private enum Place {
    case start
    case quoted
    case continuation
  }

  private typealias Line = Substring.UnicodeScalarView

  private static func read(
    _ lines: [Substring], unstuffed: (Line, Place) -> Line
  ) -> [Self] {
    var paragraphs: [Self] = []
    var isOpen = false
    for line in lines {
      let quotes = line.unicodeScalars.prefix { $0 == ">" }
      let rest = line.unicodeScalars[quotes.endIndex...]
      let place: Place = isOpen ? .continuation : quotes.isEmpty ? .start : .quoted
      let content = String(Substring(unstuffed(rest, place)))
      // A continuation of another depth ends the paragraph (4.5); ours never does so.
      if isOpen, paragraphs.last?.depth == quotes.count {
        paragraphs[paragraphs.count - 1].text += content
      } else {
        paragraphs.append(Self(depth: quotes.count, text: content))
      }
      isOpen = content.unicodeScalars.last == " " && content != "-- "
    }
    return paragraphs
  }
}

extension String {
  /// Its parts between line ends, by scalars.
  fileprivate func components(by end: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let found = rest.unicodeScalars.firstRange(of: end.unicodeScalars) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return parts + [rest]
  }
}
