/// What mailboxes show beside the subject.
enum PreheaderRules {
  static let longest = 150

  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    let edition = matter.edition
    let preheader = edition.preheader.oneLine
    var findings: [Preflight.Finding] = []
    func warn(_ rule: Preflight.Rule, _ message: String, hint: String) {
      findings.append(.init(.warning, rule, at: "preheader", message, hint: hint))
    }
    guard !preheader.isEmpty else {
      // Without an article there is nothing to take one from, which another rule says.
      if !edition.picked.isEmpty {
        warn(
          .preheaderMissing,
          "there is no preheader: mailboxes show the letter's first words in its place",
          hint: "set newsletter.preheader")
      }
      return findings
    }
    let dense = Haystack.dense(preheader)
    if Haystack(matter.page.texts.prefix(20).map(\.words).joined()).find(dense) == nil {
      warn(
        .preheaderMissing, "digest.html does not hold the preheader at its beginning",
        hint: "put {{preheader}} first into the template's body")
    }
    let subject = Haystack.dense(edition.subject)
    if dense == subject {
      warn(
        .preheaderRepeated, "the preheader is the subject once more",
        hint: "set newsletter.preheader")
    } else {
      let first = matter.page.visibleTexts.prefix(10).map(\.words).joined()
      if Haystack.dense(first).starts(with: dense) {
        warn(
          .preheaderRepeated, "the letter begins with the preheader's own words",
          hint: "set newsletter.preheader")
      }
    }
    if preheader.count > longest {
      warn(
        .preheaderLong,
        "the preheader has \(preheader.count) characters, mailboxes show about 100",
        hint: "set newsletter.preheader to its first words")
    }
    if let scalar = preheader.hiddenScalar {
      warn(
        .hiddenCharacters, "the preheader holds an invisible character (\(scalar.shown))",
        hint: "take it out of newsletter.preheader, or of the article's title")
    }
    return findings
  }
}
