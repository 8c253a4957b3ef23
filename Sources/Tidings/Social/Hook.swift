/// What opens a post: the author's own words for it, else the best of what the article says.
///
/// In their order: the text given for the network, the description, the first sentences, the
/// article's key sentences.
struct Hook {
  /// The author's own words for this network, taken as they are.
  let given: GivenText?
  let title: String
  let summary: String
  let lead: [String]
  private let keySentences: () -> [String]

  /// `network` is its id, for which `article.social` may hold words; `lead` is the article's first
  /// sentences, each one line, `keySentences` finds its most telling ones, the best first.
  init(
    _ article: Article, network: String? = nil, lead: [String],
    keySentences: @escaping () -> [String] = { [] }
  ) {
    given = (network.flatMap { article.social[$0] } ?? article.social["*"]).flatMap(GivenText.init)
    title = article.title.oneLine
    summary = (article.summary ?? "").oneLine
    self.lead = lead
    self.keySentences = keySentences
  }

  /// Openings that are found only when none before them fits.
  typealias Openings = () -> [String]

  /// Whole openings, the best first: the first that fits is taken as it is.
  func openings(_ style: PostStyle.Hook) -> [Openings] {
    if let given { return [{ [given.text(for: style)] }] }
    return switch style {
    case .short: short
    case .paragraph(let length):
      [{ paragraph(length).map { [$0] } ?? telling(longest: length) }] + short
    case .title, .whole: [{ [title].filter { !$0.isEmpty } }]
    }
  }

  /// What is cut when no opening fits whole, the best first.
  func cuttable(_ style: PostStyle.Hook) -> [String] {
    if let given { return [given.text(for: style)] }
    let words =
      switch style {
      case .short, .paragraph: [summary, title, lead.first ?? ""]
      case .title, .whole: [title]
      }
    return words.filter { !$0.isEmpty }
  }

  /// The words of a series of posts: those given, else the body below title and summary.
  func groups(_ body: Document) -> [[String]] {
    if let given { return given.groups }
    let groups = body.postGroups
    let first = groups.first ?? []
    return [opening(above: first) + first] + groups.dropFirst()
  }

  /// Title and summary as paragraphs: the title unless `paragraphs` begin with it, the summary unless
  /// they say all of it, and some at their start.
  private func opening(above paragraphs: [String]) -> [String] {
    let sentences = Sentences.all(in: summary)
    func says(_ paragraphs: some Sequence<String>, _ sentence: String) -> Bool {
      paragraphs.contains { Sentences.all(in: $0).contains { $0.saysSame(sentence) } }
    }
    let isRepeated =
      sentences.contains { says(paragraphs.prefix(3), $0) }
      && sentences.allSatisfy { says(paragraphs, $0) }
    let summary = isRepeated ? "" : summary
    if paragraphs.first?.saysFirst(title) ?? false { return [summary].filter { !$0.isEmpty } }
    return titled(summary).split(separator: "\n\n").map(String.init)
  }

  private var short: [Openings] {
    if !summary.isEmpty { return [{ [titled(summary), summary] }] }
    return [
      {
        (1...3).reversed().filter { $0 <= lead.count }
          .map { titled(Sentences.joined(lead.prefix($0))) }
      },
      { telling(longest: .max) + [title].filter { !$0.isEmpty } },
    ]
  }

  /// The most telling sentences of at most `longest` graphemes, each under the title.
  private func telling(longest: Int) -> [String] {
    keySentences().map(\.oneLine)
      .filter { !lead.prefix(1).contains($0) && Graphemes.count(in: $0) <= longest }
      .map(titled)
  }

  /// `words` under the title; either alone where it says what the other begins with.
  private func titled(_ words: String) -> String {
    if title.isEmpty || words.saysFirst(title) { return words }
    return words.isEmpty || title.saysFirst(words) ? title : title + "\n\n" + words
  }

  /// The title, then summary and first sentences up to `length` graphemes; nil for no sentence.
  private func paragraph(_ length: Int) -> String? {
    var sentences: [String] = []
    var room = length - Graphemes.count(in: summary)
    for sentence in lead where !summary.holds(sentence) && !title.saysSame(sentence) {
      let count = Graphemes.count(in: sentence)
      guard count <= room else { break }
      sentences.append(sentence)
      room -= count + 1
    }
    let paragraphs = [summary, Sentences.joined(sentences)].filter { !$0.isEmpty }
    return paragraphs.isEmpty ? nil : titled(paragraphs.joined(separator: "\n\n"))
  }
}

extension String {
  fileprivate func holds(_ other: String) -> Bool {
    var (text, words) = (self, other)
    return text.withUTF8 { text in
      words.withUTF8 { words in
        UnsafeRawBufferPointer(text).firstOffset(of: UnsafeRawBufferPointer(words)) != nil
      }
    }
  }

  /// Whether it begins with what `other` says: the same letters and digits, whatever their case and
  /// what stands between them, as whole words.
  fileprivate func saysFirst(_ other: String) -> Bool {
    guard let rest = rest(after: other) else { return false }
    guard let next = rest.first else { return true }
    return !next.isWordScalar || Spaceless.isLetter(next)
  }

  fileprivate func saysSame(_ other: String) -> Bool {
    rest(after: other).map { !$0.contains(where: \.isWordScalar) } ?? false
  }

  /// What follows the letters of `other`; nil when it begins otherwise, or `other` has no letters.
  private func rest(after other: String) -> Substring.UnicodeScalarView? {
    var rest = Substring(self).unicodeScalars
    var isFound = false
    for letter in other.unicodeScalars where letter.isWordScalar {
      rest = rest.drop { !$0.isWordScalar }
      guard let first = rest.first, first.lowercasedValue == letter.lowercasedValue else {
        return nil
      }
      rest = rest.dropFirst()
      isFound = true
    }
    return isFound ? rest : nil
  }
}
