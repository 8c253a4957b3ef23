import Foundation

/// The grammar of a sentence that names an origin, in the languages that part words by spaces.
///
/// [This article] [was] originally published | reposted from, then in any order where (on, at, in),
/// by whom and when, and little else.
struct OriginGrammar {
  private let source: OriginParagraph
  private let dates: DateReader
  private var at = 0
  /// The article's own title or "this post", linked.
  private var titleLink: Link?
  private var siteLink: Link?
  private var authorLink: Link?
  private var siteName: String?
  private var domain: WebURL?
  private var author: String?
  private var date: Moment?
  private var speaksOfItself = false
  private var isWriting = false
  /// Words that belong to no part of the grammar.
  private var unknown = 0
  /// Those of the sentence that names the place, once it has ended.
  private var unknownInSentence: Int?
  /// Whether other words stand before the sentence.
  private let isLate: Bool

  private struct Link {
    let url: WebURL
    let text: String
  }

  /// What the next words are, by the preposition before them.
  private enum Role {
    case none
    case site
    case author
    case title
  }

  /// `start` is the number of the sentence's first word.
  init(_ source: OriginParagraph, from start: Int, dates: DateReader) {
    self.source = source
    at = start
    isLate = start > 0
    self.dates = dates
  }

  private var tokens: [OriginParagraph.Token] { source.tokens }

  /// Reads the sentence, once; nil when it is prose or names no place.
  mutating func origin() -> Origin? {
    guard readOpening(), readVerb() else { return nil }
    readRest()
    return found()
  }

  // MARK: Opening

  /// "Note: this article", a title in quotation marks, or a title that is a link.
  private mutating func readOpening() -> Bool {
    while at < tokens.count, at < 40 {
      let token = tokens[at]
      let word = token.folded
      if let url = token.url {
        guard titleLink == nil else { return false }
        if OriginNames.opensSentence(token.text) { return true }
        titleLink = Link(url: url, text: token.text)
        at += 1
      } else if let first = token.text.first, "\"“„«‘".contains(first) {
        guard skipQuotation() else { return false }
      } else if Self.opens(word) || word == "cross" || (word == "via" && at == 0) {
        return true
      } else if let length = dateLength() {
        at += length
      } else if speaksOfItself, OriginWords.authorPrepositions.contains(word) {
        at += 1
        guard readAuthor() else { return false }
      } else if OriginWords.subjects.contains(word) || word.isEmpty {
        speaksOfItself = speaksOfItself || OriginWords.selfReferences.contains(word)
        at += 1
      } else {
        return false
      }
    }
    return false
  }

  private static func opens(_ word: String) -> Bool {
    OriginWords.adverbs.contains(word) || OriginWords.verbs.contains(word)
      || OriginWords.repostings.contains(word)
  }

  /// A title; a quotation of such a sentence is none.
  private mutating func skipQuotation() -> Bool {
    let start = at
    while at < tokens.count {
      let token = tokens[at]
      if OriginWords.adverbs.contains(token.folded) || OriginWords.repostings.contains(token.folded)
      {
        return false
      }
      at += 1
      let body = (token.text + token.tail).dropFirst(at == start + 1 ? 1 : 0)
      if body.contains(where: { "\"”“»’".contains($0) }) { return true }
    }
    return false
  }

  // MARK: Verb

  private mutating func readVerb() -> Bool {
    var adverb: String?
    var hasVerb = false
    if let token = tokens.at(at), let url = token.url {
      titleLink = Link(url: url, text: "")
      (adverb, hasVerb) = ("originally", true)
      at += 1
      return readsOn(after: token)
    }
    if let token = tokens.at(at), token.folded == "via" {
      // "(via …)" says where a picture or a hint came from.
      return tokens.at(at + 1)?.url != nil && !token.opensPhrase
    }
    while let token = tokens.at(at), token.url == nil {
      let word = token.folded
      if OriginWords.repostings.contains(word)
        || (word == "cross" && tokens.at(at + 1)?.folded == "posted")
      {
        return adverb == nil && skipToFrom()
      } else if OriginWords.adverbs.contains(word) {
        adverb = word
      } else if OriginWords.verbs.contains(word) {
        hasVerb = true
        isWriting = isWriting || OriginWords.writing.contains(word)
      } else if adverb != nil, hasVerb, word != "vez", word != "volta" {
        break
      } else if !OriginWords.auxiliaries.contains(word) {
        break
      }
      at += 1
      if token.closesPhrase { break }
    }
    guard let adverb else { return false }
    if !hasVerb, OriginWords.adverbsBeforeVerbs.contains(adverb) {
      hasVerb = tokens[min(at, tokens.count)...].contains {
        $0.url == nil && OriginWords.verbs.contains($0.folded)
      }
    }
    guard hasVerb, at > 0 else { return false }
    return readsOn(after: tokens[at - 1])
  }

