import Testing

@testable import Tidings

@Suite struct XCountTests {
  private func x() throws -> Network { try Network(id: "x") }

  @Test(arguments: [
    // Names that X links, and some that it does not.
    ("See README.md", 27), ("main.py", 23), ("run.sh now", 27), ("ASP.NET rocks", 29),
    ("Socket.io", 23), ("v1.0.in", 23), ("Node.js", 7), ("e.g. this", 9), ("readme.txt", 10),
    ("README.MD!", 24), ("a_b.c.org", 25), ("a_b.org", 7), ("-x.org", 6), ("x-.org", 6),
    ("shop.example.co.uk", 23), ("pkg.web", 7), ("a.gay", 23), ("info@example.org", 16),
    ("@example.org", 12),
    ("#example.org", 12), ("$example.org", 12), ("a/example.org", 13), ("a(example.org)", 26),
    ("example.org:8080", 28), ("example.org:8080/x", 23), ("example.org?x=1", 27),
    ("example.org/?x=1", 23), ("example.orgx", 12), ("example.org@x", 13), ("3.14", 4),
    // With a scheme.
    ("https://example.org", 23), ("HTTP://EXAMPLE.ORG/A", 23), ("https://localhost/a", 19),
    ("https://example.invalidtld/", 27), ("ftp://example.org/", 18), ("https://192.0.2.1/", 18),
    ("https://example.org/a.", 24), ("https://example.org/a, b", 26),
    ("(https://example.org/a_(b))", 25), ("https://example.org/a_(b_(c))", 23),
    ("https://example.org/a(b", 25), ("https://example.org/#x!", 24),
    ("https://example.org/?q=a&b=c.", 24), ("https://example.org:443/", 23),
    ("https://example.org/é/ж", 23), ("https://example.org/日", 25),
    ("https://t.co/abc-d", 25), ("https://t.co/aBc1?x=2", 23),
    // Names in other scripts.
    ("https://пример.рф/", 23), ("пример.рф", 9), ("example.рф", 23), ("bücher.de", 23),
    ("https://例え.jp/", 23), ("例え.jp", 7), ("日本example.com。", 29), ("xn--bcher-kva.de", 23),
    ("“example.com”", 25), ("example.comで", 25),
    // Parentheses end a path only after a letter, or before one.
    ("x.md/a(b)", 23), ("x.md/:(b)", 27), ("x.md/:(b)z", 23), ("x.md/a,(b)(c)", 30),
    ("x.md/@u/:x.", 24), ("x.md/()", 25), ("x.md/a((b)", 27),
    // Of a host that goes on in another script only the Latin part is taken, with the path.
    ("a.com.日本.jp/path", 29), ("😀x.org", 25), ("😀.x.org/a", 26),
    ("https://example.org:80?a=b", 23), ("https://t.co/" + String(repeating: "a", count: 41), 54),
    ("\u{202A}example.org\u{202C}", 27), ("https://example.org/a\u{2013}b", 23),
  ])
  func linksCount23(text: String, count: Int) throws {
    #expect(try x().count(text).count == count)
  }

