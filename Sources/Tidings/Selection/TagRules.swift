/// What the configuration says of tags: which names mean the same, and which words imply one.
public struct TagRules: Sendable, Hashable {
  /// A tag and its other names.
  public let synonyms: [String: [String]]
  /// A tag and the words or phrases that imply it.
  public let words: [String: [String]]
  private let canonicalNames: [TagName: TagName]
  private let scan: WordScan

  /// No rules: every tag is its own, and no word implies one.
  public static let none = TagRules()

  private init() {
    synonyms = [:]
    words = [:]
    canonicalNames = [:]
    scan = WordScan([])
  }

  /// - Throws: `TagRulesError` for names that cannot be told apart, chains and empty words.
  public init(
    synonyms: [String: [String]] = [:], words: [String: [String]] = [:]
  ) throws(TagRulesError) {
    self.synonyms = synonyms
    self.words = words
    canonicalNames = try Self.canonicalNames(synonyms)
    try Self.checkTags(words.keys.sorted(), rule: .words)
    var phrases: [WordScan.Phrase] = []
    for (tag, texts) in words.sorted(by: { $0.key < $1.key }) {
      for text in texts {
        guard let phrase = WordScan.Phrase(text, tag: tag) else {
          throw TagRulesError(rule: .words, tag: tag, kind: .emptyName)
        }
        phrases.append(phrase)
      }
    }
    scan = WordScan(phrases)
  }

  /// The name that `tag` goes by: its own, unless it is a synonym of another.
  func canonical(_ tag: TagName) -> TagName { canonicalNames[tag] ?? tag }

  /// The tags whose words stand in one of `texts`, in the spelling and order of the alphabet.
  func implied(in texts: [String]) -> [String] {
    guard !scan.isEmpty else { return [] }
    var found: Set<String> = []
    for text in texts { scan.note(text.utf8.span, in: &found) }
    return found.sorted()
  }

  /// Adds the tags whose words stand in `text`, which is UTF-8.
  func noteImplied(in text: Span<UInt8>, to found: inout Set<String>) {
    scan.note(text, in: &found)
  }

  public static func == (first: TagRules, second: TagRules) -> Bool {
    first.synonyms == second.synonyms && first.words == second.words
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(synonyms)
    hasher.combine(words)
  }

  /// Each other name and what it stands for.
  private static func canonicalNames(
    _ synonyms: [String: [String]]
  ) throws(TagRulesError) -> [TagName: TagName] {
    let tags = synonyms.keys.sorted()
    try checkTags(tags, rule: .synonyms)
    let heads = Dictionary(uniqueKeysWithValues: tags.map { (TagName($0), $0) })
    var owners: [TagName: String] = [:]
    var names: [TagName: TagName] = [:]
    for tag in tags {
      let name = TagName(tag)
      for other in synonyms[tag] ?? [] {
        let folded = TagName(other)
        guard !folded.folded.isEmpty else {
          throw TagRulesError(rule: .synonyms, tag: tag, kind: .emptyName)
        }
        guard folded != name else { continue }
        guard heads[folded] == nil else {
          throw TagRulesError(rule: .synonyms, tag: tag, kind: .chain(other))
        }
        if let owner = owners[folded], owner != tag {
          throw TagRulesError(rule: .synonyms, tag: tag, kind: .clash(other, with: owner))
        }
        owners[folded] = tag
        names[folded] = name
      }
    }
    return names
  }

  private static func checkTags(
    _ tags: [String], rule: TagRulesError.Rule
  ) throws(TagRulesError) {
    var seen: [TagName: String] = [:]
    for tag in tags {
      let name = TagName(tag)
      guard !name.folded.isEmpty else {
        throw TagRulesError(rule: rule, tag: tag, kind: .emptyName)
      }
      if let other = seen[name] {
        throw TagRulesError(rule: rule, tag: tag, kind: .twice(other))
      }
      seen[name] = tag
    }
  }
}

/// Rules for tags that contradict each other, or say nothing.
public struct TagRulesError: Error, Hashable {
  public let rule: Rule
  /// The tag whose entry is at fault, as it was written.
  public let tag: String
  public let kind: Kind

  public enum Rule: String, Sendable, Hashable {
    case synonyms
    case words
  }

  public enum Kind: Sendable, Hashable {
    /// A tag, a synonym or a word without a letter, a digit or a sign.
    case emptyName
    /// The same tag as another one, in another spelling.
    case twice(String)
    /// A synonym that has synonyms of its own.
    case chain(String)
    /// A synonym of two tags.
    case clash(String, with: String)
  }
}

extension TagRulesError: CustomStringConvertible {
  public var description: String {
    switch kind {
    case .emptyName:
      tag.isEmpty
        ? "an entry has no name, expected a tag" : "an entry of '\(tag)' is empty, expected a text"
    case .twice(let other): "'\(tag)' and '\(other)' are the same tag, expected one of them"
    case .chain(let other):
      "'\(other)' stands for '\(tag)' and has synonyms of its own, expected them all at '\(tag)'"
    case .clash(let other, let owner):
      "'\(other)' stands for '\(owner)' and for '\(tag)', expected one of them"
    }
  }
}
