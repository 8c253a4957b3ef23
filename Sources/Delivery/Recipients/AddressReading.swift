import Tidings

extension EmailAddress {
  /// The address as it stands in an envelope or a ledger.
  var spelled: String { "\(local)@\(domain)" }

  /// The address in `text`.
  ///
  /// - Throws: what is wrong with it.
  static func read(_ text: String) throws(UnreadableAddress) -> EmailAddress {
    let hasGap = text.unicodeScalars.contains {
      $0.properties.isWhitespace || $0.properties.generalCategory == .control
        || $0.properties.generalCategory == .format
    }
    if hasGap { throw UnreadableAddress("it has white space or a control character in it") }
    guard let at = text.lastIndex(of: "@") else { throw UnreadableAddress("it has no '@'") }
    let (local, domain) = (text[..<at], text[text.index(after: at)...])
    if local.isEmpty { throw UnreadableAddress("nothing stands before the '@'") }
    if domain.isEmpty { throw UnreadableAddress("nothing stands after the '@'") }
    if local.contains("@") || text.contains(where: { "<>,;:\\\"()[]".contains($0) }) {
      throw UnreadableAddress("it has a character that an address cannot have")
    }
    return EmailAddress(local: String(local), domain: String(domain))
  }
}

/// What keeps a text from being an address.
struct UnreadableAddress: Error, CustomStringConvertible {
  let description: String

  init(_ reason: String) {
    description = reason
  }
}
