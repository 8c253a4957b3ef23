/// The pattern that a site writes its addresses by, in Hugo's, Jekyll's or Hexo's tokens.
///
/// Hugo: https://gohugo.io/configuration/permalinks, Jekyll: https://jekyllrb.com/docs/permalinks.
public struct Permalink: Sendable, Hashable {
  public let pattern: String
  let tokens: [PermalinkToken]
  let dialect: Dialect

  /// Whose rules turn titles, names and categories into parts of an address.
  enum Dialect: Hashable, Sendable {
    /// No site is known: what Hugo and Jekyll have in common.
    case common
    case hugo
    case jekyll
    case hexo
    case pelican
  }

  /// The pattern, or one of Jekyll's styles: `date`, `pretty`, `ordinal`, `weekdate`, `none`.
  /// - Throws: `PermalinkError` when it holds a token that no generator knows.
  public init(_ pattern: String) throws(PermalinkError) {
    try self.init(Self.styles[pattern] ?? pattern, dialect: .common)
  }

  init(_ pattern: String, dialect: Dialect) throws(PermalinkError) {
    self.pattern = pattern
    self.dialect = dialect
    tokens = try Self.tokens(of: pattern)
  }

  /// What an article's own front matter names, when it holds tokens; nil when it is a plain path.
  init?(written path: String, dialect: Dialect) {
    guard path.utf8.contains(UInt8(ascii: ":")),
      let permalink = try? Permalink(path, dialect: dialect)
    else { return nil }
    self = permalink
  }

  /// Pelican's form, such as `posts/{date:%Y}/{slug}/`.
  /// - Throws: `PermalinkError` when it holds a field that is not filled here.
  init(pelican pattern: String) throws(PermalinkError) {
    self.pattern = pattern
    dialect = .pelican
    tokens = try Self.fields(of: pattern)
  }

  private init(pattern: String, tokens: [PermalinkToken], dialect: Dialect) {
    self.pattern = pattern
    self.tokens = tokens
    self.dialect = dialect
  }

  /// The same pattern, filled by another generator's rules.
  func filled(as dialect: Dialect) -> Permalink {
    Permalink(pattern: pattern, tokens: tokens, dialect: dialect)
  }

  var asksForSections: Bool {
    tokens.contains { if case .sections = $0 { true } else { false } }
  }

  static let styles = [
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
  ]

  private static func tokens(of pattern: String) throws(PermalinkError) -> [PermalinkToken] {
    var tokens: [PermalinkToken] = []
    var rest = pattern[...]
    while let colon = rest.firstIndex(of: ":") {
      if colon > rest.startIndex { tokens.append(.text(String(rest[..<colon]))) }
      let name = rest[rest.index(after: colon)...].prefix {
        $0.isLetter || $0.isNumber || $0 == "_"
      }
      rest = rest[name.endIndex...]
      guard !name.isEmpty else {
        tokens.append(.text(":"))
        continue
      }
      guard let token = PermalinkToken(name: name) else {
        throw PermalinkError(token: ":" + name)
      }
      guard case .sections = token, rest.first == "[", let end = rest.firstIndex(of: "]") else {
        tokens.append(token)
        continue
      }
      let slice = rest[rest.index(after: rest.startIndex)..<end]
      guard let range = PermalinkToken.range(slice) else {
        throw PermalinkError(token: ":" + name + "[" + slice + "]")
      }
      tokens.append(.sections(range))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { tokens.append(.text(String(rest))) }
    return tokens
  }

  private static func fields(of pattern: String) throws(PermalinkError) -> [PermalinkToken] {
    var tokens: [PermalinkToken] = []
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { tokens.append(.text(String(rest[..<open]))) }
      let field = rest[rest.index(after: open)..<close]
      switch field {
      case "slug": tokens.append(.slug)
      case "category": tokens.append(.category)
      case "lang": tokens.append(.language)
      default:
        guard field.hasPrefix("date:") else { throw PermalinkError(token: "{" + field + "}") }
        var format = field.dropFirst(5)
        while let percent = format.firstIndex(of: "%") {
          if percent > format.startIndex { tokens.append(.text(String(format[..<percent]))) }
          format = format[format.index(after: percent)...]
          guard let letter = format.popFirst(), let token = PermalinkToken(directive: letter)
          else { throw PermalinkError(token: "{" + field + "}") }
          tokens.append(token)
        }
        if !format.isEmpty { tokens.append(.text(String(format))) }
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { tokens.append(.text(String(rest))) }
    return tokens
  }
}

/// A permalink pattern that no site could mean.
public struct PermalinkError: Error, Hashable {
  /// As it stands in the pattern, such as `:yeer`.
  public let token: String

  init(token: some StringProtocol) {
    self.token = String(token)
  }
}

extension PermalinkError: CustomStringConvertible {
  public var description: String {
    let hint =
      Likeness.nearest(to: String(token.dropFirst()), among: PermalinkToken.names)
      .map { ", did you mean ':\($0)'?" } ?? ""
    return
      "the permalink pattern has '\(token.oneLine)', expected a token of Hugo or Jekyll such as"
      + " ':year' or ':slug'\(hint)"
  }
}
