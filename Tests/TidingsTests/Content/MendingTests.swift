import Testing

@testable import Tidings

@Suite struct MendingTests {
  @Test(arguments: [
    ("years , the", "years, the"), ("Claude .", "Claude."), ("about AI . It is", "about AI. It is"),
    ("of dollars . ✅ Open", "of dollars. ✅ Open"), ("(x) , y", "(x), y"), ("“a” .", "“a”."),
    ("( Index, 2023 )", "(Index, 2023)"), ("the U.S. ( Index ). So", "the U.S. (Index). So"),
    ("5 % , so", "5 %, so"), ("two  , spaces", "two, spaces"), ("end .”", "end.”"),
  ])
  func takesStraySpacesOut(text: String, mended: String) {
    #expect(Typography.mended(text) == mended)
    #expect(Typography.mended(mended) == mended)
  }

  @Test(arguments: [
    "wait ... what", "wait . . . what", "a .5 share", "the .NET way", "go ..", "« oui » : non",
    "Quoi ? Oui ! Non ; bon : ici", "narrow :", "a ,5", ", alone", " . ", "( )", "( :",
    ":-) :( x )", "f( x )",
    "put a . in it", "", "no change.", "ls . -la", "a (b) c",
  ])
  func leavesTheRest(text: String) {
    #expect(Typography.mended(text) == text)
  }

  @Test(arguments: [
    ("**Claude** .", "p(b(Claude).)"), ("**a** , b", "p(b(a), b)"),
    ("`a , b` , c", "p(`a , b`, c)"),
    ("a\n, b", "p(a~, b)"), ("```\na , b\n```", "code:(a , b)"), ("- a , b", "ul{p(a, b)}"),
  ])
  func mendsADocument(markdown: String, tree: String) {
    #expect(sketch(MarkdownReader().document(markdown).mended) == tree)
  }

  private static let long = """
    This sentence goes on for a while, as sentences in a pasted article do, until it has said it all.
    """

  static let pasted: [(String, String)] = [
    ("\(long)\n\(long)\nShort one.", "\(long)\n\n\(long)\n\nShort one.\n"),
    ("\(long)\nChoices:\n- a\n- b\n\(long)", "\(long)\n\nChoices:\n\n- a\n- b\n\n\(long)\n"),
    ("\(long)\n\(long)\n• a\n• b\n\(long)", "\(long)\n\n\(long)\n\n• a\n• b\n\n\(long)\n"),
    (
      "\(long)\n\(long)\n```\na\n\nb\n```\n\(long)",
      "\(long)\n\n\(long)\n\n```\na\n\nb\n```\n\n\(long)\n"
    ),
    (
      "A Title\n\(long)\nOther Title\n\(long)",
      "## A Title\n\n\(long)\n\n## Other Title\n\n\(long)\n"
    ),
    ("\(long)\nOnly Title\n\(long)", "\(long)\n\nOnly Title\n\n\(long)\n"),
    ("A title.\n\(long)\nWhat now?\n\(long)", "A title.\n\n\(long)\n\nWhat now?\n\n\(long)\n"),
    ("\(long)\r\n\(long)\r\n\(long)", "\(long)\n\n\(long)\n\n\(long)\n"),
    (
      "- item\n\(long)\nA Title\n\(long)\nB Title\n\(long)",
      "- item\n\n\(long)\n\n## A Title\n\n\(long)\n\n## B Title\n\n\(long)\n"
    ),
  ]

  @Test(arguments: pasted)
  func partsLines(text: String, markdown: String) {
    #expect(ProseLines.markdown(text) == markdown)
  }

  static let otherTexts: [String] = [
    "", "one line", "\(long)\n\n\(long)\n\n\(long)",
    """
    This paragraph was wrapped by hand at some eighty columns or a little more, so its
    lines end wherever the column happened to be and the sentence simply goes on with the
    next line, which is why these lines must stay together as the one paragraph they are.
    """,
    "Roses are red,\nviolets are blue,\nshort lines are verse\nand stay as they do.",
    "- a\n- b\n- c\n- d",
    "```\n\(long)\n\(long)\n\(long)\n```",
    "| a | b |\n|---|---|\n| c | d |\n| e | f |",
  ]

  @Test(arguments: otherTexts)
  func leavesOtherTextsAlone(text: String) {
    #expect(ProseLines.markdown(text) == text)
  }

  @Test func readsAPastedArticle() {
    let text = """
      In recent weeks , our garden has been ruled by a handful of snails , and nothing else grew at all .
      Why The Snails Came
      The rain of last month brought them, and the lettuce that we had planted made them want to stay here.
      What We Did
      We put out boards in the evening, turned them over in the morning, and carried all of them to the woods.
      """
    let document = MarkdownReader().document(ProseLines.markdown(text)).mended
    #expect(
      Sentences.first(of: document.firstParagraph?.plainText ?? "")
        == "In recent weeks, our garden has been ruled by a handful of snails, and nothing else grew at all."
    )
    #expect(document.blocks.count == 5)
    #expect(document.blocks[1] == .heading(level: 2, [.text("Why The Snails Came")]))
  }
}
