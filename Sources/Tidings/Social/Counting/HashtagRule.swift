/// The hashtags of X, and of networks that publish no rule of their own.
enum HashtagRule {
  /// The hashtags in `text`, in their order, but for those within a link.
  static func hashtags(in text: ScalarText, links: [LinkScanner.Found]) -> [Entity] {
    let scalars = text.scalars
    var entities: [Entity] = []
    // What the last match took cannot stand before the next one.
    var taken = 0
    var link = 0
    var index = 0
    while index < scalars.count {
      defer { index += 1 }
      guard scalars[index] == "#" || scalars[index] == "＃" else { continue }
      let start = index + 1
      guard index == 0 || index > taken && mayFollow(scalars[index - 1]), start < scalars.count,
        scalars[start] != "\u{FE0F}", scalars[start] != "\u{20E3}"
      else { continue }
      var end = start
      var hasLetter = false
      while end < scalars.count, let kind = kind(of: scalars[end]) {
        hasLetter = hasLetter || kind == .letter
        end += 1
      }
      guard hasLetter else { continue }
      taken = end
      index = end - 1
      if isJoined(scalars, at: end) { continue }
      // A hashtag that runs into a link makes it none.
      while link < links.count,
        links[link].range.upperBound < start
          || links[link].range.lowerBound < entities.last?.scalars.upperBound ?? 0
      {
        link += 1
      }
      if link < links.count, links[link].range.contains(start - 1) { continue }
      entities.append(Entity(scalars: (start - 1)..<end, of: text))
    }
    return entities
  }

  private enum Kind {
    case letter
    case other
  }

  private static func mayFollow(_ scalar: Unicode.Scalar) -> Bool {
    kind(of: scalar) == nil && scalar != "&" || scalar == "\u{FE0F}" || scalar == "\u{FE0E}"
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind? {
    if scalar.value < 0x80 {
      if scalar.isASCIILetterOrDigit { return ("0"..."9").contains(scalar) ? .other : .letter }
      return scalar == "_" ? .other : nil
    }
    switch scalar.value {
    case 0xB7, 0x5BE, 0x5F3, 0x5F4, 0xF0B, 0xF0C, 0x200C, 0x200D, 0x3003, 0x301C, 0x309B, 0x309C,
      0x30A0, 0x30FB, 0xA67E, 0xFF5E:
      return .other
    default:
      guard scalar.isWordScalar, isKnown(scalar) else { return nil }
      return scalar.properties.generalCategory == .decimalNumber ? .other : .letter
    }
  }

  /// The counter of X knows the letters of Unicode 7.
  private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    guard let age = scalar.properties.age else { return false }
    return age.major <= 7
  }

  /// A run followed by another `#`, or by `://`, is no hashtag.
  private static func isJoined(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index < scalars.count else { return false }
    return scalars[index] == "#" || scalars[index] == "＃"
      || scalars[index...].starts(with: "://".unicodeScalars)
  }
}
