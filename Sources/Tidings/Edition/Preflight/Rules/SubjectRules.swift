/// The line that mailboxes show.
enum SubjectRules {
  /// In characters: what wide mailboxes show, and what none shows more of.
  static let shown = 60
  static let longest = 150

  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    let subject = matter.edition.subject
    guard !subject.allSatisfy(\.isWhitespace) else {
      return [
        .init(
          .error, .subjectEmpty, at: "subject", "the subject is empty",
          hint: "set newsletter.subject")
      ]
    }
    var findings: [Preflight.Finding] = []
    func warn(
      _ rule: Preflight.Rule, _ message: String,
      hint: String = "set newsletter.subject, or give --subject"
    ) {
      findings.append(.init(.warning, rule, at: "subject", message, hint: hint))
    }
    let count = subject.count
    if count > longest {
      warn(.subjectLong, "the subject has \(count) characters, at most \(longest) are ever shown")
    } else if count > shown {
      warn(
        .subjectCut,
        "the subject has \(count) characters, most mailboxes show about \(shown) and cut off"
          + " \("…\(subject.dropFirst(shown))".cited())")
    }
    if let shape = spammyShape(subject) {
      warn(.subjectShape, "the subject \(shape), as spam does")
    }
    if let mark = falseAnswer(subject) {
      warn(.subjectReply, "the subject begins with '\(mark)', as if it answered the reader")
    }
    if let scalar = subject.hiddenScalar {
      warn(
        .hiddenCharacters, "the subject holds an invisible character (\(scalar.shown))",
        hint: "take it out of newsletter.subject, or of the article's title")
    }
    return findings
  }

  private static func spammyShape(_ subject: String) -> String? {
    for (marks, name) in [("!!", "!!"), ("??", "??"), ("$$", "$$"), ("€€", "€€")]
    where subject.contains(marks) { return "has '\(name)' in it" }
    let letters = subject.unicodeScalars.filter { $0.properties.isCased }
    let capitals = letters.count { $0.properties.isUppercase }
    let words = subject.split { !$0.isLetter }.count { $0.count > 1 }
    if letters.count >= 10, words >= 2, capitals * 10 > letters.count * 7 {
      return "is written in capitals"
    }
    var row = 0
    for character in subject where !character.isWhitespace {
      row = character.isEmoji ? row + 1 : 0
      if row == 3 { return "has a row of emoji" }
    }
    return nil
  }

  /// What a mail program puts before the subject of an answer or a forwarded letter.
  private static func falseAnswer(_ subject: String) -> String? {
    guard let colon = subject.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let mark = subject[..<colon].lowercased()
    return [
      "re", "fw", "fwd", "aw", "wg", "sv", "vs", "antw", "rif", "tr", "rv", "enc", "回复", "转发",
    ]
    .contains(mark) ? String(subject[...colon]) : nil
  }
}

extension Character {
  /// Shown as a picture: emoji by themselves, or letters that are told to be.
  fileprivate var isEmoji: Bool {
    guard let first = unicodeScalars.first else { return false }
    return first.properties.isEmojiPresentation
      || first.properties.isEmoji && unicodeScalars.contains("\u{FE0F}")
  }
}

extension String {
  /// The first character that shows nothing, splits words or turns the writing direction.
  ///
  /// Joiners within emoji and within scripts that need them are no such characters.
  var hiddenScalar: Unicode.Scalar? {
    var previous: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x00AD, 0x034F, 0x180E, 0x200B, 0x2060...0x2064, 0xFFF9...0xFFFB: return scalar
      case _ where CleanText.isRefused(scalar): return scalar
      case 0x200C, 0x200D:
        if previous.isASCII { return scalar }
      default: break
      }
      previous = scalar
    }
    return nil
  }
}
