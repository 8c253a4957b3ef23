/// The picture that an item of RSS or Atom names as its own.
enum FeedPictures {
  /// The first of Media RSS's, the enclosures' and iTunes'; one that is no web address is noted.
  static func url(in element: FeedElement, base: WebURL?, for item: inout FeedItem) -> WebURL? {
    let groups = [element] + element.all("media:group", "media:content")
    let media = groups.flatMap { $0.all("media:content") }.filter(isPicture)
    let found: [(key: String, text: String?)] =
      media.map { ("media:content", $0.attributes["url"]) }
      + groups.flatMap { $0.all("media:thumbnail") }
      .map { ("media:thumbnail", $0.attributes["url"]) }
      + element.all("enclosure").filter(isPicture).map { ("enclosure", $0.attributes["url"]) }
      + element.all("atom:link", "link").filter { $0.attributes["rel"] == "enclosure" }
      .filter(isPicture).map { ("link", $0.attributes["href"]) }
      + element.all("itunes:image").map { ("itunes:image", $0.attributes["href"]) }
    for (key, text) in found {
      guard let text = text?.nonBlank else { continue }
      if let url = item.address(text, base: base, key: key) { return url }
    }
    return nil
  }

  private static func isPicture(_ element: FeedElement) -> Bool {
    if let type = element.attributes["type"]?.lowercased(), !type.isEmpty {
      return type.hasPrefix("image/")
    }
    if let medium = element.attributes["medium"]?.lowercased() { return medium == "image" }
    let path = (element.attributes["url"] ?? element.attributes["href"] ?? "")
      .prefix { $0 != "?" && $0 != "#" }.lowercased()
    return ["jpg", "jpeg", "png", "gif", "webp", "avif"].contains { path.hasSuffix("." + $0) }
  }
}
