/// An address as Bluesky's app shows it (`toShortUrl`), which reads it by the URL Standard first.
struct BlueskyAddress {
  private let host: String
  /// Path, query and fragment, in ASCII; empty for the root alone.
  private let path: String

  private static let longestPath = 15
  private static let keptPath = 13
  private static let marksAfterHost: ScalarSet = "/\\?#"
  private static let marksNotInHost: ScalarSet = "%<>[]^|"
  private static let marksNotInPath: ScalarSet = "\"#<>?^`{}"
  private static let marksInPlainPath: ScalarSet = "/-_"
  private static let marksNotInQuery: ScalarSet = "\"#<>'"
  private static let marksNotInFragment: ScalarSet = "\"<>`"

  /// Nil for what is no address of the web, which the app shows as it stands.
  init?(_ link: String) {
    let start = String(decoding: link.utf8.prefix(8), as: UTF8.self).lowercased()
    guard let scheme = ["https://", "http://"].first(where: start.hasPrefix) else { return nil }
    let rest = link.unicodeScalars.dropFirst(scheme.utf8.count)
    let authority = rest.prefix { !Self.marksAfterHost.contains($0) }
    guard let host = Self.host(authority, defaultPort: scheme == "https://" ? 443 : 80) else {
      return nil
    }
    self.host = host
    let whole = rest[authority.endIndex...]
    let names = whole.prefix { $0 != "?" && $0 != "#" }
    let asked = whole[names.endIndex...].prefix { $0 != "#" }
    let fragment = whole[asked.endIndex...]
    let path = Self.path(names)
    self.path =
      (path == "/" ? "" : path)
      + (asked.count > 1 ? Self.encoded(asked, besides: Self.marksNotInQuery) : "")
      + (fragment.count > 1 ? Self.encoded(fragment, besides: Self.marksNotInFragment) : "")
  }

  /// Of a longer path 13 characters and three dots.
  var shown: String {
    guard path.utf8.count > Self.longestPath else { return host + path }
    return host + String(decoding: path.utf8.prefix(Self.keptPath), as: UTF8.self) + "..."
  }

  /// With the port, unless it is the scheme's own; nil for what is no host.
  private static func host(
    _ authority: Substring.UnicodeScalarView, defaultPort: Int
  ) -> String? {
    if isPlain(authority) { return String(authority) }
    let named = authority.lastIndex(of: "@").map { authority[$0...].dropFirst() } ?? authority
    // RFC 3986 3.2.2: an address of numbers may hold colons between its brackets.
    let bracket = named.first == "[" ? named.lastIndex(of: "]") : nil
    let name = bracket.map { named[...$0] } ?? named.prefix { $0 != ":" }
    let bare = bracket == nil ? name : name.dropFirst().dropLast()
    guard !bare.isEmpty, !bare.contains(where: isForbiddenInHost) else { return nil }
    let host = String(name).lowercased()
    let ascii =
      host.utf8.allSatisfy { $0 < 0x80 }
      ? host
      : host.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
        .map { Punycode.encode(label: $0) ?? String($0) }.joined(separator: ".")
    let digits = named[name.endIndex...].dropFirst()
    if digits.isEmpty { return ascii }
    guard digits.allSatisfy({ ("0"..."9").contains($0) }), let port = UInt16(String(digits)) else {
      return nil
    }
    return Int(port) == defaultPort ? ascii : "\(ascii):\(port)"
  }

  /// Whether what follows the scheme is a host in small letters, without port or account.
  static func isPlain(_ link: String) -> Bool {
    guard let scheme = link.firstRange(of: "://") else { return false }
    let rest = link[scheme.upperBound...].unicodeScalars
    return isPlain(rest.prefix { !marksAfterHost.contains($0) })
  }

  private static func isPlain(_ authority: Substring.UnicodeScalarView) -> Bool {
    !authority.isEmpty && authority.allSatisfy(plainInHost.contains)
  }

  private static let plainInHost: ScalarSet = "abcdefghijklmnopqrstuvwxyz0123456789.-"

  /// URL Standard 3.2, forbidden domain code points.
  private static func isForbiddenInHost(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0x7F || marksNotInHost.contains(scalar)
  }

  /// Names without `.` and `..`, which lead nowhere and up (URL Standard 4.4, path state).
  private static func path(_ names: Substring.UnicodeScalarView) -> String {
    if !names.isEmpty, names.allSatisfy(isPlainInPath) { return String(names) }
    let written = names.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
      .dropFirst()
    var path: [String] = []
    for (index, name) in written.enumerated() {
      switch dots(in: name) {
      case 1: if index == written.count - 1 { path.append("") }
      case 2:
        _ = path.popLast()
        if index == written.count - 1 { path.append("") }
      default: path.append(encoded(name, besides: marksNotInPath))
      }
    }
    return "/" + path.joined(separator: "/")
  }

  private static func isPlainInPath(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIILetterOrDigit || marksInPlainPath.contains(scalar)
  }

  /// How many dots a name is made of, each `.` or `%2e`; nil for any other name.
  private static func dots(in name: Substring.UnicodeScalarView) -> Int? {
    var rest = String(name).utf8[...]
    var dots = 0
    while let first = rest.first {
      if first == UInt8(ascii: ".") {
        rest.removeFirst()
      } else if rest.starts(with: "%2e".utf8) || rest.starts(with: "%2E".utf8) {
        rest.removeFirst(3)
      } else {
        return nil
      }
      dots += 1
    }
    return (1...2).contains(dots) ? dots : nil
  }

  /// With everything in `%XX` that is no visible ASCII or is one of `marks`.
  private static func encoded(
    _ scalars: Substring.UnicodeScalarView, besides marks: ScalarSet
  ) -> String {
    func isPlain(_ scalar: Unicode.Scalar) -> Bool {
      (0x21...0x7E).contains(scalar.value) && !marks.contains(scalar)
    }
    if scalars.allSatisfy(isPlain) { return String(scalars) }
    var encoded = ""
    for scalar in scalars {
      if isPlain(scalar) {
        encoded.unicodeScalars.append(scalar)
      } else {
        encoded += String(scalar).percentEncoded()
      }
    }
    return encoded
  }
}
