/// A text with places such as `{site}`.
///
/// A part in brackets that has places stands only when all of them have values: `on {site}[, {date}]`.
struct Phrase {
  private let pieces: [Piece]

  private indirect enum Piece {
    case text(Substring)
    case place(String)
    case optional([Piece])
  }

  init(_ text: String) {
    pieces = Self.pieces(of: text[...], allowsBrackets: true)
  }

  private static func pieces(of text: Substring, allowsBrackets: Bool) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text
    while let mark = rest.firstIndex(where: { $0 == "{" || (allowsBrackets && $0 == "[") }) {
      let isPlace = rest[mark] == "{"
      let inner = rest[rest.index(after: mark)...]
      guard let end = inner.firstIndex(of: isPlace ? "}" : "]") else {
        pieces.append(.text(rest[...mark]))
        rest = inner
        continue
      }
      pieces.append(.text(rest[..<mark]))
      if isPlace {
        pieces.append(.place(String(inner[..<end])))
      } else {
        let part = Self.pieces(of: inner[..<end], allowsBrackets: false)
        let hasPlace = part.contains { if case .place = $0 { true } else { false } }
        pieces.append(hasPlace ? .optional(part) : .text(rest[mark...end]))
      }
      rest = rest[rest.index(after: end)...]
    }
    return pieces + [.text(rest)]
  }

  /// The names of its places.
  var places: [String] { Self.places(of: pieces) }

  private static func places(of pieces: [Piece]) -> [String] {
    pieces.flatMap { piece -> [String] in
      switch piece {
      case .text: []
      case .place(let name): [name]
      case .optional(let inner): places(of: inner)
      }
    }
  }

  /// The text with `values` in its places; one without a value is empty.
  func filled(_ values: [String: String]) -> String { Self.filled(pieces, values) }

  private static func filled(_ pieces: [Piece], _ values: [String: String]) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let words): text += words
      case .place(let name): text += values[name] ?? ""
      case .optional(let inner):
        if places(of: inner).allSatisfy({ values[$0] != nil }) { text += filled(inner, values) }
      }
    }
  }
}
