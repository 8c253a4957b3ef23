import Glibc

/// An address as it stands in `href` or `src`, and what is wrong with it.
struct LinkAddress {
  let text: String
  /// In lower case; nil for a relative one.
  let scheme: String?
  /// In lower case, without port; empty where the scheme has none.
  let host: String

  init(_ text: String) {
    self.text = text
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      text.utf8[..<colon].allSatisfy({
        $0.isAlphanumeric || [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains($0)
      }), text.utf8.first?.isLetter == true
    else {
      scheme = nil
      host = ""
      return
    }
    scheme = text[..<colon].lowercased()
    let rest = text[text.utf8.index(after: colon)...]
    guard rest.hasPrefix("//") else {
      host = ""
      return
    }
    let authority = rest.dropFirst(2).prefix { !"/?#".contains($0) }
    let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    host =
      place.hasPrefix("[")
      ? place.dropFirst().prefix { $0 != "]" }.lowercased()
      : place.prefix { $0 != ":" }.lowercased()
  }

  /// Why a web address cannot be right, whatever its server says.
  var fault: String? {
    guard scheme == "http" || scheme == "https" else { return nil }
    if text.unicodeScalars.contains(where: {
      $0.value <= 0x20 || "<>\"{}|\\^`".unicodeScalars.contains($0)
    }) {
      return "has a space or a character in it that must be encoded"
    }
    if host == "http" || host == "https" { return "begins with 'http' twice" }
    if host.isEmpty { return "has no server in it" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    if !isNumber, labels.contains(where: \.isEmpty) { return "has a dot too many in its server" }
    if labels.count < 2, !isNumber, host != "localhost" { return "has no whole server name in it" }
    if text.hasSuffix("…") || text.hasSuffix("...") { return "was cut off" }
    if hasBrokenEscape { return "has a '%' that begins no code" }
    return nil
  }

  /// Why no reader will get there; nil when they may.
  ///
  /// `isRehearsal` lets the names be that RFC 2606 keeps for examples.
  func deadEnd(isRehearsal: Bool) -> String? {
    guard scheme == "http" || scheme == "https" else { return nil }
    let labels = host.split(separator: ".").map(String.init)
    guard let last = labels.last else { return nil }
    if host == "localhost" || last == "localhost" { return "leads to the reader's own machine" }
    if isNumber { return "leads to an IP address" }
    if ["local", "internal", "lan", "home", "intranet", "corp"].contains(last) {
      return "leads to a machine of a local network"
    }
    guard !isRehearsal else { return nil }
    return Self.isReserved(host) ? "leads to a name that is kept for examples" : nil
  }

  /// RFC 2606, RFC 6761.
  static func isReserved(_ host: String) -> Bool {
    let labels = host.split(separator: ".").suffix(2)
    guard let last = labels.last else { return false }
    if ["test", "example", "invalid"].contains(last) { return true }
    return labels.first == "example" && ["com", "net", "org"].contains(last)
  }

  /// An IPv4 or IPv6 address in place of a name.
  private var isNumber: Bool {
    host.contains(":")
      || host.split(separator: ".").count == 4 && host.utf8.allSatisfy { !$0.isLetter }
  }

  private var hasBrokenEscape: Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { index in
      bytes[index] == UInt8(ascii: "%")
        && !(index + 2 < bytes.count && isxdigit(Int32(bytes[index + 1])) != 0
          && isxdigit(Int32(bytes[index + 2])) != 0)
    }
  }
}
