/// Which servers may send for a domain (RFC 7208).
struct SPFRecord: Sendable, Hashable {
  /// In lower case, in their order.
  let terms: [String]

  /// Nil for a text record of another kind.
  init?(_ text: String) {
    let words = text.lowercased().split(separator: " ").map(String.init)
    guard words.first == "v=spf1" else { return nil }
    terms = Array(words.dropFirst())
  }

  /// How it ends: what becomes of mail from any other server.
  var all: String? {
    terms.last { $0 == "all" || $0.dropFirst() == "all" && "+-~?".contains($0.prefix(1)) }
  }

  /// The domain whose record stands for the end of this one.
  var redirect: String? {
    terms.first { $0.hasPrefix("redirect=") }.map { String($0.dropFirst(9)) }
  }

  /// The domains whose records are looked up within it; those with macros are not told.
  var includes: [String] {
    (terms.map(Self.mechanism).filter { $0.hasPrefix("include:") }.map { String($0.dropFirst(8)) }
      + [redirect].compactMap(\.self))
      .filter { !$0.contains("%") }
  }

  /// RFC 7208 4.6.4: how many of its terms make the receiver ask the DNS.
  var lookups: Int {
    terms.count { term in
      let name = Self.mechanism(term).prefix { $0 != ":" && $0 != "/" && $0 != "=" }
      return ["include", "a", "mx", "ptr", "exists", "redirect"].contains(name)
    }
  }

  private static func mechanism(_ term: String) -> String {
    "+-~?".contains(term.prefix(1)) ? String(term.dropFirst()) : term
  }
}
