import Foundation

/// The plain texts, and true and false, that a JavaScript or Python configuration assigns.
///
/// Nothing is run: a value that is computed is no value here.
struct ScriptLiterals {
  private var found: [(path: [String], value: String)] = []
  /// The names that hold a list, which may be empty.
  private var lists: Set<String> = []

  /// What the keys of a script's objects hold, as in `{ i18n: { defaultLocale: 'en' } }`.
  init(javaScript text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    found = reader.literals()
  }

  /// What the module-level names of a Python file hold.
  init(python text: String) {
    // The last assignment is the one that counts, as it does in Python.
    var assigned: [String: (line: Int, found: [(path: [String], value: String)])] = [:]
    var count = 0
    for line in text.split(separator: "\n") {
      let name = line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      var rest = line[name.endIndex...].drop { $0 == " " || $0 == "\t" }
      guard !name.isEmpty, rest.first == "=" else { continue }
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      let names = [String(name)]
      count += 1
      if rest.first == "[" || rest.first == "(" {
        guard let values = Self.pythonList(&rest), Self.endsStatement(rest) else { continue }
        assigned[names[0]] = (count, values.map { (names + [""], $0) })
        lists.insert(names[0])
      } else if let value = Self.pythonText(&rest), Self.endsStatement(rest) {
        assigned[names[0]] = (count, [(names, value)])
        lists.remove(names[0])
      }
    }
    found = assigned.values.sorted { $0.line < $1.line }.flatMap(\.found)
  }

  /// The texts of the Python list or tuple that `name` is on one line; nil when it is none.
  func list(_ name: String) -> [String]? {
    lists.contains(name) ? found.filter { $0.path == [name, ""] }.map(\.value) : nil
  }

  /// Takes a text off the start of `rest`; nil for what is none, and for one with escapes.
  private static func pythonText(_ rest: inout Substring) -> String? {
    var text = rest
    var isRaw = false
    if let prefix = text.first, "urUR".contains(prefix) {
      isRaw = "rR".contains(prefix)
      text = text.dropFirst()
    }
    guard let quote = text.first, quote == "'" || quote == "\"" else { return nil }
    let value = text.dropFirst().prefix { $0 != quote }
    guard value.endIndex < text.endIndex, isRaw || !value.contains("\\") else { return nil }
    rest = text[value.endIndex...].dropFirst()
    return String(value)
  }

  private static func pythonList(_ rest: inout Substring) -> [String]? {
    let close: Character = rest.first == "[" ? "]" : ")"
    rest = rest.dropFirst()
    var values: [String] = []
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "," }
      if rest.first == close {
        rest = rest.dropFirst()
        return values
      }
      guard let value = pythonText(&rest) else { return nil }
      values.append(value)
    }
  }

  private static func endsStatement(_ rest: Substring) -> Bool {
    let after = rest.drop { $0 == " " || $0 == "\t" }
    return after.isEmpty || after.first == "#"
  }

  /// The value of the key that ends in `keys` and lies least deep; nil when it is no literal.
  subscript(keys: String...) -> String? {
    found.filter { $0.path.suffix(keys.count) == keys[...] }
      .min { $0.path.count < $1.path.count }?.value
  }

  private struct Reader {
    let bytes: [UInt8]
    private var index = 0
    private var path: [String] = []
    private var key: String?
    private var found: [(path: [String], value: String)] = []
    private var previous = UInt8(ascii: ";")

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    private static let deepest = 64

    mutating func literals() -> [(path: [String], value: String)] {
      while index < bytes.count, path.count <= Self.deepest {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"):
          index += 1
          continue
        case UInt8(ascii: "/"):
          if skipCommentOrPattern() { continue }
        case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
          take(string(quote: byte))
          continue
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          path.append(key ?? "")
          key = nil
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if !path.isEmpty { path.removeLast() }
          key = nil
        case UInt8(ascii: ","), UInt8(ascii: ";"):
          key = nil
        case _ where Self.isWord(byte):
          take(word())
          continue
        // A sign makes what follows an expression, which is no literal.
        case UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"): break
        default: key = nil
        }
        previous = byte
        index += 1
      }
      return found
    }

    private enum Token {
      case string(String)
      case word(String)
      /// A template with something to compute in it.
      case computed
    }

    private mutating func take(_ token: Token) {
      previous = UInt8(ascii: "a")
      let next = nextSign()
      switch token {
      case .string(let text), .word(let text):
        if key == nil, next == UInt8(ascii: ":") {
          key = text
        } else if let name = key {
          let isValue =
            if case .string = token { true } else { text == "true" || text == "false" }
          if isValue, next.map({ ",}])\n;".utf8.contains($0) }) ?? true {
            found.append((path.filter { !$0.isEmpty } + [name], text))
          }
          key = nil
        }
      case .computed: key = nil
      }
    }

    private func nextSign() -> UInt8? {
      bytes[min(index, bytes.count)...].first {
        $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != 0x0A
      }
    }

    private mutating func word() -> Token {
      let start = index
      while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
      return .word(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    private mutating func string(quote: UInt8) -> Token {
      var text: [UInt8] = []
      var isComputed = false
      index += 1
      while index < bytes.count, bytes[index] != quote {
        if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count { index += 1 }
        if quote == UInt8(ascii: "`"), bytes[index] == UInt8(ascii: "$") { isComputed = true }
        text.append(bytes[index])
        index += 1
      }
      index += 1
      return isComputed ? .computed : .string(String(decoding: text, as: UTF8.self))
    }

    /// Whether a comment or a regular expression began here, which is then behind.
    private mutating func skipCommentOrPattern() -> Bool {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if next == UInt8(ascii: "/") {
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        return true
      }
      if next == UInt8(ascii: "*") {
        index += 2
        while index < bytes.count,
          !(bytes[index] == UInt8(ascii: "/") && bytes[index - 1] == UInt8(ascii: "*"))
        {
          index += 1
        }
        index += 1
        return true
      }
      guard "(,=:[!&|?{};".utf8.contains(previous) else { return false }
      index += 1
      while index < bytes.count, bytes[index] != UInt8(ascii: "/"), bytes[index] != 0x0A {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      index += 1
      key = nil
      return true
    }

    private static func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
        true
      default: false
      }
    }
  }
}
