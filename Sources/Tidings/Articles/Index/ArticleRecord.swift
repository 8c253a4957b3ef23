import Foundation

/// What the index holds of one file: its article, what was odd about it, and the file's stamp.
struct ArticleRecord {
  let article: Article
  let diagnostics: [Diagnostic]
}

extension ArticleRecord {
  func write(to writer: inout ByteWriter) {
    let article = article
    writer.put(article.id)
    writer.put(article.slug)
    writer.put(article.title)
    writer.put(article.date) { $0.put($1) }
    writer.put(article.dateSource) { $0.put($1) }
    writer.put(article.updated) { $0.put($1) }
    writer.put(article.embargo) { $0.put($1) }
    writer.put(article.expiry) { $0.put($1) }
    writer.put(article.tags) { $0.put($1) }
    writer.put(article.state)
    writer.put(article.kind)
    writer.put(article.url?.text)
    writer.put(article.origin) { $0.put($1) }
    writer.put(article.summary)
    writer.put(article.author)
    writer.put(article.image?.text)
    writer.put(article.imageAlt)
    writer.put(article.language)
    writer.put(article.translationKey)
    writer.put(article.digest) { $0.put($1) }
    writer.put(article.social.sorted { $0.key < $1.key }) {
      $0.put($1.key)
      $0.put($1.value)
    }
    writer.put(article.textMark) { $0.put($1) }
    if case .file(let body) = article.body {
      writer.put(UInt32(body.range.lowerBound))
      writer.put(UInt32(body.range.upperBound))
    }
    writer.put(diagnostics) { $0.put($1) }
  }

  /// The record of the file at `path`, with the state that it has at `now`.
  init(
    _ reader: inout ByteReader, root: String, path: String, stamp: FileStamp, now: Date
  ) throws(ByteReader.Damage) {
    let id = try reader.string()
    let slug = try reader.string()
    let title = try reader.string()
    let date = try reader.optional(Moment.init)
    let dateSource = try reader.optional { reader throws(ByteReader.Damage) in
      try reader.choice(Article.DateSource.self)
    }
    let updated = try reader.optional(Moment.init)
    let embargo = try reader.optional(Moment.init)
    let expiry = try reader.optional(Moment.init)
    let tags = try reader.list { reader throws(ByteReader.Damage) in try reader.string() }
    let state = try reader.choice(Article.State.self)
    let kind = try reader.choice(Article.Kind.self)
    let url = try reader.optionalString()
    let origin = try reader.optional(Origin.init)
    let summary = try reader.optionalString()
    let author = try reader.optionalString()
    let image = try reader.optionalString()
    let imageAlt = try reader.optionalString()
    let language = try reader.optionalString()
    let translationKey = try reader.optionalString()
    let digest = try reader.optional(DigestContent.init)
    let social = try reader.list { reader throws(ByteReader.Damage) in
      (try reader.string(), try reader.string())
    }
    let textMark = try reader.optional { reader throws(ByteReader.Damage) in
      try reader.integer(UInt64.self)
    }
    let start = Int(try reader.integer(UInt32.self))
    let end = Int(try reader.integer(UInt32.self))
    guard start <= end else { throw ByteReader.Damage() }
    let facts = ArticleState(
      isRedirect: state == .redirect, isDraft: state == .draft, date: date, embargo: embargo,
      expiry: expiry)
    article = Article(
      id: id, root: root, path: path, slug: slug, title: title, date: date, dateSource: dateSource,
      updated: updated, embargo: embargo, expiry: expiry, tags: tags, state: facts.state(at: now),
      kind: kind, url: url.map(WebURL.init(verified:)), origin: origin, summary: summary,
      author: author, image: image.map(WebURL.init(verified:)), imageAlt: imageAlt,
      language: language,
      translationKey: translationKey, digest: digest,
      social: Dictionary(social, uniquingKeysWith: { $1 }),
      body: .file(FileBody(root: root, path: path, stamp: stamp, range: start..<end)),
      textMark: textMark)
    let place = article.place
    diagnostics = try reader.list { reader throws(ByteReader.Damage) in
      try Diagnostic(&reader, path: place)
    }
  }
}

extension ByteWriter {
  mutating func put(_ stamp: FileStamp) {
    put(stamp.size)
    put(stamp.modified)
    put(stamp.inode)
  }

  fileprivate mutating func put<Value: CaseIterable & Equatable>(_ choice: Value) {
    let number = Array(Value.allCases).firstIndex(of: choice) ?? 0
    put(UInt8(number))
  }

  fileprivate mutating func put(_ moment: Moment) {
    put(moment.instant.timeIntervalSinceReferenceDate)
    put(Int32(moment.offset))
    put(moment.hasTime)
    put(moment.isMonth)
  }

  fileprivate mutating func put(_ content: DigestContent) {
    put(content.name)
    guard case .excerpt(let words) = content else { return }
    put(words) { $0.put(UInt32(clamping: $1)) }
  }

  fileprivate mutating func put(_ origin: Origin) {
    put(origin.site)
    put(origin.url?.text)
    put(origin.date) { $0.put($1) }
    put(origin.author)
  }

  fileprivate mutating func put(_ diagnostic: Diagnostic) {
    put(diagnostic.line) { $0.put(UInt32(clamping: $1)) }
    put(diagnostic.reason)
    put(diagnostic.severity == .error)
    put(diagnostic.date) { $0.put($1) }
  }
}

extension FileStamp {
  init(_ reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      size: try reader.integer(), modified: try reader.integer(), inode: try reader.integer())
  }
}

extension Moment {
  fileprivate init(_ reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      instant: Date(timeIntervalSinceReferenceDate: try reader.double()),
      offset: Int(try reader.integer(Int32.self)), hasTime: try reader.bool(),
      isMonth: try reader.bool())
  }
}

extension DigestContent {
  fileprivate init(_ reader: inout ByteReader) throws(ByteReader.Damage) {
    guard let content = DigestContent(name: try reader.string()) else { throw ByteReader.Damage() }
    guard case .excerpt = content else {
      self = content
      return
    }
    self = .excerpt(
      words: try reader.optional { reader throws(ByteReader.Damage) in
        Int(try reader.integer(UInt32.self))
      })
  }
}

extension Origin {
  fileprivate init(_ reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      site: try reader.string(), url: try reader.optionalString().map(WebURL.init(verified:)),
      date: try reader.optional(Moment.init), author: try reader.optionalString())
  }
}

extension Diagnostic {
  fileprivate init(_ reader: inout ByteReader, path: String) throws(ByteReader.Damage) {
    let line = try reader.optional { reader throws(ByteReader.Damage) in
      Int(try reader.integer(UInt32.self))
    }
    self.init(
      path: path, line: line, reason: try reader.string(),
      severity: try reader.bool() ? .error : .warning, date: try reader.optional(Moment.init))
  }
}
