/// The HTML part taken apart once, in reading order, so that each rule is one loop.
struct MailPage {
  private(set) var elements: [Element] = []
  private(set) var texts: [Text] = []
  /// Those that a reader sees.
  private(set) var visibleTexts: [Text] = []
  /// What stands in the style blocks.
  private(set) var sheets: [String] = []
  /// It is nested too deep to be seen whole.
  private(set) var isCut = false
  /// What the style attributes say, each once; the first is that of no style.
  private(set) var styles: [[CSSDeclaration]] = [[]]
  private var styleNumbers: [String: (number: Int, hides: Bool)] = [:]

  /// One element of the page.
  struct Element {
    let name: String
    let attributes: [String: String]
    let classes: [String]
    /// Of its style attribute, by index.
    let style: Int
    /// Counted from 1.
    let line: Int
    let parent: Int?
    /// Neither it nor what it stands in is hidden.
    let isVisible: Bool
    /// In `code` or `pre`.
    let isCode: Bool
    /// What it holds, by index; its own index comes before.
    fileprivate(set) var elements: Range<Int>
    fileprivate(set) var texts: Range<Int>
  }

  /// A piece of text without markup in it.
  struct Text {
    let words: String
    /// The index of the element that it stands in.
    let element: Int
  }

  init(_ html: String) {
    let losses = Losses()
    let nodes = HTMLReader.nodes(html, isPage: true, losses: losses)
    isCut = !losses.words.isEmpty
    for node in nodes { add(node, parent: nil) }
  }

  private mutating func add(_ node: HTMLNode, parent: Int?) {
    switch node {
    case .comment: break
    case .text(let words):
      guard let parent else { break }
      if elements[parent].name == "style" {
        sheets.append(words)
      } else if !words.utf8.allSatisfy({ $0 <= 0x20 }) {
        texts.append(Text(words: words, element: parent))
        if elements[parent].isVisible { visibleTexts.append(Text(words: words, element: parent)) }
      }
    case .element(let element):
      let index = elements.count
      let style = number(of: element.attributes["style"])
      let above = parent.map { elements[$0] }
      elements.append(
        Element(
          name: element.name, attributes: element.attributes,
          classes: (element.attributes["class"] ?? "").split(whereSeparator: \.isWhitespace)
            .map(String.init),
          style: style.number, line: element.line,
          parent: parent,
          isVisible: (above?.isVisible ?? true) && !Self.unseen.contains(element.name)
            && !style.hides && element.attributes["hidden"] == nil,
          isCode: (above?.isCode ?? false) || Self.code.contains(element.name),
          elements: index + 1..<index + 1, texts: texts.count..<texts.count))
      let firstText = texts.count
      for child in element.children { add(child, parent: index) }
      elements[index].elements = index + 1..<elements.count
      elements[index].texts = firstText..<texts.count
    }
  }

  /// Most elements share their style with many others.
  private mutating func number(of style: String?) -> (number: Int, hides: Bool) {
    guard let style else { return (0, false) }
    if let known = styleNumbers[style] { return known }
    let declarations = CSSDeclaration.all(in: style)
    let new = (number: styles.count, hides: declarations.hides)
    styles.append(declarations)
    styleNumbers[style] = new
    return new
  }

  private static let unseen: Set<String> = [
    "head", "title", "style", "script", "template", "noscript", "meta", "link",
  ]
  private static let code: Set<String> = ["code", "pre", "kbd", "samp", "tt"]

  // MARK: What rules ask

  /// What the style attribute of an element says.
  func style(of element: Element) -> [CSSDeclaration] { styles[element.style] }

  /// The words within an element, hidden ones too.
  func words(in element: Element) -> String {
    texts[element.texts].map(\.words).joined()
  }

  /// Whether `element` stands in one of those.
  func isInside(_ element: Element, _ names: Set<String>) -> Bool {
    var next = element.parent
    while let index = next {
      if names.contains(elements[index].name) { return true }
      next = elements[index].parent
    }
    return false
  }

  /// The addresses that visible links lead to, each once.
  var links: [String] {
    elements.filter { $0.name == "a" && $0.isVisible }.compactMap { $0.attributes["href"] }.unique
  }

  /// Titles that can be seen, from `h1` to `h4`.
  var headings: [Element] {
    elements.filter { ["h1", "h2", "h3", "h4"].contains($0.name) && $0.isVisible }
  }
}

extension [CSSDeclaration] {
  /// The ways in which mail hides a preheader.
  fileprivate var hides: Bool {
    contains { declaration in
      switch declaration.name {
      case "display": declaration.value == "none"
      case "visibility": declaration.value == "hidden"
      case "max-height", "font-size", "opacity":
        declaration.value == "0" || declaration.value == "0px"
      default: false
      }
    }
  }
}
