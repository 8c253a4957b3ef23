/// A social network: how it counts, how a post for it is laid out, and where a person posts it.
public struct Network: Sendable {
  /// The name on the command line and in the outbox, in lower case.
  public let id: String
  public let title: String
  public let limit: Int
  public let unit: Unit
  let style: PostStyle
  let measure: @Sendable (String) -> Measure
  /// A text as the API's own field takes it; a post fits when this fits, too.
  let escape: @Sendable (String) -> String
  private let sharePage: (@Sendable (PostDraft) -> String?)?
  /// The body that the API takes; nil where no API takes posts.
  let payload: @Sendable (PostDraft) -> JSONValue?
  /// What it takes of pictures; nil where a post carries none by its API.
  public let pictures: PictureAllowance?
  /// Whether white space alone is a post; none is published, whatever a network's counter says.
  let takesBlank: Bool
  /// What a good editor would change in a post that the network takes.
  let lint: @Sendable (PostDraft) -> [String]
  /// Whether it turns down a text equal to the last post.
  let refusesRepeats: Bool
  /// Whether several posts may follow one another, each an answer to the one before.
  let takesSeries: Bool
  /// Names it went by, which lead a reader to its `id`.
  let otherNames: [String]

  init(
    id: String, title: String, limit: Int, unit: Unit, style: PostStyle, otherNames: [String] = [],
    pictures: PictureAllowance? = nil, takesSeries: Bool = false,
    takesBlank: Bool = false, refusesRepeats: Bool = false,
    measure: @escaping @Sendable (String) -> Measure,
    escape: @escaping @Sendable (String) -> String = { $0 },
    share: (@Sendable (PostDraft) -> String?)?,
    payload: @escaping @Sendable (PostDraft) -> JSONValue?,
    lint: @escaping @Sendable (PostDraft) -> [String] = { _ in [] }
  ) {
    self.id = id
    self.title = title
    self.limit = limit
    self.unit = unit
    self.style = style
    self.otherNames = otherNames
    self.pictures = pictures
    self.takesSeries = takesSeries
    self.takesBlank = takesBlank
    self.measure = measure
    self.escape = escape
    sharePage = share
    self.payload = payload
    self.lint = lint
    self.refusesRepeats = refusesRepeats
  }

  /// What a limit is counted in.
  public enum Unit: String, Sendable, Hashable, Codable {
    /// X's: most letters 1, Chinese, Japanese, Korean and emoji 2, a link 23.
    case weighted
    /// What a reader sees as one character (UAX 29), with the network's rules for links.
    case graphemes
    case utf16
    case bytes
  }

  /// Every network, in the order in which they are listed.
  public static let all: [Network] = [
    .x, .mastodon, .bluesky, .linkedIn, .threads, .facebook, .telegram, .discord, .slack, .reddit,
    .hackerNews, .devTo,
  ]

  /// Those that posts are written for when nobody says for which.
  public static let usual: [Network] = [.x, .mastodon, .bluesky, .linkedIn, .threads]

  /// The network that is called `name`, in any case.
  ///
  /// - Throws: `UnknownNetwork` when there is none.
  public init(id name: String) throws(UnknownNetwork) {
    let name = name.lowercased()
    guard let known = Self.all.first(where: { $0.id == name }) else {
      throw UnknownNetwork(name: name)
    }
    self = known
  }

  /// The same network with a limit of its own, such as an instance of Mastodon's.
  public func limited(to limit: Int) -> Network {
    Network(
      id: id, title: title, limit: limit, unit: unit, style: style, otherNames: otherNames,
      pictures: pictures, takesSeries: takesSeries, takesBlank: takesBlank,
      refusesRepeats: refusesRepeats, measure: measure, escape: escape, share: sharePage,
      payload: payload, lint: lint)
  }

  /// Whether it has a page that takes a post by an address.
  public var hasSharePage: Bool { sharePage != nil }

  /// The address of that page, filled in with a post; nil without it, or without what it needs.
  func share(_ draft: PostDraft) -> String? { sharePage?(draft) }

  /// By how much `text` is more than the network takes by hand and by its API; zero or less for
  /// what it takes.
  func excess(of text: String, counted count: Count) -> Int {
    excess(of: length(of: text, amount: count.count), isValid: count.valid)
  }

  /// The same for a text whose length is known; what is invalid is too much in any case.
  func excess(of length: PostLength, isValid: Bool) -> Int {
    let excess = length.longest - limit
    return isValid ? excess : max(1, excess)
  }

  /// What `text` takes of the limit, where `amount` of it is known to be pasted.
  func length(of text: String, amount: Int) -> PostLength {
    let escaped = escape(text)
    let sent =
      if escaped.utf8.count == text.utf8.count {
        amount
      } else if unit == .utf16 {
        amount + escaped.utf16.count - text.utf16.count
      } else {
        measure(escaped).amount
      }
    return PostLength(pasted: amount, sent: sent)
  }

  /// How long `text` is to this network, in one pass over it.
  public func count(_ text: String) -> Count {
    let measure = measure(text)
    var faults = measure.faults
    var warnings = measure.warnings
    if text.unicodeScalars.allSatisfy(\.isAnySpace) {
      let blank = "there is nothing but white space"
      if takesBlank, !text.isEmpty { warnings.append(blank) } else { faults.append(blank) }
    }
    if measure.amount > limit {
      faults.append("\(measure.amount - limit) over the limit of \(limit) (\(unit.description))")
    }
    return Count(
      network: id, count: measure.amount, limit: limit, unit: unit, valid: faults.isEmpty,
      bytes: text.utf8.count, links: measure.links, hashtags: measure.hashtags.map(\.name),
      mentions: measure.mentions.map(\.name), warnings: faults + warnings)
  }
}

extension Network: Hashable {
  public static func == (left: Network, right: Network) -> Bool { left.id == right.id }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Network.Unit: CustomStringConvertible {
  public var description: String {
    switch self {
    case .weighted: "weighted characters"
    case .graphemes: "graphemes"
    case .utf16: "UTF-16 units"
    case .bytes: "UTF-8 bytes"
    }
  }
}
