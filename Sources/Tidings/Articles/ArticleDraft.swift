import Foundation

/// An article in the making: each field found in its turn, each doubt noted.
struct ArticleDraft {
  let frontMatter: FrontMatter
  let name: ArticlePath
  let source: ArticleReader.Source
  let reader: ArticleReader
  private(set) var diagnostics: [Diagnostic] = []

  init(
    frontMatter: FrontMatter, name: ArticlePath, source: ArticleReader.Source, reader: ArticleReader
  ) {
    self.frontMatter = frontMatter
    self.name = name
    self.source = source
    self.reader = reader
  }

  mutating func article() -> Article {
    noteFault()
    let ends = BodyEnds(frontMatter.body, dates: reader.dates)
    let headline = ArticleTitle(
      key: line(of: ArticleKeys.title), ends: ends, fileName: name.slug)
    // A name of signs alone, such as `-.md`, has no words.
    let title = headline.text.isEmpty ? name.path.oneLine : headline.text
    let body = headline.takesHeading ? ends.body[ends.startBehindHeading...] : ends.body
    let date = date(trailer: ends.origin)
    let url = url(title: title, date: date?.moment)
    let embargo = moment(of: ArticleKeys.embargo, severity: .warning)?.moment
    let expiry = moment(of: ArticleKeys.expiry, severity: .warning)?.moment
    let updated = moment(of: ArticleKeys.updated, severity: .warning)?.moment
    let implied = impliedTags(title: title, body: body)
    let tags = tags(then: ends.hashtags + implied)
    let facts = ArticleState(
      isRedirect: isRedirect, isDraft: isDraft(), date: date?.moment, embargo: embargo,
      expiry: expiry)
    noteShapes()
    noteLanguage()
    let image = image(base: url.own)
    let imageAlt = image == nil ? nil : self.imageAlt
    let digest = digest()
    let social = social()
    let origin = origin(
      canonical: url.canonical, isOwn: url.isOriginal,
      trailer: ends.origin.map { named($0, title: headline.text) })
    diagnostics = diagnostics.map { $0.dated(date?.moment ?? name.date) }
    return Article(
      id: identity(canonical: url.canonical, url: url.own, date: date?.moment), root: source.root,
      path: name.path, slug: slug, title: title, date: date?.moment,
      dateSource: date?.source, updated: updated, embargo: embargo, expiry: expiry, tags: tags,
      state: facts.state(at: reader.now), kind: kind, url: url.own, origin: origin,
      summary: line(of: ArticleKeys.summary).map { Typography.mended($0) },
      author: author, image: image, imageAlt: imageAlt, language: language,
      translationKey: translationKey,
      digest: digest, social: social, body: self.body(body), textMark: TextMark.of(body))
  }

  private func body(_ bytes: Bytes) -> ArticleBody {
    let text = bytes.drop { $0 == .newline }
    guard let stamp = source.stamp else {
      return FileTree.isHTML(name.path) ? .html(text.string) : .markdown(text.string)
    }
    return .file(
      FileBody(
        root: source.root, path: name.path, stamp: stamp, range: text.startIndex..<text.endIndex))
  }

  private mutating func noteFault() {
    guard let fault = frontMatter.fault else { return }
    diagnostics.append(
      Diagnostic(
        path: source.place, line: fault.line,
        reason: Self.shown(fault.reason) + "; it is read line by line",
        severity: .warning, date: name.date))
  }

  /// The text of the first of `keys` that has one that can be seen, on one line.
  private func line(of keys: [String]) -> String? {
    for key in keys {
      if let text = frontMatter.text(of: [key])?.text.oneLine, !text.isEmpty { return text }
    }
    return nil
  }

  private var slug: String {
    if let slug = line(of: ArticleKeys.slug) { return slug }
    let slug = name.slug.oneLine
    return slug.isEmpty ? "article" : slug
  }

  /// An explicit id, else the canonical address, else its own, else slug and date.
  private func identity(canonical: WebURL?, url: WebURL?, date: Moment?) -> String {
    if let id = line(of: ArticleKeys.id) { return id }
    if let address = canonical ?? url { return address.text }
    // Translations share their slug and often their day.
    let name = name.language.map { "\(slug) \($0)" } ?? slug
    return date.map { "\(name) (\($0.day))" } ?? name
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
    if let date = dateOfAddress { return (date, .path) }
    return trailer?.date.flatMap { $0.isMonth ? nil : ($0, .origin) }
  }

