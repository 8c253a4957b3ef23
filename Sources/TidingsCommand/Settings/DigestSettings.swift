import Tidings

extension EditionSettings {
  /// What the edition shows of its articles, and beside them.
  /// - Throws: `SettingsError` for a setting or an option that cannot be used.
  func digest(
    _ newsletter: Newsletter, theme: BuiltInTheme
  ) throws(SettingsError) -> DigestOptions {
    let fits = try file.flag("digest.fit") ?? false
    return DigestOptions(
      content: try content(),
      words: try file.number("digest.words", given: options.content.words)
        ?? DigestOptions.usualWords,
      contents: try contents(in: theme), sections: try sections(), tagRules: try tagRules(),
      articles: try file.number("digest.articles"),
      fits: options.content.fit || fits, links: try links(),
      showsPictures: try file.flag("digest.pictures") ?? true, campaign: try campaign(newsletter))
  }

  /// The fixed strings of a language, with the user's own in place of some.
  /// - Throws: `SettingsError` for one that is unknown, or cannot stand in its place.
  func wording(language: String) throws(SettingsError) -> Wording {
    var own: [String: String] = [:]
    for (name, text) in try ownWording() { own[name] = text }
    do {
      return try Wording(language: language, own: own)
    } catch {
      throw file.error("wording", entry: error.key, error.description)
    }
  }

  private func ownWording() throws(SettingsError) -> [(name: String, text: String)] {
    try file.texts("wording", example: "{readMore: Continue}")
  }

  /// The fixed words that stand in English in a newsletter of another language; nil when none do.
  /// - Throws: `SettingsError` for a setting that cannot be used.
  func wordsInEnglish() throws(SettingsError) -> Diagnostic? {
    guard let language = try language("newsletter.language"), !Wording.knows(language) else {
      return nil
    }
    let missing = Wording.names(missingIn: try ownWording().map(\.name))
    guard !missing.isEmpty else { return nil }
    return file.warning(
      "newsletter.language",
      "there are no fixed words in '\(language)' yet: \(missing.joined(separator: ", ")) are in"
        + " English; 'wording' sets others")
  }

  private func content() throws(SettingsError) -> DigestContent {
    let given = options.content.content
    guard let name = try file.text("digest.content", given: given) else { return .summary }
    return try choice(name, "content", DigestContent.init(name:), DigestContent.names) {
      file.error("digest.content", isOption: given != nil, $0)
    }
  }

  private func contents(
    in theme: BuiltInTheme
  ) throws(SettingsError) -> DigestOptions.Contents {
    let key = "digest.contents"
    let automatic = DigestOptions.Contents.automatic
    guard let text = try file.text(key), text.lowercased() != automatic.rawValue else {
      return theme.needsNoContents ? .no : automatic
    }
    do {
      return try file.flag(key) == true ? .yes : .no
    } catch {
      throw file.error(key, "'\(text)' is neither yes, no nor auto")
    }
  }

  private func sections() throws(SettingsError) -> [DigestOptions.Section] {
    let key = "digest.sections"
    var sections: [DigestOptions.Section] = []
    for (title, tags) in try file.entries(key) {
      guard !tags.isEmpty, tags.allSatisfy({ !$0.isEmpty }) else {
        throw file.error(key, entry: title, "expected the tags of its articles")
      }
      guard isOneLine(title), !title.isEmpty else {
        throw file.error(key, entry: title, "expected a heading of one line")
      }
      sections.append(DigestOptions.Section(title: title, tags: tags))
    }
    return sections
  }

  private func links() throws(SettingsError) -> [CuratedLink] {
    guard let path = try file.place("digest.links", given: options.content.links) else {
      return []
    }
    do {
      return try CuratedLinks(path: path).links
    } catch {
      // What is wrong within the file is said where it stands.
      guard error.line == nil else {
        throw SettingsError(path: error.path, line: error.line, reason: error.reason)
      }
      throw file.error(
        "digest.links", isOption: options.content.links != nil, "\(error.path): \(error.reason)")
    }
  }

  /// Nil unless a mark is set.
  private func campaign(_ newsletter: Newsletter) throws(SettingsError) -> Campaign? {
    var values: [String: String] = [:]
    for name in Campaign.names { values[name] = try file.text("utm." + name) }
    guard values.contains(where: { !$0.value.isEmpty }) else { return nil }
    let site = try file.place("articles.folder", given: options.articles.articles)
      .flatMap { Site.find(above: $0).site?.baseURL }
    let base = try url(options.articles.baseURL, "articles.base-url") ?? site
    do {
      return try Campaign(
        values: values, hosts: Set([newsletter.url, base].compactMap { $0?.host }))
    } catch {
      throw file.error(error.file, error.reason)
    }
  }
}