  /// Whether a place, a person or a date follows, as it does in no other sentence.
  private func readsOn(after verb: OriginParagraph.Token) -> Bool {
    guard let next = tokens.at(at) else { return titleLink != nil || source.wholeLink != nil }
    return verb.closesPhrase || next.url != nil || next.opensPhrase
      || OriginWords.sitePrepositions.contains(next.folded)
      || OriginWords.authorPrepositions.contains(next.folded)
      || OriginWords.titlePrepositions.contains(next.folded)
      || ["here", "aqui", "hier", "ici", "over", "qui"].contains(next.folded)
      || dateLength() != nil
  }

  /// "Reposted with kind permission from": a text that was "cross-posted to" is at home here.
  private mutating func skipToFrom() -> Bool {
    let allowed: Set<String> = [
      "cross", "posted", "with", "by", "kind", "the", "permission", "of", "courtesy", "here", "and",
      "originally", "as", "is",
    ]
    let end = min(at + 8, tokens.count)
    while at < end, tokens[at].url == nil {
      let word = tokens[at].folded
      if word == "from" { return true }
      guard allowed.contains(word) || OriginWords.repostings.contains(word) else { return false }
      at += 1
      if word == "of" || word == "courtesy" {
        at -= 1
        return tokens[at].folded == "of"
      }
    }
    return false
  }

  // MARK: Rest

  private mutating func readRest() {
    var role = Role.none
    var isRecognized = true
    var takesLinks = true
    while at < tokens.count {
      let token = tokens[at]
      let word = token.folded
      if let length = dateLength() {
        if date == nil { date = source.date(at: at, length: length, dates: dates) }
        if let url = token.url, length == 1, takesLinks { note(Link(url: url, text: ""), .none) }
        at += length
        role = .none
      } else if let url = token.url {
        if takesLinks, isRecognized || role != .none {
          note(Link(url: url, text: token.text), role)
        } else {
          unknown += token.text.split(separator: " ").count
        }
        at += 1
        role = .none
      } else if word == "also" || word == "cross-posted" || word == "crossposted" {
        takesLinks = false
        at += 1
      } else if role == .site, !isPreposition(word), takesLinks {
        isRecognized = readSiteName()
        role = tokens.at(at)?.url == nil || siteName != nil ? .none : .site
      } else if role == .author, readAuthor() {
        role = .none
      } else if let next = Self.role(of: word) {
        role = next
        isRecognized = true
        at += 1
      } else {
        let isKnown =
          word.isEmpty || OriginWords.fillers.contains(word) || OriginWords.verbs.contains(word)
          || OriginWords.adverbs.contains(word) || OriginWords.auxiliaries.contains(word)
        if !isKnown {
          unknown += 1
          isRecognized = false
        }
        at += 1
      }
      if endsSentence(token), place != nil {
        takesLinks = false
        unknownInSentence = unknownInSentence ?? unknown
      }
    }
  }

  private var place: String? { siteName ?? siteLink?.text ?? titleLink?.text }

  private func endsSentence(_ token: OriginParagraph.Token) -> Bool {
    guard let last = token.last, ".!?".contains(last) else { return false }
    return tokens.at(at)?.text.first?.isLowercase == false
  }

  private static func role(of word: String) -> Role? {
    if OriginWords.authorPrepositions.contains(word) { return .author }
    if OriginWords.titlePrepositions.contains(word) { return .title }
    return OriginWords.sitePrepositions.contains(word) ? .site : nil
  }

  private func isPreposition(_ word: String) -> Bool { Self.role(of: word) != nil }

  private mutating func note(_ link: Link, _ role: Role) {
    switch role {
    case .site:
      if siteLink == nil { siteLink = link } else if titleLink == nil { titleLink = link }
    case .author: if authorLink == nil { authorLink = link }
    case .title: titleLink = link
    case .none:
      // Behind a bare name stands the article; behind the verb alone, the place.
      if siteLink == nil, siteName == nil {
        siteLink = link
      } else if titleLink == nil {
        titleLink = link
      }
    }
  }

