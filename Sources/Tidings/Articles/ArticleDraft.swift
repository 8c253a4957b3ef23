import Foundation

/// An article in the making: each field found in its turn, each doubt noted.
struct ArticleDraft {
  let frontMatter: FrontMatter
  let name: ArticlePath
  let place: String
  let reader: ArticleReader
  private(set) var diagnostics: [Diagnostic] = []

  init(
    frontMatter: FrontMatter, name: ArticlePath, place: String, reader: ArticleReader
  ) {
    self.frontMatter = frontMatter
    self.name = name
    self.place = place
    self.reader = reader
  }

  mutating func article() -> Article {
    var body = frontMatter.body.trimmingSuffix(while: \.isWhitespace)
    let trailer = OriginTrailer(in: body, dates: reader.dates)
    if let trailer { body = trailer.body }
    let hashtags = HashtagLine(endOf: body)
    if let hashtags { body = hashtags.body }
    let headline = ArticleTitle(
      key: frontMatter.text(of: ArticleKeys.title)?.text, body: body, fileName: name.slug)
    let date = date(trailer: trailer?.origin)
    let categories = tags(of: ["categories", "category"])
    let url = url(title: headline.text, date: date?.moment, categories: categories)
    let expiry = moment(of: ArticleKeys.expiry)?.moment
    let updated = moment(of: ArticleKeys.updated, severity: .warning)?.moment
    let tags = unique(tags(of: ArticleKeys.tags) + (hashtags?.tags ?? []))
    let state = state(date: date?.moment, expiry: expiry)
    noteShapes()
    let image = image(base: url.own)
    let origin = origin(canonical: url.canonical, trailer: trailer?.origin)
    diagnostics = diagnostics.map { $0.dated(date?.moment ?? name.date) }
    return Article(
      id: identity, path: name.path, title: headline.text, date: date?.moment,
      dateSource: date?.source, updated: updated, tags: tags,
      state: state, url: url.own, origin: origin,
      summary: frontMatter.text(of: ArticleKeys.summary).map { Typography.mended($0.text.oneLine) },
      author: author, image: image, language: language, body: .markdown(headline.body))
  }

  /// An explicit id, else the slug key, else the path without extension and `index`.
  private var identity: String {
    if let id = frontMatter.text(of: ArticleKeys.id) { return id.text.oneLine }
    if let slug = frontMatter.text(of: ArticleKeys.slug) { return slug.text.oneLine }
    let stem = name.path.split(separator: "/").dropLast() + [Substring(name.fileName)]
    let isIndex = name.fileName.lowercased() == "index" && stem.count > 1
    return (isIndex ? stem.dropLast() : stem).joined(separator: "/")
  }

  // MARK: Dates and state

  private mutating func date(
    trailer: Origin?
  ) -> (moment: Moment, source: Article.DateSource)? {
    let found = moment(of: ArticleKeys.date)
    if let moment = found?.moment { return (moment, .frontMatter) }
    guard found == nil else { return nil }
    if let day = name.impossibleDay {
      note(nil, "its name begins with '\(day)', a day that no calendar has", .error)
      return nil
    }
    if let date = name.date, let source = name.dateSource { return (date, source) }
    return trailer?.date.map { ($0, .origin) }
  }

  /// The first of `keys` that is set; its moment is nil when it cannot be read, which is noted.
  private mutating func moment(
    of keys: [String], severity: Diagnostic.Severity = .error
  ) -> (key: String, moment: Moment?)? {
    for key in keys {
      guard let value = frontMatter.first(of: [key])?.value else { continue }
      guard let text = value.text else {
        note(key, "'\(key)' is a \(value.shape), expected a date such as 2025-06-05", severity)
        return (key, nil)
      }
      // `published: true` is a state, `published: 2025-02-03` a date.
      if FrontMatterValue.text(text).bool != nil { continue }
      switch reader.dates.read(text) {
      case .date(let moment): return (key, moment)
      case .impossible: note(key, "'\(key)' is '\(text)', a day that no calendar has", severity)
      case .noDate:
        note(key, "'\(key)' is '\(text)', expected a date such as 2025-06-05", severity)
      }
      return (key, nil)
    }
    return nil
  }

