/// An address with the name that is shown for it.
public struct Mailbox: Sendable, Hashable {
  /// Without spaces around it and without control characters; never empty.
  public let name: String?
  public let address: EmailAddress

  public init(address: EmailAddress) {
    self.name = nil
    self.address = address
  }

  /// A mailbox shown as `name`, or by its address alone when that is nil or blank.
  ///
  /// - Throws: `AddressError` for a name with a line end or another control character.
  public init(name: String?, address: EmailAddress) throws(AddressError) {
    if let name, name.hasControlCharacters { throw AddressError(name, .controlCharacter) }
    self.init(checkedName: name?[...], address: address)
  }

  /// The mailbox in `text`: `Ann <ann@example.org>`, `"Doe, Ann" <ann@example.org>` or an address.
  ///
  /// - Throws: `AddressError` for anything else, such as a list of addresses, or a comma in a name
  ///   that is not quoted.
  public init(parsing text: String) throws(AddressError) {
    if text.hasControlCharacters { throw AddressError(text, .controlCharacter) }
    let trimmed = Self.trimmed(text[...])
    let open = UInt8(ascii: "<")
    let close = UInt8(ascii: ">")
    guard trimmed.utf8.contains(where: { $0 == open || $0 == close }) else {
      self.init(address: try Self.address(trimmed, in: text))
      return
    }
    guard trimmed.utf8.last == close, let start = trimmed.utf8.lastIndex(of: open) else {
      throw AddressError(text, .noAngleBracket)
    }
    let name = try Self.name(in: Self.trimmed(trimmed[..<start]), of: text)
    let inside =
      trimmed[trimmed.utf8.index(after: start)..<trimmed.utf8.index(before: trimmed.endIndex)]
    self.init(checkedName: name[...], address: try Self.address(inside, in: text))
  }

  private init(checkedName name: Substring?, address: EmailAddress) {
    let trimmed = name.map(Self.trimmed) ?? ""
    self.name = trimmed.isEmpty ? nil : String(trimmed)
    self.address = address
  }

  private static func address(
    _ part: Substring, in text: String
  ) throws(AddressError) -> EmailAddress {
    do {
      return try EmailAddress(part)
    } catch {
      throw AddressError(text, error.reason)
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let space = UInt8(ascii: " ")
    guard let first = text.utf8.firstIndex(where: { $0 != space }),
      let last = text.utf8.lastIndex(where: { $0 != space })
    else { return "" }
    return text[first..<text.utf8.index(after: last)]
  }

  /// The name that a display-name of RFC 5322 3.4 stands for.
  private static func name(
    in phrase: Substring, of text: String
  ) throws(AddressError) -> String {
    guard phrase.utf8.first == UInt8(ascii: "\"") else {
      let refused = phrase.unicodeScalars.first { "<>\",;".unicodeScalars.contains($0) }
      if let refused { throw AddressError(text, .characterInName(refused)) }
      return String(phrase)
    }
    var name = String.UnicodeScalarView()
    var isEscaped = false
    var rest = phrase.unicodeScalars.dropFirst()
    while let scalar = rest.popFirst() {
      if !isEscaped && scalar == "\\" {
        isEscaped = true
      } else if !isEscaped && scalar == "\"" {
        if !rest.isEmpty { throw AddressError(text, .textAfterQuote) }
        return String(name)
      } else {
        name.append(scalar)
        isEscaped = false
      }
    }
    throw AddressError(text, .openQuote)
  }
}

extension Mailbox: CustomStringConvertible {
  /// What `init(parsing:)` reads back: `Ann <ann@example.org>`, the name in quotes when it has to be.
  public var description: String {
    guard let name else { return address.description }
    let needsQuotes = name.utf8.contains { "<>\",;\\".utf8.contains($0) }
    guard needsQuotes else { return "\(name) <\(address)>" }
    return "\(name.quoted) <\(address)>"
  }
}

extension String {
  /// A quoted-string (RFC 5322 3.2.4): in quotes, with a backslash before each quote and backslash.
  var quoted: String {
    var scalars = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in unicodeScalars {
      if scalar == "\"" || scalar == "\\" { scalars.append("\\") }
      scalars.append(scalar)
    }
    scalars.append("\"")
    return String(scalars)
  }
}
