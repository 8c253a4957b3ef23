import Foundation

/// One declaration of a style attribute or of a rule in a style block.
struct CSSDeclaration: Hashable {
  /// In lower case.
  let name: String
  /// In lower case, without `!important`.
  let value: String
  let isImportant: Bool

  /// The declarations in `text`; what is none is passed over, as browsers do (CSS Syntax 5.4.4).
  static func all(in text: some StringProtocol) -> [CSSDeclaration] {
    split(text, at: ";").compactMap { part in
      guard let colon = part.firstIndex(of: ":") else { return nil }
      let name = trimmed(part[..<colon]).lowercased()
      var value = trimmed(part[part.index(after: colon)...]).lowercased()
      var isImportant = false
      if value.hasSuffix("important"), let mark = value.lastIndex(of: "!"),
        trimmed(value[mark...].dropFirst()) == "important"
      {
        isImportant = true
        value = trimmed(value[..<mark])
      }
      guard !name.isEmpty, !value.isEmpty else { return nil }
      return CSSDeclaration(name: name, value: value, isImportant: isImportant)
    }
  }

  /// `text` cut at a mark where it stands in no quotes and no brackets.
  static func split(_ text: some StringProtocol, at mark: Character) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "(" {
        depth += 1
      } else if character == ")" {
        depth = max(0, depth - 1)
      } else if character == mark, depth == 0 {
        parts.append(part)
        part = ""
        continue
      }
      part.append(character)
    }
    return parts + [part]
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    text.isPlainlyTrimmed ? String(text) : text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension CSSDeclaration {
  /// What a declaration shows that a page uses.
  var traits: [ClientFacts.Trait] {
    var traits: [ClientFacts.Trait] = [.property(name)]
    var word: [UInt8] = []
    var quote: UInt8?
    func end(isFunction: Bool) {
      defer { word = [] }
      guard let first = word.first else { return }
      let text = String(decoding: word, as: UTF8.self)
      if isFunction {
        traits.append(.function(text))
      } else if first.isLetter {
        traits += [.declaration(name, text), .keyword(text)]
      } else if first != UInt8(ascii: "#") {
        let unit = word.drop { !($0.isLetter || $0 == UInt8(ascii: "%")) }
        if !unit.isEmpty { traits.append(.unit(String(decoding: unit, as: UTF8.self))) }
      }
    }
    for byte in value.utf8 {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        end(isFunction: false)
        quote = byte
      } else if byte.isAlphanumeric || "#-.%+_".utf8.contains(byte) {
        word.append(byte)
      } else {
        end(isFunction: byte == UInt8(ascii: "("))
      }
    }
    end(isFunction: false)
    return traits
  }
}
