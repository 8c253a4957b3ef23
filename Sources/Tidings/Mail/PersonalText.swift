/// A text with places for what differs from reader to reader.
public struct PersonalText: Sendable, Hashable {
  public let pieces: [Piece]

  public init(pieces: [Piece]) {
    self.pieces = pieces
  }

  /// What is the same for all, or the name of what is not.
  public enum Piece: Sendable, Hashable {
    case fixed(String)
    /// A reader's field, such as `name`, `email`, `unsubscribe` or a column of the list.
    case field(String, Escaping)
  }

  /// What the place asks of a value before it may stand there.
  public enum Escaping: String, Sendable, Hashable, Codable {
    case none
    case html
  }
}
