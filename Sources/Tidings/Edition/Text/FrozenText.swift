extension PersonalText {
  /// Plain text as someone would have typed it, out of what a template and `TextFormat` made.
  ///
  /// A line ends in a space only where it goes on in the next one (`TextLine.mark`), or is the
  /// separator of a signature. There is no control character, no empty line at either end, and no
  /// more than two together, which fields without a value leave behind; code keeps its own.
  var settled: PersonalText {
    var typist = Typist()
    var settled = pieces.map { piece in
      guard case .fixed(let text) = piece else {
        typist.skipField()
        return piece
      }
      return .fixed(typist.settled(text))
    }
    while case .fixed(let text) = settled.last, text.hasSuffix("\n\n") {
      settled[settled.count - 1] = .fixed(String(text.dropLast()))
    }
    return PersonalText(pieces: settled)
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
