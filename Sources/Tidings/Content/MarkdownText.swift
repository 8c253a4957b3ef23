/// Markdown in the making, to which words go with escapes and markup goes as it is.
struct MarkdownText {
  private(set) var text = ""
  private let place: MarkdownInlines.Place
  /// Something of the line stands before the text already.
  var isInLine = false

  init(place: MarkdownInlines.Place) {
    self.place = place
  }

  var trimmed: String {
    var rest = text[...]
    while rest.last == " " || rest.last == "\n" { rest.removeLast() }
    return String(rest.drop { $0 == " " || $0 == "\n" })
  }

  mutating func appendMarkup(_ markup: String) { text += markup }

  /// Spaces before a line end would make it a hard one.
  mutating func trimSpaces() {
    while text.hasSuffix(" ") { text.removeLast() }
  }

  private var isAtLineStart: Bool {
    text.isEmpty && !isInLine || text.utf8.last == UInt8(ascii: "\n")
  }

  /// `opensBracket` tells that a bracket follows, of which a `!` would make a picture.
  mutating func append(_ words: String, opensBracket: Bool) {
    var scalars = Array(words.unicodeScalars.map { $0.isLineEnd ? " " : $0 })
    if isAtLineStart { scalars = Array(scalars.drop { $0 == " " }) }
    let isOpening = isAtLineStart && place == .paragraph
    let escapedAtStart = isOpening ? Self.markerIndex(scalars) : nil
    var out = text.unicodeScalars
    let isBehindBracket = out.last == "]"
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : out.last
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch scalar {
      case "{" where after == "{" || after == "%":
        // dev.to would run it as a template.
        out.append(contentsOf: "&#123;".unicodeScalars)
        continue
      case "@" where Self.isInAddress(before) && Self.isInAddress(after):
        // A mail address becomes a link whatever is escaped in it.
        out.append(contentsOf: "@<!-- -->".unicodeScalars)
        continue
      default: break
      }
      let isEscaped =
        index == escapedAtStart
        || index == 0 && isBehindBracket && (scalar == "(" || scalar == ":")
        || index + 1 == scalars.count && opensBracket && scalar == "!"
        || isSpecial(scalar, at: index, in: scalars)
      if isEscaped { out.append("\\") }
      out.append(scalar)
    }
    text = String(out)
  }

  /// Whether a scalar may be markup wherever it stands in a line.
  private func isSpecial(
    _ scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar]
  ) -> Bool {
    let before = index > 0 ? scalars[index - 1] : nil
    let after = index + 1 < scalars.count ? scalars[index + 1] : nil
    switch scalar {
    case "\\", "*", "`", "[", "]", "<", "~", "|", "^": return true
    case "_":
      return !(before.map(\.isLetterOrDigit) ?? false) || !(after.map(\.isLetterOrDigit) ?? false)
    case "#": return place == .heading
    case "&": return after.map { $0 == "#" || $0.isASCIILetterOrDigit } ?? false
    // Addresses become links unless something parts them.
    case ":": return scalars[(index + 1)...].starts(with: "//".unicodeScalars)
    case ".":
      return index >= 3 && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
    default: return false
    }
  }

  /// The sign by which the line would open a block, were it not escaped.
  private static func markerIndex(_ scalars: [Unicode.Scalar]) -> Int? {
    switch scalars.first {
    case "#", ">", "-", "=": return 0
    case "+": return scalars.count == 1 || scalars[1] == " " ? 0 : nil
    case ":": return scalars.count > 1 && scalars[1] == "-" ? 0 : nil
    case .some:
      let digits = scalars.prefix { ("0"..."9").contains($0) }.count
      guard digits > 0, digits < scalars.count, scalars[digits] == "." || scalars[digits] == ")",
        digits + 1 == scalars.count || scalars[digits + 1] == " "
      else { return nil }
      return digits
    case nil: return nil
    }
  }

  private static func isInAddress(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.isASCIILetterOrDigit || [".", "-", "_", "+"].contains($0) } ?? false
  }
}

extension Unicode.Scalar {
  fileprivate var isLineEnd: Bool { self == "\n" || self == "\r" || self == "\t" }

  fileprivate var isLetterOrDigit: Bool {
    properties.isAlphabetic || properties.numericType != nil
  }
}