  /// The day of an address of the author's own, such as `path = "2018/07/27/a-day"`.
  private var dateOfAddress: Moment? {
    for key in ArticleKeys.url + ArticleKeys.slug {
      guard let text = frontMatter.text(of: [key])?.text, text.utf8.contains(UInt8(ascii: "/"))
      else { continue }
      let parts = text.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
      guard
        let year = parts.firstIndex(where: { $0.utf8.count == 4 && $0.utf8.allSatisfy(\.isDigit) }),
        year + 2 < parts.endIndex,
        case .date(let date) = reader.dates.read(parts[year...(year + 2)].joined(separator: "-"))
      else { continue }
      return date
    }
    return nil
  }

  /// The first of `keys` that is set; its moment is nil when it cannot be read, which is noted.
  private mutating func moment(
    of keys: [String], severity: Diagnostic.Severity = .error
  ) -> (key: String, moment: Moment?)? {
    for key in keys {
      guard let value = frontMatter.first(of: [key])?.value else { continue }
      guard let text = value.text else {
        if kind == .template { return nil }
        note(key, "'\(key)' is a \(value.shape), expected a date such as 2025-06-05", severity)
        return (key, nil)
      }
      // `published: true` is a state, `published: 2025-02-03` a date.
      if FrontMatterValue.text(text).bool != nil { continue }
      switch reader.date(text) {
      case .date(let moment): return (key, moment)
      case .impossible: note(key, "'\(key)' is '\(text)', a day that no calendar has", severity)
      case .noDate where kind == .template: return nil
      case .noDate:
        note(key, "'\(key)' is '\(text)', expected a date such as 2025-06-05", severity)
      }
      return (key, nil)
    }
    return nil
  }

  private var isRedirect: Bool { frontMatter.text(of: ArticleKeys.redirect) != nil }