  private mutating func state(date: Moment?, expiry: Moment?) -> Article.State {
    if frontMatter.text(of: ArticleKeys.redirect) != nil { return .redirect }
    if isDraft() { return .draft }
    if let expiry, expiry.instant <= reader.now { return .expired }
    guard let date else { return .undated }
    return date.instant > reader.now ? .scheduled : .published
  }

  /// Whether anything marks it as one; a mark that is not understood does, since a letter that
  /// went out cannot be called back.
  private mutating func isDraft() -> Bool {
    if name.isDraft { return true }
    for (key, hides) in [("draft", true), ("published", false)] {
      guard let value = frontMatter.first(of: [key])?.value else { continue }
      if let isSet = value.bool ?? value.number.map({ $0 != 0 }) {
        if isSet == hides { return true }
        continue
      }
      if key == "published", let text = value.text, reader.dates.read(text) != .noDate { continue }
      note(
        key,
        "'\(key)' is '\(value.text ?? value.shape)', expected true or false;"
          + " it is taken for a draft", .warning)
      return true
    }
    guard let status = frontMatter.first(of: ["status", "state"]) else { return false }
    let word = status.value.text?.lowercased()
    if let word, Self.publicWords.contains(word) { return false }
    if let word, Self.draftWords.contains(word) { return true }
    note(
      status.key,
      "'\(status.key)' is '\(word ?? status.value.shape)', expected published or draft;"
        + " it is taken for a draft", .warning)
    return true
  }

  private static let publicWords: Set<String> = [
    "published", "publish", "public", "live", "final", "done", "complete", "completed", "finished",
    "active", "evergreen", "true",
  ]

  private static let draftWords: Set<String> = [
    "draft", "private", "hidden", "unpublished", "unlisted", "wip", "archived", "pending", "false",
  ]

  /// Says which keys hold a list or a map where one line of text is meant.
  private mutating func noteShapes() {
    for key in ArticleKeys.title + ArticleKeys.summary + ArticleKeys.slug + ArticleKeys.language {
      guard let value = frontMatter.first(of: [key])?.value, value.text == nil else { continue }
      if case .text = value { continue }
      note(key, "'\(key)' is a \(value.shape), expected a text; it is passed over", .warning)
    }
  }

  // MARK: Names and words

  private func tags(of keys: [String]) -> [String] {
    keys.flatMap { key -> [String] in
      let places = [frontMatter.first(of: [key])?.value, taxonomy(key)]
      return places.compactMap(\.self).flatMap(Self.tags)
    }
  }

  private func taxonomy(_ key: String) -> FrontMatterValue? {
    guard case .map(let map) = frontMatter.values["taxonomies"] else { return nil }
    return map[key]
  }

  private static func tags(_ value: FrontMatterValue) -> [String] {
    switch value {
    case .null: []
    case .text(let text):
      text.split(separator: ",").map { part in
        String(part).oneLine.trimmingCharacters(in: CharacterSet(charactersIn: "[]\"' "))
          .drop { $0 == "#" }.description
      }.filter { !$0.isEmpty }
    case .list(let values): values.flatMap(tags)
    case .map(let map):
      ["name", "title", "label"].lazy.compactMap { map[$0] }.first.map(tags) ?? []
    }
  }

  private func unique(_ tags: [String]) -> [String] {
    var seen: Set<TagName> = []
    return tags.filter { seen.insert(TagName($0)).inserted }
  }

  private var author: String? {
    func names(_ value: FrontMatterValue) -> [String] {
      switch value {
      case .null: []
      case .text: value.text.map { [$0.oneLine] } ?? []
      case .list(let values): values.flatMap(names)
      case .map(let map): map["name"].map(names) ?? []
      }
    }
    let found = frontMatter.first(of: ArticleKeys.author).map { names($0.value) } ?? []
    return found.isEmpty ? nil : found.joined(separator: ", ")
  }

