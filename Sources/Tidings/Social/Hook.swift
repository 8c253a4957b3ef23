/// What opens a post: chosen from an article's title, summary and first sentences.
struct Hook {
  let title: String
  let summary: String
  let lead: [String]

  init(_ article: Article, lead: [String]) {
    title = article.title.oneLine
    summary = (article.summary ?? "").oneLine
    self.lead = lead.map(\.oneLine).filter { !$0.isEmpty }
  }

  /// Whole openings, the best first: the first that fits is taken as it is.
  func openings(_ style: PostStyle.Hook) -> [String] {
    switch style {
    case .short: short
    case .paragraph(let length): [paragraph(length)] + short
    case .title, .whole: [title].filter { !$0.isEmpty }
    }
  }

  /// What is cut when no opening fits whole, the best first.
  func cuttable(_ style: PostStyle.Hook) -> [String] {
    let words =
      switch style {
      case .short, .paragraph: [summary, title]
      case .title, .whole: [title]
      }
    return words.filter { !$0.isEmpty }
  }

  private var short: [String] {
    if !summary.isEmpty { return [titled(summary), summary] }
    let openings = (0...min(3, lead.count)).reversed().map {
      titled(lead.prefix($0).joined(separator: " "))
    }
    return openings.filter { !$0.isEmpty }
  }

  /// `words` under the title, which is not repeated when they begin with it.
  private func titled(_ words: String) -> String {
    if title.isEmpty || beginsWithTitle(words) { return words }
    return words.isEmpty ? title : title + "\n\n" + words
  }

  private func beginsWithTitle(_ words: String) -> Bool {
    guard words.lowercased().hasPrefix(title.lowercased()) else { return false }
    let next = words.dropFirst(title.count).first
    return next.map { !$0.isLetter && !$0.isNumber } ?? true
  }

  private func paragraph(_ length: Int) -> String {
    var sentences: [String] = []
    var room = length - summary.count
    for sentence in lead where !summary.contains(sentence) && sentence != title {
      guard sentence.count <= room else { break }
      sentences.append(sentence)
      room -= sentence.count + 1
    }
    let paragraphs = [summary, sentences.joined(separator: " ")].filter { !$0.isEmpty }
    return titled(paragraphs.joined(separator: "\n\n"))
  }
}
