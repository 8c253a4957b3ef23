import Foundation

/// The part of a `--via` between `://` and the path: `[user@]host[:port]` (RFC 3986 3.2).
struct ViaAuthority {
  let user: String?
  let host: String
  let port: Int?

  init(_ authority: Substring, of text: String) throws(ViaError) {
    var rest = authority.hasSuffix("/") ? authority.dropLast() : authority
    if let at = rest.lastIndex(of: "@") {
      user = try Self.user(rest[..<at], of: text)
      rest = rest[rest.index(after: at)...]
    } else {
      user = nil
    }
    let after: Substring
    if rest.hasPrefix("[") {
      guard let end = rest.firstIndex(of: "]") else {
        throw ViaError(text, "has a '[' without a ']'")
      }
      host = String(rest[rest.index(after: rest.startIndex)..<end])
      guard host.contains(":"), host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else {
        throw ViaError(text, "has no IPv6 address between '[' and ']'")
      }
      after = rest[rest.index(after: end)...]
    } else {
      let end = rest.firstIndex(of: ":") ?? rest.endIndex
      host = String(rest[..<end])
      after = rest[end...]
    }
    if host.isEmpty { throw ViaError(text, "names no host", hint: "write smtp://HOST:PORT") }
    if let odd = host.first(where: { "/?#\\%<>\"'`{}|^,;".contains($0) }) {
      throw ViaError(text, "has '\(odd)' behind the host, expected a port or nothing")
    }
    port = try Self.port(after, of: text)
  }

  /// The server that this names, with `smtp`'s or `smtps`'s usual port.
  func server(isImplicit: Bool) -> SMTPServer {
    let security: SMTPServer.Security =
      isImplicit ? .implicitTLS : Loopback.contains(host) ? .opportunistic : .startTLS
    return SMTPServer(
      host: host, port: port ?? (isImplicit ? 465 : 587), security: security, user: user)
  }

  private static func user(_ text: Substring, of whole: String) throws(ViaError) -> String {
    if text.contains(":") {
      throw ViaError(
        whole, "has a password in it",
        hint: "secrets come from the environment or a file, never from an argument")
    }
    guard let user = text.removingPercentEncoding, !user.isEmpty,
      user.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { throw ViaError(whole, "has no readable user name before the '@'") }
    return user
  }

  private static func port(_ text: Substring, of whole: String) throws(ViaError) -> Int? {
    if text.isEmpty { return nil }
    let digits = text.dropFirst()
    guard text.hasPrefix(":"), !digits.isEmpty,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      throw ViaError(
        whole, "has '\(text.printable(limit: 40))' behind the host, expected a port such as :587")
    }
    guard let port = Int(digits), (1...65_535).contains(port) else {
      throw ViaError(whole, "has the port \(digits.prefix(20)), expected 1 to 65535")
    }
    return port
  }
}
