/// A parsed piece of HTML as values.
indirect enum HTMLNode {
  case element(HTMLElement)
  case text(String)
  case comment(String)
}

/// An element with its name and its attributes' names in lower case.
struct HTMLElement {
  let name: String
  let attributes: [String: String]
  let children: [HTMLNode]
  /// Where it begins in the source, counted from 1; at most 65,535.
  let line: Int

  var elements: [HTMLElement] {
    children.compactMap { node in
      guard case .element(let element) = node else { return nil }
      return element
    }
  }

  /// Declared not to be seen, as preheaders and trackers are.
  var isHidden: Bool {
    if let hidden = attributes["hidden"], hidden.lowercased() != "until-found" { return true }
    guard attributes["style"] != nil else { return false }
    let style = style
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  /// A picture at most 2 pixels wide or high, which only tells a server who reads.
  var isTrackingPixel: Bool {
    ["width", "height"].contains { name in
      if let value = attributes[name], let pixels = Self.pixels(value[...]) { return pixels <= 2 }
      return style.split(separator: ";").contains { rule in
        rule.hasPrefix(name + ":") && (Self.pixels(rule.dropFirst(name.count + 1)) ?? 9) <= 2
      }
    }
  }

  /// What `width` and `height` say of a picture; nil unless both are sizes that a picture can have.
  var pictureSize: Picture.Size? {
    func pixels(_ name: String) -> Int? {
      guard let value = attributes[name], let pixels = Self.pixels(value[...]),
        (1...10_000).contains(pixels)
      else { return nil }
      return Int(pixels)
    }
    guard let width = pixels("width"), let height = pixels("height") else { return nil }
    return Picture.Size(width: width, height: height)
  }

  /// The style attribute in lower case without white space.
  private var style: String {
    (attributes["style"] ?? "").lowercased().filter { !$0.isWhitespace }
  }

  /// The number at the start, unless its unit is another than pixels.
  private static func pixels(_ text: Substring) -> Double? {
    let text = text.drop(while: \.isWhitespace)
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(number.count).prefix { $0.isLetter || $0 == "%" }
    return unit.isEmpty || unit.lowercased() == "px" ? Double(number) : nil
  }
}

extension [HTMLNode] {
  /// All text within, verbatim; `br` is a line end.
  var verbatim: String {
    reduce(into: "") { result, node in
      switch node {
      case .text(let text): result += text
      case .comment: break
      case .element(let element):
        if element.name == "br" { result += "\n" }
        if !HTMLNames.dropped.contains(element.name) { result += element.children.verbatim }
      }
    }
  }
}
