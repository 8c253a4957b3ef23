/// A post in pieces, as the pages where a person posts it by hand ask for them.
struct ShareDraft {
  let hook: String
  let link: WebURL?
  let attribution: String?
  /// Without `#`.
  let hashtags: [String]
  /// The whole post.
  let text: String
  let mastodonInstance: String

  /// The hook and the attribution, for pages that take the link by itself.
  var words: String {
    [hook, attribution ?? ""].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// `page` with the parameters that have a value.
  static func url(_ page: String, _ parameters: KeyValuePairs<String, String?>) -> String {
    let query = parameters.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : "\(name)=\(encode($0))" }
    }
    return query.isEmpty ? page : page + "?" + query.joined(separator: "&")
  }

  /// Everything but the unreserved characters as `%XX` (RFC 3986 2.3).
  static func encode(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
