/// A line of set text before it is frozen, and the mark that says what its end means.
///
/// The mark is a control of annotations in typesetting, for which plain text has no use.
/// `PersonalText.settled` makes a soft break of it: a template may leave spaces at a line's end by
/// accident, this mark says where they count.
enum TextLine {
  /// At the end of a line says that it goes on in the next, alone on one that it is kept empty.
  static let mark: Unicode.Scalar = "\u{FFF9}"
  /// Within the `://` of an address that is part of code, which is then left as it is.
  static let shield: Unicode.Scalar = "\u{FFFA}"

  /// `text` without marks, as it may be set.
  static func unmarked(_ text: String) -> String {
    // Both begin with this byte, and so does little else.
    guard text.utf8.contains(0xEF) else { return text }
    var scalars = text.unicodeScalars
    scalars.removeAll { $0 == mark || $0 == shield }
    return String(scalars)
  }
}
