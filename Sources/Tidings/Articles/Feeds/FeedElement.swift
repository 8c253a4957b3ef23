/// An element of a feed as values.
///
/// Names have the prefix that their namespace usually goes by, such as `dc:creator`, whatever
/// prefix the feed itself uses; those of RSS have none.
struct FeedElement {
  let name: String
  let attributes: [String: String]
  let children: [FeedXMLNode]
  let line: Int

  var elements: [FeedElement] {
    children.compactMap { node in
      guard case .element(let element) = node else { return nil }
      return element
    }
  }

  /// The first child of the first of `names` that there is.
  func first(_ names: String...) -> FeedElement? {
    let elements = elements
    for name in names {
      if let found = elements.first(where: { $0.name == name }) { return found }
    }
    return nil
  }

  func all(_ names: String...) -> [FeedElement] {
    elements.filter { names.contains($0.name) }
  }

  /// The text of the first child of `names` that holds some.
  func text(_ names: String...) -> String? {
    let elements = elements
    for name in names {
      for element in elements where element.name == name {
        if let text = element.text.nonBlank { return text }
      }
    }
    return nil
  }

  /// Elements of these names at any depth, none of them within another.
  func descendants(_ names: Set<String>) -> [FeedElement] {
    elements.flatMap { names.contains($0.name) ? [$0] : $0.descendants(names) }
  }

  /// All text within.
  var text: String {
    children.reduce(into: "") { result, node in
      switch node {
      case .text(let text): result += text
      case .element(let element): result += element.text
      }
    }
  }

  /// What it holds as HTML, as if it had been escaped.
  var innerHTML: String {
    children.reduce(into: "") { result, node in
      switch node {
      case .text(let text): result += text.htmlEscaped
      case .element(let element): result += element.html
      }
    }
  }

  private var html: String {
    let name = name.split(separator: ":").last.map(String.init) ?? name
    let written = attributes.sorted { $0.key < $1.key }
      .map { " \($0.key)=\"\($0.value.htmlEscaped)\"" }.joined()
    if HTMLNames.void.contains(name) { return "<\(name)\(written)>" }
    return "<\(name)\(written)>\(innerHTML)</\(name)>"
  }
}

/// What an element of a feed holds.
indirect enum FeedXMLNode {
  case element(FeedElement)
  case text(String)
}

extension String {
  /// The text without white space around it; nil when nothing is left.
  var nonBlank: String? {
    let start = drop(while: \.isWhitespace)
    return start.isEmpty ? nil : String(start.trimmingSuffix(while: \.isWhitespace))
  }
}
