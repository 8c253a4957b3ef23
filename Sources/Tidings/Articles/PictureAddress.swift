/// The web address of the picture that a front matter names.
enum PictureAddress {
  case known(WebURL)
  /// What it would take, or what was expected.
  case unknown(String)

  /// A path from the root is below `baseURL`, any other beside the `article`.
  init(_ text: String, article: WebURL?, baseURL: WebURL?, site: Site?) {
    let base = article ?? (text.hasPrefix("/") ? baseURL : nil)
    if site?.renamesPicture(text) == true {
      self = .unknown("a file that the site's generator publishes under a name of its own")
    } else if let url = WebURL(text) ?? base?.resolving(text) {
      self = .known(url)
    } else if base != nil || text.contains(":") {
      self = .unknown("expected a web address")
    } else if baseURL == nil {
      self = .unknown("a relative address needs a base URL (--base-url)")
    } else {
      self = .unknown("a relative address needs the article's own, which cannot be told")
    }
  }
}
