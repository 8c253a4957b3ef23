/// A look that tidings brings along: a style sheet, and templates of its own where it needs them.
public enum BuiltInTheme: String, Sendable, CaseIterable {
  /// A plain letter.
  case letter
  /// Each article on a card with its picture.
  case cards
  /// A compact list of links.
  case list

  /// Its articles are a list of titles already, which a table of contents would repeat.
  public var needsNoContents: Bool { self == .list }

  /// What a file is called that this theme has for itself, in place of `name`.
  func ownName(of name: String) -> String {
    guard name != TemplateFiles.theme else { return "\(rawValue).css" }
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    return "\(name[..<dot])-\(rawValue)\(name[dot...])"
  }
}
