import Foundation

/// Tells names of places from titles, addresses and "here".
enum OriginNames {
  /// Whether a link's words are part of the sentence: "[originally published](…) on …".
  static func opensSentence(_ text: String) -> Bool {
    let words = text.split(separator: " ").map { DateNames.folded($0) }
    return words.contains { OriginWords.adverbs.contains($0) }
      && words.contains { OriginWords.verbs.contains($0) }
  }

  /// `name` without punctuation and emphasis around it.
  static func trimmed(_ name: String) -> String {
    name.trimmingCharacters(in: CharacterSet(charactersIn: " .,;:!?()[]–—*_\"“”«»"))
  }

  /// How many parts of its path stand before the last; -1 for a site's own page.
  ///
  /// A slug right below an author counts as deep.
  static func depth(of url: WebURL) -> Int {
    guard let host = url.text.firstRange(of: "://") else { return 0 }
    let path = url.text[host.upperBound...].prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    let isSlug = path.count == 2 && path[1].contains("-") && path[1].count > 20
    return isSlug ? 2 : path.count - 1
  }

  /// Whether a link's text is a name, not "here" and not a title.
  static func isName(_ text: String) -> Bool {
    let text = trimmed(text)
    let folded = text.lowercased().replacing("’", with: "'")
    return !text.isEmpty && text.count <= 40 && !text.contains("://") && !isDescription(text)
      && !SiteName.placeholders.contains(folded) && !folded.hasPrefix("original")
      && !opensSentence(text)
  }

  /// Three words or more, all in small letters, as in "the official notice".
  private static func isDescription(_ text: String) -> Bool {
    text.split(separator: " ").count > 2
      && !text.contains { $0.isUppercase || ($0.isLetter && !$0.isCased) }
  }

  /// `example.org` or `example.org/x` as an address.
  static func domain(_ text: String) -> WebURL? {
    let host = text.prefix { $0 != "/" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, TopLevelDomains.contains(last.lowercased()),
      labels.allSatisfy({ label in
        !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
      }), host.contains(where: \.isLowercase)
    else { return nil }
    return WebURL("https://" + text)
  }
}
