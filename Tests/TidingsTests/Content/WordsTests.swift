import Testing

@testable import Tidings

@Suite struct WordsTests {
  private func document(_ markdown: String) -> Document {
    MarkdownReader(base: WebURL("https://example.org/")).document(markdown)
  }

  @Test(arguments: [
    ("a *b*\nc  \nd `e`", "a b c d e"),
    ("# T\n\np ![alt](/x.png) q[^1]\n\n[^1]: note", "T p alt q"),
    ("- a\n- b\n\n> c\n\n```\nd\n e\n```\n\n---", "a b c d e"),
    ("| a | b |\n|---|---|\n| 1 |", "a b 1"),
    ("", ""),
  ])
  func saysItOnOneLine(markdown: String, text: String) {
    #expect(document(markdown).plainText == text)
  }

  static let openings: [(String, String?)] = [
    ("![x](/a.png)\n\n# T\n\nfirst\n\nsecond", "first"),
    ("> quoted\n\nown", "own"), ("- item\n\n> quoted", "item"), ("# T", nil), ("", nil),
  ]

  @Test(arguments: openings)
  func findsTheFirstParagraph(markdown: String, text: String?) {
    #expect(document(markdown).firstParagraph?.plainText == text)
  }

  @Test(arguments: [
    ("", 0), ("one two", 2), ("well-known, isn't it?", 3), ("a — b – c", 3), ("model—it", 2),
    ("漢字かな", 4), ("GPT-4 は速い", 4), ("한국어 두", 4), ("3.5 % of $7", 3), ("🙂 ok", 1),
  ])
  func countsWords(text: String, count: Int) {
    #expect(WordCount(text).total == count)
  }

  @Test(arguments: [
    ("word", 230, 1), ("word", 345, 2), ("word", 2_300, 10), ("漢", 1_000, 2),
  ])
  func countsMinutes(word: String, times: Int, minutes: Int) {
    let text = Array(repeating: word, count: times).joined(separator: " ")
    #expect(WordCount(text).readingMinutes == minutes)
    #expect(document(text).readingMinutes == minutes)
  }

  @Test(arguments: ["", "![](https://x.example/a.png)", "---"])
  func whatHasNoWordsTakesNoTime(text: String) {
    #expect(document(text).readingMinutes == nil)
  }

  @Test(arguments: [
    ("one\n\ntwo\n\n<!--more-->\n\nthree", 1, "p(one) p(two)"),
    ("![x](/a.png)\n\n# T\n\none two\n\nthree four", 2, "p(one two)"),
    ("one two\n\nthree four\n\nfive six", 4, "p(one two) p(three four)"),
    ("one two\n\nthree four five six seven", 3, "p(one two)"),
    ("A b c. D e f. G h i.", 7, "p(A b c. D e f.)"),
    ("A *b c. D* e f. G h i.", 4, "p(A em(b c.))"),
    ("one two, three four five", 2, "p(one two…)"),
    ("one **two three** four", 2, "p(one b(two)…)"),
    ("漢字漢字漢字漢字", 3, "p(漢字漢…)"),
    ("## H\n\nA b. C d e f.", 3, "h2(H) p(A b.)"),
    ("one two\n\n## H\n\nthree four five six", 3, "p(one two)"),
    ("A b. So choose:\n\n- x y z", 4, "p(A b.)"),
    ("- a b\n- c d\n- e f", 4, "ul{p(a b); p(c d)}"),
    ("> A b c. D e f.", 3, "quote{p(A b c.)}"),
    ("```\na b\nc d\ne f\n```", 4, "code:(a b\nc d\n…)"),
    ("| a | b |\n|---|---|\n| c | d |\n| e | f |", 3, "table:--{a|b / c|d}"),
    (
      "a[^1] b.[^2] C d[^3].\n\n[^1]: A\n[^2]: B\n[^3]: C", 2, "p(a^1 b.^2) note1{p(A)} note2{p(B)}"
    ),
    ("a\n\nb[^2]\n\n[^2]: B", 1, "p(a)"),
    ("> > > > > > A b. C d.", 2, "quote{quote{quote{quote{p(A b.)}}}}"),
    ("short", 50, "p(short)"), ("", 5, ""), ("# only", 5, ""),
  ])
  func cutsAnExcerpt(markdown: String, words: Int, tree: String) {
    #expect(sketch(document(markdown).excerpt(words: words)) == tree)
  }

  @Test(arguments: [
    ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
    (
      "He met Dr. Smith and J. R. Doe. Then left.",
      ["He met Dr. Smith and J. R. Doe.", "Then left."]
    ),
    ("In the U.S. Apple grew, e.g. Macs. Yes.", ["In the U.S. Apple grew, e.g. Macs.", "Yes."]),
    ("It cost 3.5 million. No. 7 won.", ["It cost 3.5 million.", "No. 7 won."]),
    ("I said no. Then yes.", ["I said no.", "Then yes."]),
    (
      "“Who?” he asked. “Me.” Then (quiet.) End",
      ["“Who?” he asked.", "“Me.”", "Then (quiet.)", "End"]
    ),
    ("Wait... what? Well… Fine.", ["Wait... what?", "Well…", "Fine."]),
    ("At 5 p.m. The bell. So am I. Go.", ["At 5 p.m.", "The bell.", "So am I.", "Go."]),
    ("Use Node.js or .NET today. v1.2.3 is out.", ["Use Node.js or .NET today. v1.2.3 is out."]),
    ("1. First point. Second.", ["1. First point.", "Second."]),
    ("他来了。她走了！真的？是", ["他来了。", "她走了！", "真的？", "是"]),
    ("彼は「はい。」と言った。次。", ["彼は「はい。」", "と言った。", "次。"]),
    ("Really?! Yes.", ["Really?!", "Yes."]),
    ("  \n ", []), ("", []), ("...", ["..."]), ("no end", ["no end"]),
    ("Tools of Acme Inc. Others too.", ["Tools of Acme Inc.", "Others too."]),
  ])
  func splitsSentences(text: String, sentences: [String]) {
    #expect(Sentences.all(in: text) == sentences)
    #expect(Sentences.first(of: text) == sentences.first)
    #expect(Sentences.all(in: text, limit: 1) == Array(sentences.prefix(1)))
  }
}
