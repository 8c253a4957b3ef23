import Foundation
import Tidings

/// A feed's address, shown without what may be a secret in it.
struct FeedAddress: Sendable, Hashable {
  let url: WebURL

  /// - Throws: `FeedError` for what is no web address, or has a user name or password in it.
  init(_ text: String) throws(FeedError) {
    if let url = WebURL(text) {
      self.url = url
      return
    }
    let parts = URLComponents(string: text.trimmingCharacters(in: .whitespacesAndNewlines))
    if parts?.user != nil || parts?.password != nil {
      throw FeedError(
        .address, at: "a feed's address", "has a user name or password in it",
        hint: "leave them out: they would stand in the configuration and in messages")
    }
    throw FeedError(
      .address, at: Self.shown(text), "is no web address",
      hint: "expected one such as https://blog.example/feed.xml")
  }

  var isSecure: Bool { url.text.lowercased().hasPrefix("https:") }

  /// Whether it leads to this machine.
  var isLoopback: Bool {
    // WebURL drops the brackets of an IPv6 address in some versions of Foundation.
    Loopback.contains(String(url.host.trimmingPrefix("[").prefix { $0 != "]" }))
  }

  /// The address for messages.
  var shown: String { Self.shown(url.text) }

  /// `text` without its fragment, and with `(hidden)` for the values that look like secrets.
  static func shown(_ text: String) -> String {
    let text = text.prefix { $0 != "#" }
    guard let mark = text.firstIndex(of: "?") else { return text.printable(limit: 500) }
    let pairs = text[text.index(after: mark)...]
      .split(separator: "&", omittingEmptySubsequences: false).map { pair -> String in
        guard let equals = pair.firstIndex(of: "=") else { return String(pair) }
        let key = pair[..<equals]
        let name = (String(key).removingPercentEncoding ?? String(key)).lowercased()
        return secrets.contains(where: name.contains) ? "\(key)=(hidden)" : String(pair)
      }
    return "\(text[..<mark])?\(pairs.joined(separator: "&"))".printable(limit: 500)
  }

  private static let secrets = [
    "token", "key", "secret", "password", "passwd", "auth", "signature",
  ]
}

extension FeedAddress: CustomStringConvertible {
  var description: String { shown }
}