  /// Whether anything marks it as one; a mark that is not understood does, since a letter that
  /// went out cannot be called back.
  private mutating func isDraft() -> Bool {
    if name.isDraft { return true }
    for (key, hides) in ArticleKeys.visibility {
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
    if case .map(let build)? = frontMatter.first(of: ["build", "_build"])?.value,
      build["render"]?.text == "never" || build["list"]?.text == "never"
    {
      return true
    }
    guard let status = frontMatter.first(of: ["status", "state", "visibility"]) else {
      return false
    }
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

  /// Says that a post cannot tell its language.
  private mutating func noteLanguage() {
    guard let (key, text) = frontMatter.text(of: ArticleKeys.language), !text.oneLine.isEmpty,
      LanguageTag.normalized(text) == nil
    else { return }
    note(
      key, "'\(key)' is '\(text)', expected a language tag like en or pt-BR; it is passed over",
      .warning)
  }

  // MARK: Names and words

  private var author: String? {
    func names(_ value: FrontMatterValue) -> [String] {
      switch value {
      case .null: []
      case .text: value.text.map { [Self.person($0)].filter { !$0.isEmpty } } ?? []
      case .list(let values): values.flatMap(names)
      case .map(let map): map["name"].map(names) ?? []
      }
    }
    for key in ArticleKeys.author {
      let found = frontMatter.first(of: [key]).map { names($0.value) } ?? []
      if !found.isEmpty { return found.joined(separator: ", ") }
    }
    return nil
  }

  /// A name without the link or the emphasis that some blogs put in the key.
  private static func person(_ text: String) -> String {
    let isMarked = text.utf8.contains {
      $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "*")
    }
    guard isMarked else { return text.oneLine }
    let plain = MarkdownReader(base: nil).document(text).plainText.oneLine
    return plain.isEmpty ? text.oneLine : plain
  }

  private var language: String? {
    frontMatter.text(of: ArticleKeys.language).flatMap { LanguageTag.normalized($0.text) }
      ?? name.language ?? reader.site?.language
  }

  private var translationKey: String? {
    line(of: ArticleKeys.translation).map { "key:" + $0 }
      ?? name.translationKey
  }

  /// How much of it an edition shows, by a word or a number of words.
  private mutating func digest() -> DigestContent? {
    guard let value = frontMatter.first(of: ArticleKeys.digest)?.value else { return nil }
    guard let text = value.text else {
      note("digest", "'digest' is a \(value.shape), expected \(Self.contents)", .warning)
      return nil
    }
    if let content = DigestContent(name: text) { return content }
    if let words = value.number, (1...DigestContent.mostWords).contains(words) {
      return .excerpt(words: words)
    }
    let hint = Likeness.nearest(to: text, among: DigestContent.names)
    note(
      "digest",
      "'digest' is '\(text)', expected \(Self.contents)"
        + (hint.map { ", did you mean '\($0)'?" } ?? ""), .warning)
    return nil
  }

  private static let contents =
    DigestContent.names.joined(separator: ", ") + " or a number of words"

  /// A file that waits to be filled in shows it in its own fields.
  private var kind: Article.Kind {
    guard name.kind == .post else { return name.kind }
    let isTemplate = frontMatter.entries.contains { entry in
      guard ["title", "date", "slug"].contains(entry.key) else { return false }
      // YAML takes `{{title}}` for a map whose key is a map.
      if case .map(let map) = entry.value { return map.isEmpty }
      guard let text = entry.value.text else { return false }
      return text.hasPrefix("{{") || text.hasPrefix("<%")
    }
    if isTemplate { return .template }
    return reader.site?.isPage(name.path) == true ? .page : .post
  }

  // MARK: Addresses

  /// Its own address, and that of the original where the key names another site's.
  private mutating func url(
    title: String, date: Moment?
  ) -> (own: WebURL?, canonical: WebURL?, isOriginal: Bool) {
    let canonical = canonicalURL()
    if let canonical, reader.isOwn(canonical) { return (canonical, nil, true) }
    let own = ownURL(title: title, date: date)
    if let canonical, canonical.place == own?.place { return (own, nil, true) }
    return (own, canonical, false)
  }

  /// The first canonical address; `source` and `original` are often a name, which is no fault.
  private mutating func canonicalURL() -> WebURL? {
    for key in ArticleKeys.canonical {
      guard let value = frontMatter.first(of: [key])?.value else { continue }
      let inMap = ["url", "link", "href"].lazy.compactMap { value.map[$0]?.text }.first
      guard let text = value.text ?? inMap else { continue }
      if let url = WebURL(text) { return url }
      let isName = key == "source" || key == "original"
      if text.contains("{{") || text.contains("{%") || text.contains("<%") {
        note(key, "'\(key)' is '\(text.oneLine)', a template that nothing has filled in", .warning)
      } else if text.hasPrefix("/"), !text.hasPrefix("//") {
        // A path leads to the site itself: this is the original.
        return reader.baseURL?.resolving(text)
      } else if !isName || text.contains("://") {
        note(
          key,
          "'\(key)' is '\(text.oneLine)', expected a web address: without it the source cannot be named",
          .error)
      }
    }
    return nil
  }

  private mutating func ownURL(title: String, date: Moment?) -> WebURL? {
    let key = frontMatter.text(of: ArticleKeys.url)
    let found = reader.addresses.url(
      for: ArticleAddress(
        path: name.path, fileName: name.fileName, slug: name.slug,
        slugKey: frontMatter.text(of: ArticleKeys.slug)?.text, urlKey: key?.text, title: title,
        date: date,
        categories: categories,
        language: language))
    if let (key, written) = key, found.isKeyRefused {
      note(key, "'\(key)' is '\(written.oneLine)', expected a web address or a path", .warning)
    }
    return found.url
  }

  /// "Cross-posted from [its title](…)": a title is no place, so the host is named.
  private func named(_ origin: Origin, title: String) -> Origin {
    guard let url = origin.url, TagName(origin.site) == TagName(title) else { return origin }
    return Origin(
      site: SiteName.name(of: url), url: url, date: origin.date, author: origin.author)
  }

  /// The key goes before the text, and an address of the own site means that this is the original.
  private mutating func origin(
    canonical: WebURL?, isOwn: Bool, trailer: Origin?
  ) -> Origin? {
    // "Originally published in our report", which is a page of the same site.
    let trailer = trailer?.url.map { reader.isOwn($0) } ?? false ? nil : trailer
    if isOwn, let named = trailer?.url {
      note(
        nil,
        "the front matter says that this is the original, the text names \(named);"
          + " the front matter's is used", .warning)
    }
    guard !isOwn else { return nil }
    guard let canonical else { return trailer }
    guard let trailer else {
      return Origin(site: SiteName.name(of: canonical), url: canonical, date: nil, author: nil)
    }
    if let url = trailer.url, url.place != canonical.place {
      note(
        nil,
        "the front matter names \(canonical) as the original, the text names \(url);"
          + " the front matter's is used", .warning)
      return Origin(
        site: SiteName.name(of: canonical), url: canonical, date: trailer.date, author: nil)
    }
    return Origin(site: trailer.site, url: canonical, date: trailer.date, author: trailer.author)
  }

  mutating func note(_ key: String?, _ reason: String, _ severity: Diagnostic.Severity) {
    diagnostics.append(
      Diagnostic(
        path: source.place, line: key.flatMap { frontMatter.line(of: $0) },
        reason: Self.shown(reason), severity: severity, date: name.date))
  }

  /// A value that a message repeats may be of any length, and steer a terminal.
  private static func shown(_ reason: String) -> String { reason.oneLine.prefixAtWord(400) }
}
