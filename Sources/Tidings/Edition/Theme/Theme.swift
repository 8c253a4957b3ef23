/// The look of an edition: plain CSS whose rules end up in each element's `style`.
///
/// Selectors are an element, classes, or both (`p`, `.byline`, `td.sheet`), with commas between.
/// What stands in `@media` goes into the page's `<style>`, marked important, since it must win
/// over the inline styles; dark colours go there a second time, in the form that Outlook.com wants.
public struct Theme: Sendable, Hashable {
  let file: String
  /// By specificity, then as written: the later wins.
  private let rules: [Rule]
  /// The at-rules, ready for `<style>`, without comments.
  let enhancements: String
  /// The classes that selectors of either place name, each with the line of its first use.
  private let classes: [Mention]
  private let losses: [Remark]

  /// Something in a theme that has no effect, or not in every mail program.
  public struct Remark: Sendable, Hashable, Codable {
    public let file: String
    /// Counted from 1.
    public let line: Int
    public let reason: String
    /// The feature that mail programs lack, by its name at Can I email.
    public let feature: String?

    init(file: String, line: Int, reason: String, feature: String? = nil) {
      self.file = file
      self.line = line
      self.reason = reason
      self.feature = feature
    }
  }

  /// Reads CSS.
  /// - Throws: `TemplateError` with file and line for what is no such rule.
  init(_ css: String, file: String) throws(TemplateError) {
    var reader = ThemeReader(css, file: file)
    try reader.read()
    self.file = file
    rules = reader.rules.enumerated()
      .sorted { ($0.element.selector.weight, $0.offset) < ($1.element.selector.weight, $1.offset) }
      .map(\.element)
    enhancements = reader.enhancements.joined(separator: "\n")
    classes = reader.classes
    losses = reader.losses
  }

  private init(_ other: Theme, rules: [Rule]) {
    file = other.file
    self.rules = rules
    enhancements = other.enhancements
    classes = other.classes
    losses = other.losses
  }

  /// The declarations for one element, more specific and later ones last: `margin:0;color:#222222`.
  func style(of element: String, classes: [String]) -> String {
    var declarations: [Declaration] = []
    for rule in rules where rule.selector.matches(element: element, classes: classes) {
      for declaration in rule.declarations {
        declarations.removeAll { $0.property == declaration.property }
        declarations.append(declaration)
      }
    }
    return declarations.map { "\($0.property):\($0.value)" }.joined(separator: ";")
  }

  /// The theme for text that runs from right to left: what was on the left is on the right.
  var mirrored: Theme {
    Theme(
      self,
      rules: rules.map {
        Rule(selector: $0.selector, declarations: $0.declarations.map(\.mirrored))
      })
  }

  /// What has no effect in a message of `template`, or is lost in some mail programs.
  func remarks(in template: String) -> [Remark] {
    let written = StyledTemplate.classes(in: template)
      .union(MailElement.allCases.flatMap(\.classes))
    let unknown = classes.filter { !written.contains($0.name) }.map { mention in
      let hint = Likeness.nearest(to: mention.name, among: written.sorted())
        .map { ", did you mean '\($0)'?" }
      return Remark(
        file: file, line: mention.line,
        reason: "nothing in the message has the class '\(mention.name)'\(hint ?? "")")
    }
    return (losses + unknown).sorted { $0.line < $1.line }
  }

  /// A class and the line that names it.
  struct Mention: Sendable, Hashable {
    let name: String
    let line: Int
  }

  struct Rule: Sendable, Hashable {
    let selector: Selector
    let declarations: [Declaration]
  }

  struct Declaration: Sendable, Hashable {
    let property: String
    let value: String
  }

  struct Selector: Sendable, Hashable {
    let element: String?
    let classes: [String]

    /// Specificity (Selectors 17): a class counts for more than any element.
    var weight: Int { classes.count * 2 + (element == nil ? 0 : 1) }

    func matches(element: String, classes: [String]) -> Bool {
      (self.element ?? element) == element && self.classes.allSatisfy(classes.contains)
    }
  }
}

extension Theme.Declaration {
  /// The same for the other direction of writing.
  fileprivate var mirrored: Self {
    let parts = property.split(separator: "-").map(Self.exchanged)
    let isBox = ["margin", "padding", "border-width", "border-color", "border-style"]
      .contains(property)
    let isSide = ["text-align", "float", "clear"].contains(property)
    let values = value.split(separator: " ").map(String.init)
    let value =
      if isBox, values.count == 4 {
        [values[0], values[3], values[2], values[1]].joined(separator: " ")
      } else if isSide {
        values.map { Self.exchanged($0[...]) }.joined(separator: " ")
      } else {
        self.value
      }
    return Self(property: parts.joined(separator: "-"), value: value)
  }

  private static func exchanged(_ word: Substring) -> String {
    switch word {
    case "left": "right"
    case "right": "left"
    default: String(word)
    }
  }
}

extension Theme.Remark: CustomStringConvertible {
  public var description: String { "\(file):\(line): \(reason)" }
}
