/// A tag of a theme by its bare name, whichever language it was written in.
struct Shortcode {
  /// In lower case, without folders, file extension, hyphens and underscores.
  let name: String
  let arguments: TagArguments
  /// What stands between the tag and its partner, as Markdown.
  let inner: [UInt8]?

  init(name: String, arguments: TagArguments, inner: [UInt8]?) {
    let file = name.split(separator: "/").last ?? ""
    let base = file.split(separator: ".").first ?? ""
    self.name = base.lowercased().filter { $0 != "-" && $0 != "_" }
    self.arguments = arguments
    self.inner = inner
  }

  /// What it means to a reader, or nil when its name is not known or says too little.
  var rendering: Rendering? {
    if ShortcodeNames.isPicture(name) { return picture }
    if ShortcodeNames.youTube.contains(name) { return video("YouTube", EmbeddedPage.youTube) }
    if ShortcodeNames.vimeo.contains(name) { return video("Vimeo", EmbeddedPage.vimeo) }
    if ShortcodeNames.media.contains(name) { return media }
    if ShortcodeNames.posts.contains(name) { return post }
    if ShortcodeNames.instagram.contains(name) {
      return page("Post on Instagram", id.flatMap(EmbeddedPage.instagram))
    }
    if ShortcodeNames.gist.contains(name) { return gist }
    if ShortcodeNames.callouts.contains(name) || ShortcodeNames.details.contains(name) {
      return callout
    }
    if ShortcodeNames.quotes.contains(name) { return quote }
    if ShortcodeNames.links.contains(name) { return link }
    return nil
  }

  private var id: String? {
    arguments.first("id", "videoid", "video_id", "video", "v", "url", "src", "tweetid", "code")
      ?? arguments.positional(0)
  }

  private var picture: Rendering? {
    let words = arguments.positional.filter { !$0.isEmpty && $0 != "/" }
    let named = arguments.first(
      "src", "url", "path", "image", "image_path", "img", "file", "filename", "source", "name")
    // Hexo puts classes before the address.
    let at = words.firstIndex { $0.contains("/") || $0.contains(".") }
    guard let source = named ?? at.map({ words[$0].oneLine }), !source.hasPrefix("{"),
      !["page.", "site.", "include.", "post."].contains(where: source.hasPrefix)
    else {
      guard let inner, !inner.dedented.isEmpty else { return nil }
      return .block(inner.dedented)
    }
    let rest = named == nil ? at.map { Array(words[($0 + 1)...]) } ?? [] : []
    let title = arguments.first("title")
    let texts = rest.filter { Int($0) == nil }
    let caption = arguments.first("caption", "legend") ?? innerText ?? title
    let alt =
      arguments.first("alt", "alttext") ?? texts.last?.oneLine
      ?? (caption == title ? nil : title) ?? ""
    return .block(
      MarkdownWriting.picture(
        source, alt: alt, caption: caption, link: arguments.first("link", "href")))
  }

  /// The text between the tags, on one line.
  private var innerText: String? {
    guard let inner else { return nil }
    let text = inner[...].string.oneLine
    return text.isEmpty ? nil : text
  }

  private func page(_ label: String, _ address: String?) -> Rendering? {
    address.map { .block(MarkdownWriting.link(label, to: $0)) }
  }

  private func video(_ site: String, _ address: (String) -> String?) -> Rendering? {
    let words = arguments.first("title", "caption", "label") ?? arguments.positional(1)
    let title = words.flatMap { Int($0) == nil && $0 != "/" ? $0 : nil }
    return page("Video: " + (title ?? "watch on \(site)"), id.flatMap(address))
  }

  private var media: Rendering? {
    let source = arguments.first("src", "url", "mp4", "webm", "mp3", "file", "path", "id")
    guard let source = source ?? arguments.positional(0), !source.hasPrefix("{") else { return nil }
    if let frame = EmbeddedPage.ofFrame(source) { return page(frame.label, frame.address) }
    guard source.contains("/") || source.contains(".") else { return nil }
    let kind = name.contains("audio") || source.hasSuffix(".mp3") ? "Audio" : "Video"
    let title = arguments.first("title", "caption", "alt")
    return page(title.map { "\(kind): \($0)" } ?? kind, source)
  }

  private var post: Rendering? {
    let user = arguments.first("user", "username")
    let words = arguments.positional.filter { $0 != "/" }
    if words.count > 1, user == nil {
      return page("Post on X", EmbeddedPage.xPost(words[1], user: words[0]))
    }
    return page("Post on X", id.flatMap { EmbeddedPage.xPost($0, user: user ?? Self.user(in: $0)) })
  }

  /// Of a post's address.
  private static func user(in address: String) -> String? {
    let parts = address.split(separator: "/")
    guard let status = parts.firstIndex(of: "status"), status > 0 else { return nil }
    return String(parts[status - 1])
  }

  private var gist: Rendering? {
    let words = arguments.positional.filter { $0 != "/" }
    let user = arguments.first("user", "username") ?? (words.count > 1 ? words[0] : nil)
    let id = arguments.first("id", "gist", "url") ?? (words.count > 1 ? words[1] : words.first)
    return page("Code on GitHub Gist", id.flatMap { EmbeddedPage.gist($0, user: user) })
  }

  private var callout: Rendering? {
    let words = arguments.positional.filter { $0 != "/" }
    let kind = arguments.first("type", "kind", "level", "intent", "variant", "status")
    let named = arguments.first("title", "summary", "header", "heading", "label", "name")
    var title = named
    if ShortcodeNames.details.contains(name) {
      title = named ?? words.first
    } else if title == nil {
      title = kind.map(MarkdownWriting.label)
      if title == nil, let word = words.first {
        let isKind = word.utf8.allSatisfy(MarkdownByte.isAlphanumeric)
        title = isKind && words.count > 1 ? words[1] : isKind ? MarkdownWriting.label(word) : word
      }
      if title == nil, !ShortcodeNames.plainCallouts.contains(name) {
        title = MarkdownWriting.label(name)
      }
    }
    let text =
      inner ?? arguments.first("text", "content", "description", "body").map { Array($0.utf8) }
    guard let text else { return nil }
    return .block(MarkdownWriting.callout(title: title, text))
  }

  private var quote: Rendering? {
    guard let inner else { return nil }
    let author = arguments.first("author", "by", "source", "cite", "name")
    var text = inner.dedented
    if let author { text += Array("\n\n— \(MarkdownByte.escaped(author))".utf8) }
    return .block(MarkdownWriting.callout(title: nil, text))
  }

  private var link: Rendering? {
    guard let address = arguments.first("href", "url", "to", "link", "relref") else { return nil }
    let label = innerText ?? arguments.first("text", "label", "title", "name", "content")
    guard let label, !address.hasPrefix("{") else { return nil }
    return innerText == nil
      ? .inline(MarkdownWriting.link(label, to: address))
      : .inline(Array("[\(label)](\(MarkdownWriting.address(address)))".utf8))
  }
}