  @Test(arguments: [
    ("plain", 5), ("café", 4), ("cafe\u{301}", 4), ("ñandú – “so” … it’s", 20), ("→ ✓ •", 8),
    ("日本語", 6), ("한국어", 6), ("\u{1112}\u{1161}\u{11AB}", 2), ("Привет", 6), ("ไทย", 3),
    ("हिन्दी", 6), ("क्षि", 4), ("שלום", 4), ("العربية", 7), ("𝐁𝐨𝐥𝐝", 8), ("€5", 3), ("a\nb", 3),
    ("Ⅷ", 2), ("\u{200D}", 1), ("\u{2060}", 2),
    // Emoji: a sequence is one, what is no sequence is counted apart.
    ("🙂", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("👩🏽‍💻", 2), ("🏳️‍🌈", 2), ("🇺🇸", 2), ("🇺🇸🇩🇪", 4), ("🇽🇽", 4),
    ("🇺", 2), ("1️⃣", 2), ("#⃣", 2), ("1", 1), ("❤️", 2), ("❤", 2), ("©", 1), ("©️", 2),
    ("☎︎", 4), ("☝🏽", 2), ("☝️🏽", 2), ("⛹🏿‍♀️", 2), ("🕵️‍♀️", 2), ("🧔🏻", 2), ("👯‍♂️", 2), ("🏴‍☠️", 2),
    ("🏳️‍🌈🏳‍🌈", 7), ("👩‍❤️‍💋‍👨", 2), ("👨‍👧", 2), ("🤹🏽‍♂️", 2), ("👁️‍🗨️", 5), ("#️⃣*⃣", 4),
    // What came after Emoji 11 is counted by its parts, as the counter of X does.
    ("❤️‍🔥", 5), ("🧑‍🚀", 5), ("🧔‍♂️", 5), ("🐻‍❄️", 5), ("🇨🇶", 4), ("🫱🏻", 4), ("🫠", 2),
    ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", 2), ("🙂\u{FE0F}", 4),
    ("🍕🏽", 4), ("👍‍👍", 5), ("a\u{FE0F}", 3), ("👩🏿‍🚀👩🏿‍🚀", 4),
  ])
  func weighsScripts(text: String, count: Int) throws {
    #expect(try x().count(text).count == count)
  }

  @Test(arguments: [
    ("", false), ("a", true), ("a\u{FEFF}", false), ("a\u{FFFE}", false),
    ("a\u{FFFF}", false), (String(repeating: "a", count: 280), true),
    (String(repeating: "a", count: 281), false), (String(repeating: "あ", count: 140), true),
    (String(repeating: "あ", count: 140) + "a", false),
    (
      String(repeating: "a", count: 256) + " https://example.org/"
        + String(repeating: "p", count: 900), true
    ),
    (String(repeating: "🙂", count: 140), true),
  ])
  func tellsWhatIsAccepted(text: String, valid: Bool) throws {
    let count = try x().count(text)
    #expect(count.valid == valid)
    #expect(count.warnings.isEmpty == valid)
  }

  /// As X's own counter has it; X publishes no such post.
  @Test func whiteSpaceAloneIsValidWithAWarning() throws {
    let count = try x().count(" \n")
    #expect(count.valid && count.count == 2)
    #expect(count.warnings == ["there is nothing but white space"])
    #expect(!Network.mastodon.count(" \n").valid)
  }

  @Test func tellsWhereLinksStand() throws {
    let count = try x().count("e\u{301}t\u{e9} README.md (https://example.org/a). #Tag @me")
    #expect(
      count.links == [
        Count.Link(text: "README.md", url: "https://README.md", start: 7, end: 16),
        Count.Link(text: "https://example.org/a", url: "https://example.org/a", start: 18, end: 39),
      ])
    #expect(count.hashtags == ["Tag"])
    #expect(count.mentions == ["me"])
    #expect(count.bytes == 50)
  }

  @Test(arguments: [
    ("#one #two_2 #3d", ["one", "two_2", "3d"]), ("#123 #1_2", []), ("a#b c&#d", []),
    ("#日本語 (#x) #मराठी", ["日本語", "x", "मराठी"]), ("#open-source", ["open"]),
    ("https://example.org/#frag #yes", ["yes"]), ("#a#b", []), ("＃wide", ["wide"]),
    ("#cafe\u{301}", ["cafe\u{301}"]), ("#a##b", ["b"]), ("#a://", []),
    ("#a\u{30FB}b", ["a\u{30FB}b"]),
    ("#\u{FE0F}a", []), ("#\u{20E3}", []), ("❤\u{FE0F}#a", ["a"]), ("#١٢ #١أ", ["١أ"]),
    ("#日example.com/#x", ["日example", "x"]), ("#\u{20021}", ["\u{20021}"]), ("#·a", ["·a"]),
  ])
  func findsHashtags(text: String, hashtags: [String]) throws {
    #expect(try x().count(text).hashtags == hashtags)
  }

  @Test(arguments: [
    ("@one, (@two) .@three", ["one", "two", "three"]), ("me@example.org", []), ("@é @a@b", []),
    ("RT@cited: x", ["cited"]), ("https://example.org/@me @you", ["you"]), ("ART@x", []),
    ("＠wide", ["wide"]), ("@owner/list", ["owner"]), ("@owner/9list", ["owner"]), ("@a/b@c", []),
    ("@a://", []), ("@aé", []), ("の@nameに", ["name"]), ("RT:@a rt@b", ["a", "b"]),
    ("@\(String(repeating: "a", count: 21))", [String(repeating: "a", count: 20)]),
  ])
  func findsMentions(text: String, mentions: [String]) throws {
    #expect(try x().count(text).mentions == mentions)
  }

  /// Texts that make a scanner that starts anew at every letter take hours.
  @Test(arguments: [
    String(repeating: "あ", count: 30_000), String(repeating: "a.", count: 30_000),
    String(repeating: "あ_", count: 20_000) + ".com", String(repeating: "(", count: 30_000),
    String(repeating: "a.co/(", count: 5_000), String(repeating: "a.co?", count: 5_000),
    "https://example.org/" + String(repeating: "(a", count: 10_000),
    String(repeating: "https://", count: 5_000), String(repeating: "@#", count: 10_000),
    String(repeating: "👨‍👩‍👧", count: 3_000), "e" + String(repeating: "\u{301}", count: 5_000),
    String(repeating: "e\u{301}", count: 5_000),
  ])
  func readsLongTextsInOnePass(text: String) {
    for network in Network.all {
      let count = network.count(text)
      #expect(count.bytes == text.utf8.count)
      #expect(count.links.allSatisfy { $0.start < $0.end && $0.end <= count.bytes })
    }
  }
}
