import Testing

@testable import Tidings

/// What an API's own signs become, so that a reader sees the author's.
@Suite struct EscapeTests {
  @Test(arguments: [
    (##"\|{}@[]()<>#*_~"##, ##"\\\|\{\}\@\[\]\(\)\<\>\#\*\_\~"##),
    ("plain & “quoted”, 100 %", "plain & “quoted”, 100 %"),
    ("#AI and #Open_Source!", ##"{hashtag|\#|AI} and {hashtag|\#|Open\_Source}!"##),
    ("C# has no #1, nor a#b", ##"C\# has no \#1, nor a\#b"##),
    ("\n#日本語", "\n{hashtag|\\#|日本語}"), ("#", ##"\#"##), ("", ""),
    ("https://example.org/a_(b)", #"https://example.org/a\_\(b\)"#),
  ])
  func linkedIn(text: String, escaped: String) { #expect(LittleText.escaped(text) == escaped) }

  @Test(arguments: [
    (#"\*_~`|<>[]"#, #"\\\*\_\~\`\|\<\>\[\]"#), ("(fine) #tag & @name", "(fine) #tag & @name"),
    ("# no heading", ##"\# no heading"##), ("> no quote", #"\> no quote"#),
    ("- no list\n+ nor this\n1. nor that", "\\- no list\n\\+ nor this\n1\\. nor that"),
    ("  -# small", #"  \-# small"#), ("1.5 and 2", "1.5 and 2"),
    (":smile: at 10:30", #"\:smile: at 10:30"#),
    ("see https://example.org/a_b_(c)*d and a_b", #"see https://example.org/a_b_(c)*d and a\_b"#),
    ("<https://example.org/a_b>", #"\<https://example.org/a_b>"#),
    ("http:/x_y", #"http:/x\_y"#), ("a\n\n\nb\n", "a\n\n\nb\n"), ("", ""), ("\n", "\n"),
  ])
  func discord(text: String, escaped: String) {
    #expect(DiscordMarkdown.escaped(text) == escaped)
  }

  @Test(arguments: [
    ("a < b & c > d", "a &lt; b &amp; c &gt; d"), ("&amp;", "&amp;amp;"),
    ("<!channel>", "&lt;!channel&gt;"),
    ("*as it is*", "*as it is*"),
  ])
  func slack(text: String, escaped: String) { #expect(SlackText.escaped(text) == escaped) }

  @Test func slackTakesLongTextsInSections() {
    let paragraph = String(repeating: "Words & words ", count: 40) + "end."
    let text = (1...8).map { "\($0) \(paragraph)" }.joined(separator: "\n\n")
    let sections = SlackText.sections(text)
    #expect(sections.count == 2)
    #expect(sections.allSatisfy { $0.utf16.count <= SlackText.longestSection })
    #expect(sections.joined(separator: "\n\n") == SlackText.escaped(text))
    let endless = SlackText.sections(String(repeating: "&👩‍👩‍👧‍👦", count: 700))
    #expect(endless.allSatisfy { $0.utf16.count <= SlackText.longestSection })
    #expect(endless.joined() == String(repeating: "&amp;👩‍👩‍👧‍👦", count: 700))
  }

  /// A text fits only when its escaped form does.
  @Test(arguments: [
    ("linkedin", 2990, 1500), ("discord", 1990, 1000), ("slack", 3990, 800),
  ])
  func takesWhatFitsEscaped(id: String, plain: Int, special: Int) throws {
    let network = try Network(id: id)
    let sign = id == "slack" ? "&" : "*"
    func takes(_ text: String) -> Bool {
      network.excess(of: text, counted: network.count(text)) <= 0
    }
    #expect(takes(String(repeating: "a", count: plain)))
    #expect(takes(String(repeating: sign, count: special)))
    #expect(!takes(String(repeating: sign, count: special + 1)))
    #expect(!takes(String(repeating: "a", count: network.limit + 1)))
  }
}
