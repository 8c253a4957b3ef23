/// Texts that are hard to encode, the same for the same seed.
enum RandomText {
  private static let snippets = [
    "a", "word", "Größe", "ß", "日本語", "日", "é", "e\u{301}", "👩‍👩‍👧‍👦", "🇧🇷", "مرحبا", "=?utf-8?Q?x?=",
    "=?", "?=", "=", "_", "\"", "\\", "(c)", "<b>", "&", "'", ",", ";", ":", "@", ".", "..",
    "From ",
    " ", " ", " ", " ", "  ", "\u{A0}", "\u{200B}", "\u{2028}", "\u{10FFFF}", "\u{FFFD}",
    "unbreakable-and-far-longer-than-any-line-of-a-header-may-be-so-that-it-has-no-place-to-fold",
    "z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30A}\u{30B}\u{30C}",
  ]

  /// One line without control characters.
  static func line(seed: Int) -> String {
    var random = SeededGenerator(seed: seed)
    return text(snippets, count: 0...16, using: &random)
  }

  /// One line of whatever Unicode has, without control characters.
  static func anything(seed: Int, count: ClosedRange<Int> = 0...60) -> String {
    var random = SeededGenerator(seed: seed)
    var scalars = String.UnicodeScalarView()
    let bounds: [UInt32] = [0x7F, 0x7FF, 0xFFFF, 0x10FFFF]
    for _ in 0..<Int.random(in: count, using: &random) {
      let bound = bounds.randomElement(using: &random) ?? 0x7F
      let scalar = Unicode.Scalar(UInt32.random(in: 0x20...bound, using: &random))
      if let scalar, scalar.properties.generalCategory != .control { scalars.append(scalar) }
    }
    return String(scalars)
  }

  /// Several lines, with blanks and tabs at their ends.
  static func paragraph(using random: inout SeededGenerator) -> String {
    let ends = ["\n", "\n", "\r\n", " \n", "\t\n", "\n.", "\nFrom ", "\n\n", "=\n", "\t"]
    return text(snippets + ends + ends, count: 0...40, using: &random)
  }

  private static func text(
    _ parts: [String], count: ClosedRange<Int>, using random: inout SeededGenerator
  ) -> String {
    (0..<Int.random(in: count, using: &random)).reduce(into: "") { text, _ in
      text += parts.randomElement(using: &random) ?? ""
    }
  }
}
