extension PersonalText {
  /// Without three or more blank lines in a row, which fields without a value leave behind.
  var withoutBlankWalls: PersonalText {
    var newLines = 0
    return PersonalText(
      pieces: pieces.map { piece in
        guard case .fixed(let text) = piece else {
          newLines = 0
          return piece
        }
        var kept = ""
        for character in text {
          newLines = character == "\n" ? newLines + 1 : 0
          if newLines <= 3 { kept.append(character) }
        }
        return .fixed(kept)
      })
  }

  /// The text of a frozen file, whose fields are where `fields` say.
  init(_ bytes: [UInt8], fields: [Edition.Field]) throws(OutboxError.Reason) {
    var pieces: [Piece] = []
    var position = 0
    for field in fields.sorted(by: { $0.offset < $1.offset }) {
      guard (position...bytes.count).contains(field.offset),
        (0...bytes.count - field.offset).contains(field.length)
      else { throw .malformed("a field lies outside its file") }
      pieces.append(.fixed(String(decoding: bytes[position..<field.offset], as: UTF8.self)))
      pieces.append(.field(field.name, field.escaping))
      position = field.offset + field.length
    }
    pieces.append(.fixed(String(decoding: bytes[position...], as: UTF8.self)))
    self.init(pieces: pieces.filter { $0 != .fixed("") })
  }
}
