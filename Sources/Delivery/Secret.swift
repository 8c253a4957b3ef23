/// A password or token, which no printing shows.
///
/// It is not Codable on purpose: nothing may write it by accident.
public struct Secret: Sendable {
  private let text: String

  public init(_ text: String) {
    self.text = text
  }

  /// The secret itself, for the door that hands it to the other side.
  var exposed: String { text }

  /// `words` without it, in case the other side repeats what it was told.
  func hidden(in words: String) -> String {
    text.isEmpty ? words : words.replacing(text, with: "(hidden)")
  }

  /// Whether it can stand in a header or a command as it is.
  var isPrintable: Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "(hidden)" }
  public var debugDescription: String { "(hidden)" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
