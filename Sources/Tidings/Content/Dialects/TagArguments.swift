/// What stands in a tag behind its name: `src="a.png" wide`, `(id="x")`, `item={value}`.
struct TagArguments: Hashable {
  /// By name in lower case; the first of two alike counts.
  private(set) var named: [String: String] = [:]
  private(set) var positional: [String] = []

  init(named: [String: String], positional: [String]) {
    self.named = named
    self.positional = positional
  }

  init(_ source: ArraySlice<UInt8>) {
    var rest = source
    while let first = rest.first {
      if first.isSpace || ",();".utf8.contains(first) {
        rest.removeFirst()
        continue
      }
      let key = rest.prefix(while: MarkdownByte.isName)
      let after = rest.dropFirst(key.count).drop(while: \.isSpace)
      if !key.isEmpty, after.first == UInt8(ascii: "=") {
        rest = after.dropFirst().drop(while: \.isSpace)
        let value = Self.value(&rest)
        let name = key.string.lowercased()
        if named[name] == nil { named[name] = value }
      } else {
        positional.append(Self.value(&rest))
      }
    }
  }

  /// The first of the named values that says something.
  func first(_ names: String...) -> String? {
    for name in names {
      if let value = named[name]?.oneLine, !value.isEmpty { return value }
    }
    return nil
  }

  /// A positional value that says something.
  func positional(_ index: Int) -> String? {
    guard positional.indices.contains(index) else { return nil }
    let value = positional[index].oneLine
    return value.isEmpty ? nil : value
  }

  private static func value(_ rest: inout ArraySlice<UInt8>) -> String {
    guard let first = rest.first else { return "" }
    if "\"'`".utf8.contains(first), let close = quoteEnd(rest, first) {
      let inner = rest[(rest.startIndex + 1)..<close]
      rest = rest[(close + 1)...]
      return unescaped(inner, first)
    }
    if first == UInt8(ascii: "{"), let close = Braces.end(of: rest) {
      let inner = rest[(rest.startIndex + 1)..<close]
      rest = rest[(close + 1)...]
      return literal(in: inner) ?? "{" + inner.string + "}"
    }
    let word = rest.prefix { !$0.isSpace && !",)".utf8.contains($0) }
    rest = rest.dropFirst(max(word.count, 1))
    return word.string
  }

  private static func quoteEnd(_ rest: ArraySlice<UInt8>, _ quote: UInt8) -> Int? {
    var index = rest.startIndex + 1
    while index < rest.endIndex {
      if rest[index] == quote { return index }
      index += rest[index] == MarkdownByte.backslash && quote != UInt8(ascii: "`") ? 2 : 1
    }
    return nil
  }

  private static func unescaped(_ inner: ArraySlice<UInt8>, _ quote: UInt8) -> String {
    guard inner.contains(MarkdownByte.backslash), quote != UInt8(ascii: "`") else {
      return inner.string
    }
    var result: [UInt8] = []
    var isEscaped = false
    for byte in inner {
      if byte == MarkdownByte.backslash, !isEscaped {
        isEscaped = true
        continue
      }
      if isEscaped, byte != quote, byte != MarkdownByte.backslash {
        result.append(MarkdownByte.backslash)
      }
      isEscaped = false
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The one string that an expression holds: `"a"`, `` `a` ``, `require('./a.png').default`.
  static func literal(in expression: ArraySlice<UInt8>) -> String? {
    var text = expression.trimmed
    if text.opens(with: "require(") {
      text = text.dropFirst("require(".utf8.count)
      guard let quote = text.first, let close = quoteEnd(text, quote) else { return nil }
      text = text[...close]
    }
    guard let quote = text.first, "\"'`".utf8.contains(quote), let close = quoteEnd(text, quote),
      close == text.endIndex - 1
    else { return nil }
    let inner = text[(text.startIndex + 1)..<close]
    // A template literal with a value in it is no plain text.
    return quote == UInt8(ascii: "`") && inner.contains(UInt8(ascii: "$"))
      ? nil : unescaped(inner, quote)
  }
}
