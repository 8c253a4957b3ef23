import Foundation

/// An absolute http or https address, kept letter for letter as it was written.
///
/// It holds no white space and no control character, so it may end in a header or an attribute
/// once that place's own escaping is applied.
public struct WebURL: Sendable, Hashable, Codable {
  public let text: String

  /// The address in `text`, or nil when it is not an http or https URL with a host (RFC 3986).
  ///
  /// One with a user name or password is none: it would carry them to every reader.
  public init?(_ text: some StringProtocol) {
    let text =
      text.isPlainlyTrimmed ? String(text) : text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard
      text.unicodeScalars.allSatisfy({
        $0.isASCIILetterOrDigit || $0.value > 0x20 && !Self.refused.contains($0)
      }),
      let url = URL(string: text), let scheme = url.scheme?.lowercased(),
      scheme == "http" || scheme == "https",
      let host = url.host(percentEncoded: false), !host.isEmpty,
      url.user == nil, url.password == nil
    else { return nil }
    self.text = text
  }

  /// A text that was found to be an address before.
  init(verified text: String) { self.text = text }

  /// A web address without its last slash, and a percent-encoded path that begins with one.
  init(base: [UInt8], path: [UInt8]) {
    text = String(decoding: base + path, as: UTF8.self)
  }

  /// `reference` resolved against this address (RFC 3986 5.2), or nil when that is no web address.
  public func resolving(_ reference: String) -> WebURL? {
    if let absolute = WebURL(reference) { return absolute }
    guard let base = URL(string: text), let url = URL(string: reference, relativeTo: base) else {
      return nil
    }
    return WebURL(url.absoluteString)
  }

  /// The same address with what of its path, query and fragment is not ASCII percent-encoded
  /// (RFC 3987 3.1).
  var inASCII: String {
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    let path = text[start...].firstIndex { "/?#".contains($0) } ?? text.endIndex
    return text[path...].unicodeScalars.reduce(into: String(text[..<path])) { ascii, scalar in
      ascii += scalar.isASCII ? String(scalar) : String(scalar).percentEncoded()
    }
  }

  /// The host in lower case, without a leading `www.`.
  public var host: String {
    let host = URL(string: text)?.host(percentEncoded: false)?.lowercased() ?? ""
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// The page that it leads to, without what may differ between two ways to write it: scheme,
  /// `www.`, fragment, the marks of a campaign, and how a folder's own page ends.
  var place: String {
    let rest = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text[...]
    let address = rest.prefix { $0 != "#" }
    let parts = address.split(separator: "?", maxSplits: 1)
    let place = parts.first ?? ""
    var path = place.drop { $0 != "/" }
    for ending in ["/index.html", "/index.htm", "/"] where path.hasSuffix(ending) {
      path = path.dropLast(ending.count)
    }
    let query = (parts.count > 1 ? parts[1] : "").split(separator: "&")
      .filter { !$0.hasPrefix("utm_") }.joined(separator: "&")
    return host + path + (query.isEmpty ? "" : "?" + query)
  }

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let url = WebURL(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is no web address"))
    }
    self = url
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  private static let refused = CharacterSet.controlCharacters
    .union(.whitespacesAndNewlines).union(CharacterSet(charactersIn: "<>\"\\^`{|}"))
    .union(CharacterSet(charactersIn: "\u{200E}"..."\u{200F}"))
    .union(CharacterSet(charactersIn: "\u{202A}"..."\u{202E}"))
    .union(CharacterSet(charactersIn: "\u{2066}"..."\u{2069}"))
}

extension WebURL: CustomStringConvertible {
  public var description: String { text }
}
