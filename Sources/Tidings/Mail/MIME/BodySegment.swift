/// A stretch of an encoded body: what is the same for all, or a place for what is each reader's own.
enum BodySegment: Sendable {
  case fixed([UInt8])
  case value(Place)

  /// A reader's field in a text.
  struct Place: Sendable {
    let field: String
    let escaping: PersonalText.Escaping
    let ending: QuotedPrintable.Ending
    /// The text is flowed, with so many spaces before the place; nil where it is not.
    let flowedSpaces: Int?
  }

  /// A text in quoted-printable: each field begins a line, and so does what comes after it.
  static func all(of text: PersonalText, isFlowed: Bool) -> [BodySegment] {
    var pieces: [PersonalText.Piece] = []
    for piece in text.pieces {
      if case .fixed(let next) = piece, case .fixed(let last) = pieces.last {
        pieces[pieces.count - 1] = .fixed(last + next)
      } else if piece != .fixed("") {
        pieces.append(piece)
      }
    }
    var spaces = 0
    return pieces.indices.map { index in
      let next = index + 1 < pieces.count ? pieces[index + 1] : nil
      switch pieces[index] {
      case .fixed(let fixed):
        guard next != nil else { return .fixed(QuotedPrintable.encode(fixed.utf8)) }
        spaces = isFlowed ? fixed.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count : 0
        return .fixed(QuotedPrintable.encode(fixed.utf8.dropLast(spaces), ending: .softBreak))
      case .field(let name, let escaping):
        let ending: QuotedPrintable.Ending =
          switch next {
          case nil: .lineEnd
          case .fixed(let fixed) where [0x0A, 0x0D].contains(fixed.utf8.first): .lineEnd
          case .fixed, .field: .softBreak
          }
        defer { spaces = 0 }
        return .value(
          Place(
            field: name, escaping: escaping, ending: ending, flowedSpaces: isFlowed ? spaces : nil))
      }
    }
  }
}
