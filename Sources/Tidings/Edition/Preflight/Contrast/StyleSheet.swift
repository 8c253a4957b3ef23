/// The rules of a page's style blocks, as far as they can change a colour.
struct StyleSheet {
  private(set) var rules: [Rule] = []

  /// A rule for one selector.
  struct Rule {
    let selector: Selector
    let declarations: [CSSDeclaration]
    /// Nil for one that holds in both.
    let scheme: ColourScheme?
  }

  /// Reads the blocks; what holds only at some width, or needs a pseudo-class, is passed over.
  init(_ sheets: [String]) {
    for sheet in sheets {
      var reader = StyleSheetReader(text: sheet)
      reader.read { prelude, body, scheme in
        let declarations = CSSDeclaration.all(in: body)
        for part in CSSDeclaration.split(prelude, at: ",") {
          guard let selector = Selector(part) else { continue }
          rules.append(Rule(selector: selector, declarations: declarations, scheme: scheme))
        }
      }
    }
  }

  /// Elements, classes and ids, below one another or not.
  struct Selector {
    /// From the outermost to the one that is meant.
    let parts: [Part]

    struct Part {
      var name: String?
      var id: String?
      var classes: [String] = []
      /// Directly below the part before it.
      var isChild = false

      func matches(_ element: MailPage.Element) -> Bool {
        if let name, name != element.name { return false }
        if let id, id != element.attributes["id"] { return false }
        return classes.allSatisfy(element.classes.contains)
      }
    }

    init?(_ text: String) {
      var parts: [Part] = []
      var isChild = false
      for word in text.replacing(">", with: " > ").split(whereSeparator: \.isWhitespace) {
        if word == ">" {
          isChild = true
          continue
        }
        guard var part = Self.part(word) else { return nil }
        part.isChild = isChild
        isChild = false
        parts.append(part)
      }
      guard !parts.isEmpty, !isChild else { return nil }
      self.parts = parts
    }

    private static func part(_ word: Substring) -> Part? {
      var part = Part()
      var rest = word.hasSuffix(":link") ? word.dropLast(5) : word
      if rest == ":root" { return Part(name: "html") }
      while !rest.isEmpty {
        let mark = rest.first.flatMap { "#.".contains($0) ? $0 : nil }
        let body = mark == nil ? rest : rest.dropFirst()
        let name = body.prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
        rest = body.dropFirst(name.count)
        switch mark {
        case ".": part.classes.append(String(name))
        case "#": part.id = String(name)
        default:
          if name.isEmpty, rest.first == "*" {
            rest = rest.dropFirst()
            continue
          }
          part.name = name.lowercased()
        }
        if name.isEmpty { return nil }
      }
      return part
    }

    /// CSS Selectors 4, 17, as one number.
    var specificity: Int {
      parts.reduce(0) {
        $0 + ($1.id == nil ? 0 : 10_000) + 100 * $1.classes.count + ($1.name == nil ? 0 : 1)
      }
    }
  }
}

/// Walks through the blocks of a style sheet.
private struct StyleSheetReader {
  private let bytes: [UInt8]
  private var index = 0

  init(text: String) {
    var plain = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "/*") {
      plain += rest[..<open.lowerBound]
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "*/") else {
        rest = ""
        break
      }
      rest = rest[close.upperBound...]
    }
    bytes = Array((plain + rest).utf8)
  }

  /// Gives each rule that may hold on any screen.
  mutating func read(_ take: (String, String, ColourScheme?) -> Void) {
    while let prelude = prelude() {
      guard prelude.hasPrefix("@") else {
        take(prelude, block(), nil)
        continue
      }
      let content = block()
      guard let scheme = Self.scheme(of: prelude.lowercased()) else { continue }
      var inner = StyleSheetReader(text: content)
      // What is nested deeper is a condition more, and not looked at.
      while let prelude = inner.prelude() {
        let body = inner.block()
        if !prelude.hasPrefix("@") { take(prelude, body, scheme.value) }
      }
    }
  }

  /// In which scheme a media rule holds; nil for one that holds only on some screens.
  private static func scheme(of prelude: String) -> (value: ColourScheme?, Void)? {
    guard prelude.hasPrefix("@media") else { return nil }
    let query = prelude.filter { !$0.isWhitespace }
    if query.contains("width") || query.contains("height") || query.contains("print") { return nil }
    if query.contains("prefers-color-scheme:dark") { return (.dark, ()) }
    if query.contains("prefers-color-scheme:light") { return (.light, ()) }
    return query == "@mediascreen" || query == "@mediaall" ? (nil, ()) : nil
  }

  /// What stands before the next brace; statements such as `@charset` are passed over.
  private mutating func prelude() -> String? {
    var start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"):
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        index += 1
        return String(text.drop(while: \.isWhitespace))
      case UInt8(ascii: ";"), UInt8(ascii: "}"): start = index + 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// What stands up to the brace that closes.
  private mutating func block() -> String {
    let start = index
    var depth = 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
      index += 1
      if depth == 0 { return String(decoding: bytes[start..<index - 1], as: UTF8.self) }
    }
    return String(decoding: bytes[start...], as: UTF8.self)
  }
}