  /// The words behind "on" up to the next part; whether they belong there.
  private mutating func readSiteName() -> Bool {
    let start = at
    while let token = tokens.at(at), token.url == nil, dateLength() == nil {
      let word = token.folded
      if at > start, token.opensPhrase || endsName(word) { break }
      at += 1
      if token.closesPhrase { break }
    }
    var words = tokens[start..<at].map { $0.text + $0.tail }
    if let last = words.popLast() { words.append(OriginNames.trimmed(last)) }
    let folded = tokens[start..<at].map(\.folded)
    let name = words.joined(separator: " ").trimmingCharacters(in: .whitespaces)
    if folded.allSatisfy({ OriginWords.fillers.contains($0) || OriginWords.verbs.contains($0) }) {
      return true
    }
    if folded.allSatisfy(OriginWords.languages.contains) || (isWriting && !source.isSetApart) {
      return true
    }
    if let url = OriginNames.domain(name) {
      if domain == nil { (domain, siteName) = (url, SiteName.name(of: url)) }
      return true
    }
    let names = words.contains { word in
      word.contains { $0.isUppercase || ($0.isLetter && !$0.isCased) }
    }
    guard names, words.count <= 6, name.count <= 60, siteName == nil else {
      unknown += folded.filter { !OriginWords.fillers.contains($0) }.count
      return false
    }
    // "On Ana's blog [Small Hours](…)": the link bears the name.
    if let last = folded.last, ["blog", "newsletter", "website", "site", "column"].contains(last),
      tokens.at(at)?.url != nil
    {
      return true
    }
    siteName = name
    return true
  }

  private func endsName(_ word: String) -> Bool {
    guard let role = Self.role(of: word) else {
      return ["and", "y", "e", "und", "et", "en"].contains(word) || OriginWords.verbs.contains(word)
    }
    // "La Voz de Galicia", "Diário do Norte".
    return role != .site
      || !["de", "do", "da", "des", "den", "dem", "la", "o", "el"].contains(word)
  }

  private mutating func readAuthor() -> Bool {
    let start = at
    while let token = tokens.at(at), token.url == nil, at - start < 5,
      token.core.first?.isUppercase == true
        || (at > start && ["de", "da", "van"].contains(token.folded))
    {
      at += 1
      if token.closesPhrase, !(token.core.count == 1 && token.last == ".") { break }
    }
    guard at > start else { return false }
    let name = tokens[start..<at].map { $0.text }.joined(separator: " ")
    if author == nil { author = OriginNames.trimmed(name) }
    return true
  }

  private func dateLength() -> Int? { source.dateLength(at: at, dates: dates) }

  // MARK: Outcome

  private func found() -> Origin? {
    var site = siteLink
    var author = author
    if site == nil, siteName == nil, titleLink == nil, source.wholeLink == nil {
      // "Published by [The Paper](…)" names the place.
      site = authorLink
      if site == nil, !isWriting, let name = author {
        author = nil
        return origin(url: nil, name: name, author: nil)
      }
    } else if author == nil, let link = authorLink {
      author = OriginNames.trimmed(link.text)
    }
    let url = address(site: site) ?? domain
    guard let url else {
      guard let siteName else { return nil }
      return origin(url: nil, name: siteName, author: author)
    }
    let isOwnName = site.map { OriginNames.isName($0.text) } ?? false
    let text = isOwnName ? site.map { SiteName.own(OriginNames.trimmed($0.text), at: url) } : nil
    let host = SiteName.name(of: site.map(\.url) ?? url)
    return origin(url: url, name: text ?? siteName ?? host, author: author)
  }

  private func origin(url: WebURL?, name: String, author: String?) -> Origin? {
    let unknown = source.isSetApart && url != nil ? unknownInSentence ?? unknown : unknown
    guard !isLate || (url != nil && unknown <= 3) else { return nil }
    let allowed =
      switch (url != nil, source.isSetApart, speaksOfItself) {
      case (true, true, _): 10
      case (true, false, true): 8
      case (true, false, false), (false, true, _), (false, _, true): 3
      case (false, false, false): 0
      }
    guard unknown <= allowed, !name.isEmpty else { return nil }
    return Origin(site: name, url: url, date: date, author: author)
  }

  /// The article's own address before the site's.
  private func address(site: Link?) -> WebURL? {
    guard let title = titleLink?.url ?? source.wholeLink else { return site?.url }
    guard let site = site?.url else { return title }
    return OriginNames.depth(of: site) >= max(2, OriginNames.depth(of: title)) ? site : title
  }
}

extension Array {
  /// The element at `index`, if there is one.
  fileprivate func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