  private var language: String? {
    frontMatter.text(of: ArticleKeys.language).flatMap { LanguageTag.normalized($0.text) }
      ?? name.language
  }

  private mutating func image(base: WebURL?) -> WebURL? {
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
      if let url = WebURL(text) ?? base?.resolving(text) { return url }
      let need =
        base == nil && !text.contains(":")
        ? "a relative address needs a base URL" : "expected a web address"
      note(key, "'\(key)' is '\(text.oneLine)', \(need); the picture is left out", .warning)
    }
    return nil
  }

  // MARK: Addresses

  private mutating func url(
    title: String, date: Moment?, categories: [String]
  ) -> (own: WebURL?, canonical: WebURL?) {
    let canonical = canonicalURL()
    if let canonical, let baseURL = reader.baseURL, canonical.host == baseURL.host {
      return (canonical, nil)
    }
    return (ownURL(title: title, date: date, categories: categories), canonical)
  }

  /// The first canonical address; `source` is often a name, which is no fault.
  private mutating func canonicalURL() -> WebURL? {
    for key in ArticleKeys.canonical {
      guard let text = frontMatter.text(of: [key])?.text else { continue }
      if let url = WebURL(text) { return url }
      if key != "source" || text.contains("://") {
        note(
          key,
          "'\(key)' is '\(text.oneLine)', expected a web address: without it the source cannot be named",
          .error)
      }
    }
    return nil
  }

  private mutating func ownURL(
    title: String, date: Moment?, categories: [String]
  ) -> WebURL? {
    if let (key, written) = frontMatter.text(of: ArticleKeys.url) {
      if let url = WebURL(written) ?? reader.baseURL?.resolving(written) { return url }
      if reader.baseURL != nil || written.contains(":") {
        note(key, "'\(key)' is '\(written.oneLine)', expected a web address or a path", .warning)
      }
    }
    guard let baseURL = reader.baseURL else { return nil }
    let slug = frontMatter.text(of: ArticleKeys.slug)?.text ?? name.slug
    let path =
      if let permalink = reader.permalink {
        permalink.path(
          for: .init(
            path: name.path, slug: slug, fileName: name.fileName, title: title, date: date,
            categories: categories))
      } else {
        defaultPath(slug: slug)
      }
    guard let path,
      let encoded = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
    else { return nil }
    let root = baseURL.text.hasSuffix("/") ? String(baseURL.text.dropLast()) : baseURL.text
    return WebURL(root + (encoded.hasPrefix("/") ? encoded : "/" + encoded))
  }

  /// The folders and the slug, as generators without a pattern write them.
  private func defaultPath(slug: String) -> String {
    let folders = name.path.split(separator: "/").dropLast()
    let isIndex = name.fileName.lowercased() == "index" && !folders.isEmpty
    let kept = (isIndex ? folders.dropLast() : folders) + slug.split(separator: "/")
    // A path that climbs would lead out of the site.
    return kept.filter { $0 != ".." && $0 != "." }.joined(separator: "/") + "/"
  }

  private mutating func origin(canonical: WebURL?, trailer: Origin?) -> Origin? {
    guard let canonical else { return trailer }
    guard let trailer else {
      return Origin(site: SiteName.name(of: canonical), url: canonical, date: nil, author: nil)
    }
    if let url = trailer.url, url != canonical {
      note(
        nil,
        "the front matter names \(canonical) as the original, the text names \(url);"
          + " the front matter's is used", .warning)
      return Origin(
        site: SiteName.name(of: canonical), url: canonical, date: trailer.date, author: nil)
    }
    return Origin(site: trailer.site, url: canonical, date: trailer.date, author: trailer.author)
  }

  private mutating func note(_ key: String?, _ reason: String, _ severity: Diagnostic.Severity) {
    diagnostics.append(
      Diagnostic(
        path: place, line: key.flatMap { frontMatter.lines[$0] }, reason: reason,
        severity: severity, date: name.date))
  }
}
