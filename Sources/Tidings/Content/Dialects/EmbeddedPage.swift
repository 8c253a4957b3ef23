/// A video or a post on another site, by the page on which it is seen.
enum EmbeddedPage {
  /// The page of the video that a shortcode or component names, or nil when its id is none.
  static func youTube(_ id: String) -> String? {
    let id = key(
      in: id, after: ["watch?v=", "youtu.be/", "embed/", "shorts/", "live/", "?v=", "&v="])
    guard id.utf8.count == 11, id.utf8.allSatisfy(isKey) else { return nil }
    return "https://www.youtube.com/watch?v=\(id)"
  }

  static func vimeo(_ id: String) -> String? {
    let id = key(in: id, after: ["vimeo.com/video/", "vimeo.com/"])
    guard (4...12).contains(id.utf8.count), id.utf8.allSatisfy(\.isDigit) else {
      return nil
    }
    return "https://vimeo.com/\(id)"
  }

  static func xPost(_ id: String, user: String?) -> String? {
    let id = key(in: id, after: ["/status/"])
    guard (1...20).contains(id.utf8.count), id.utf8.allSatisfy(\.isDigit) else {
      return nil
    }
    let user = user.map { $0.drop { $0 == "@" } } ?? "i"
    guard !user.isEmpty, user.utf8.allSatisfy(isKey) else { return nil }
    return "https://x.com/\(user)/status/\(id)"
  }

  static func instagram(_ id: String) -> String? {
    let id = key(in: id, after: ["/p/", "/reel/"])
    guard (5...20).contains(id.utf8.count), id.utf8.allSatisfy(isKey) else { return nil }
    return "https://www.instagram.com/p/\(id)/"
  }

  /// `id` alone, or `user/id`.
  static func gist(_ id: String, user: String?) -> String? {
    let id = key(in: id, after: ["gist.github.com/"], ends: "?#.")
    let path = user.map { "\($0)/\(id)" } ?? id
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isKey) })
    else { return nil }
    return "https://gist.github.com/\(path)"
  }

  /// The page behind the address of a player's frame, with words for it.
  static func ofFrame(_ source: String) -> (label: String, address: String)? {
    let address = source.hasPrefix("//") ? "https:" + source : source
    guard let url = WebURL(address) else { return nil }
    switch url.host {
    case "youtube.com", "youtube-nocookie.com", "m.youtube.com", "youtu.be":
      return youTube(address).map { ("Video: watch on YouTube", $0) }
    case "player.vimeo.com", "vimeo.com":
      return vimeo(address).map { ("Video: watch on Vimeo", $0) }
    default:
      return nil
    }
  }

  private static func isKey(_ byte: UInt8) -> Bool {
    MarkdownByte.isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// What follows the first of the marks in an address; an id as it stands.
  private static func key(
    in text: String, after marks: [String], ends: String = "?&#/\""
  ) -> String {
    for mark in marks {
      if let found = text.firstRange(of: mark) {
        return String(text[found.upperBound...].prefix { !ends.contains($0) })
      }
    }
    return text
  }
}
