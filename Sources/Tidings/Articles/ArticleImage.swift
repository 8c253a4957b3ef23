extension ArticleDraft {
  /// Of the picture that the front matter names.
  mutating func image(base: WebURL?) -> WebURL? {
    for key in ArticleKeys.image {
      guard let value = frontMatter.first(of: [key])?.value else { continue }
      let text =
        if case .map(let map) = value {
          ["url", "src", "image", "path", "light"].lazy.compactMap { map[$0]?.text }.first
        } else if case .list(let list) = value {
          list.lazy.compactMap(\.text).first
        } else {
          value.text
        }
      guard let text else { continue }
      switch PictureAddress(text, article: base, baseURL: reader.baseURL, site: reader.site) {
      case .known(let url): return url
      case .unknown(let need):
        note(key, "'\(key)' is '\(text.oneLine)', \(need); the picture is left out", .warning)
      }
    }
    return nil
  }

  /// The picture's description: in the map that names it, else under a key of its own.
  var imageAlt: String? {
    for key in ArticleKeys.image {
      guard case .map(let map)? = frontMatter.first(of: [key])?.value else { continue }
      if let text = ["alt", "alttext", "description"].lazy.compactMap({ map[$0]?.text }).first {
        return text.oneLine
      }
    }
    return frontMatter.text(of: ArticleKeys.imageAlt)?.text.oneLine
  }
}
