import Foundation
import Testing

@testable import Tidings

@Suite struct NetworkCountTests {
  private static let slug = "https://example.org/" + String(repeating: "p", count: 100)

  @Test(arguments: [
    ("plain", 5), ("cafe\u{301}", 4), ("日本語", 3), ("👨‍👩‍👧‍👦🇺🇸", 2), ("a\r\nb", 3),
    // Older servers count each consonant of a conjunct.
    ("क्षि", 2), ("हिन्दी", 3), ("ক্ষ্ম", 3), ("한국", 2), ("กำ", 1),
    ("https://example.org/x", 23), ("see \(slug).", 28), ("example.org", 11),
    ("http://localhost/a", 18), ("https://example.org/日本語", 23), ("https://例え.jp/あ", 23),
    ("https://example.org/a(b)", 23), ("(https://example.org/a)", 25),
    ("@me@example.social hi", 6), ("@me hi", 6), ("@me@example.social.", 4), ("a@b.example", 11),
    ("@long.name-x@s.example", 12), ("@me@ab", 3), ("@me@a", 5), ("@me@s.example@", 14),
    ("@me@s.exampleé", 3), ("@me@s.example://", 16), ("/@me@s.example", 14), ("=@me@s.example", 14),
    ("@me@.example", 3),
    ("https://example.org/a_(b)c", 23), ("https://example.org/a:(b)", 23),
    ("https://example.org/(日本)", 27), ("https://example.org/日本(あ)か", 23),
    ("https://example.org/?q=日本", 23), ("(see https://example.org/a_(b_(c)))", 29),
    ("https://example.invalid/", 24),
  ])
  func mastodonCountsGraphemes(text: String, count: Int) throws {
    #expect(try Network(id: "mastodon").count(text).count == count)
  }

  @Test(arguments: [
    ("plain", 5), ("क्षि", 1), ("👩🏽‍💻", 1), ("https://example.org", 11), ("https://example.org/", 11),
    ("https://www.example.org/abc", 19), ("https://Example.org/12345678901234", 26),
    ("https://example.org/123456789012345", 27), ("http://example.org:8080/a?b#c", 22),
    ("https://example.org:443/", 11), ("(\(slug)).", 30), ("https://bücher.example/", 21),
    ("https://example.org/日本", 27), ("example.org/a-long-path-of-words", 32),
    ("see README.md", 13),
    ("https://example.org/?p=123", 17), ("https://example.org?p=1", 15),
    ("https://example.org/#a", 13), ("https://a.com/{x}{y}", 20), ("https://a.com/a/../b.", 8),
  ])
  func blueskyCountsWhatIsShown(text: String, count: Int) throws {
    #expect(try Network(id: "bluesky").count(text).count == count)
  }

  /// As a browser reads an address.
  @Test(arguments: [
    ("https://example.org/?p=123", "example.org?p=123"), ("https://a.com?p=1", "a.com?p=1"),
    ("https://a.com/#a", "a.com#a"), ("https://a.com/?", "a.com"), ("https://a.com/#", "a.com"),
    ("https://a.com?#", "a.com"), ("https://a.com/a?#b", "a.com/a#b"),
    ("https://a.com/{x}{y}", "a.com/%7Bx%7D%7By%7D"), ("https://a.com/^`", "a.com/%5E%60"),
    ("https://a.com/'|", "a.com/'|"), ("https://a.com/a?{'`", "a.com/a?{%27`"),
    ("https://a.com/a#{`'", "a.com/a#{%60'"), ("https://a.com/?é", "a.com?%C3%A9"),
    ("https://a.com/#é\u{7F}", "a.com#%C3%A9%7F"), ("https://a.com/%zz", "a.com/%zz"),
    ("https://a.com/a/../b", "a.com/b"), ("https://a.com/a/..", "a.com"),
    ("https://a.com/a/./b/.", "a.com/a/b/"), ("https://a.com/%2E%2e/a", "a.com/a"),
    ("https://a.com/a/b/.%2E/c", "a.com/a/c"), ("https://a.com/../..", "a.com"),
    ("https://a.com/...", "a.com/..."), ("https://a.com\\b", "a.com/b"),
    ("https://a.com/a//b", "a.com/a//b"), ("https://a.com//", "a.com//"),
    ("https://a.com:0443/", "a.com"), ("https://a.com:/x", "a.com/x"),
    ("http://A.com:443/x", "a.com:443/x"), ("https://me:word@a.com/x", "a.com/x"),
    ("https://[::1]:8080/x", "[::1]:8080/x"),
    ("https://a.com/1234567890abc4", "a.com/1234567890abc4"),
    ("https://a.com/1234567890abc45", "a.com/1234567890ab..."),
    // What is no address stays as it is.
    ("https://a.com:99999/", "https://a.com:99999/"), ("https://a.com:x/", "https://a.com:x/"),
    ("https://a%b.com/", "https://a%b.com/"), ("https://?a", "https://?a"),
    ("https://[::1/", "https://[::1/"), ("example.org/?a", "example.org/?a"),
  ])
  func blueskyShowsAddresses(address: String, shown: String) {
    #expect(BlueskyText.shortened(address) == shown)
  }

  @Test(arguments: [
    (String(repeating: "a", count: 300), true), (String(repeating: "a", count: 301), false),
    (String(repeating: "👨‍👩‍👧‍👦", count: 120), true), (String(repeating: "👨‍👩‍👧‍👦", count: 121), false),
    ("https://example.org/" + String(repeating: "p", count: 4000), true),
  ])
  func blueskyLimitsGraphemesAndBytes(text: String, valid: Bool) throws {
    #expect(try Network(id: "bluesky").count(text).valid == valid)
  }

  @Test func blueskyFindsLinksTagsAndMentions() throws {
    let count = try Network(id: "bluesky").count(
      "é (https://example.org/a), socket.io; node.js #open-source a#b @me.example.com @me #1")
    #expect(
      count.links == [
        Count.Link(text: "https://example.org/a", url: "https://example.org/a", start: 4, end: 25),
        Count.Link(text: "socket.io", url: "https://socket.io", start: 28, end: 37),
      ])
    #expect(count.hashtags == ["open-source"])
    #expect(count.mentions == ["me.example.com"])
  }

  @Test(arguments: [
    ("plain", 5), ("é", 1), ("e\u{301}", 2), ("日本", 2), ("𝐁", 2), ("👍🏽", 4),
    ("https://example.org/x", 21),
  ])
  func linkedInCountsUTF16(text: String, count: Int) throws {
    #expect(try Network(id: "linkedin").count(text).count == count)
  }

  @Test(arguments: [
    ("plain", 5), ("é", 2), ("it’s", 6), ("日本", 6), ("👍🏽", 8), ("https://example.org/x", 21),
  ])
  func threadsCountsBytes(text: String, count: Int) throws {
    #expect(try Network(id: "threads").count(text).count == count)
  }

  @Test(arguments: [(3, true, 0), (4, true, 1), (5, true, 1), (6, false, 1)])
  func threadsLimitsLinks(links: Int, valid: Bool, warnings: Int) throws {
    let text = (1...links).map { "https://example.org/\($0) https://example.org/1" }
    let count = try Network(id: "threads").count(text.joined(separator: " "))
    #expect(count.valid == valid)
    #expect(count.warnings.count == warnings)
  }

  /// Whatever follows a scheme may be a link, also where X knows no such domain.
  @Test(arguments: [
    ("https://a.example/", true), ("https://b.example/, (http://b.example/) ", false),
  ])
  func threadsLimitsAddressesOfAnyDomain(further: String, valid: Bool) throws {
    let known = "https://example.org/1 HTTPS://example.org/2 https://a.example/ ftp://c.example/"
    let text = known + " https://d.example/ " + further
    #expect(try Network(id: "threads").count(text).valid == valid)
  }

  /// Each stretch of a text is looked at once, however many addresses run into one another.
  @Test func threadsReadsALongTextSoon() throws {
    let text = String(repeating: "https://a.", count: 20_000)
    #expect(try !Network(id: "threads").count(text).valid)
  }

  @Test(arguments: [
    ("x", 280, Network.Unit.weighted), ("mastodon", 500, .graphemes), ("bluesky", 300, .graphemes),
    ("linkedin", 3000, .utf16), ("threads", 500, .bytes), ("facebook", 63_206, .utf16),
    ("telegram", 4096, .utf16), ("discord", 2000, .utf16), ("slack", 4000, .utf16),
    ("reddit", 300, .utf16), ("hackernews", 80, .utf16), ("devto", 800_000, .bytes),
  ])
  func knowsItsLimit(id: String, limit: Int, unit: Network.Unit) throws {
    let network = try Network(id: id.uppercased())
    #expect(network.id == id)
    let whole = network.count(String(repeating: "a", count: limit))
    let over = network.count(String(repeating: "a", count: limit + 1))
    #expect(whole.valid && whole.warnings.isEmpty)
    #expect(!over.valid)
    #expect(over.warnings == ["1 over the limit of \(limit) (\(unit))"])
    #expect(!network.count("").valid)
  }

  @Test(arguments: [
    ("\nfoo", 0, false), (" \r\nfoo", 1, false), ("foo\n", 3, true), ("\n", 0, false),
  ])
  func aTitleIsNotEmpty(text: String, amount: Int, valid: Bool) {
    for network in [Network.reddit, .hackerNews] {
      let count = network.count(text)
      #expect(count.count == amount)
      #expect(count.valid == valid)
      #expect(count.warnings.count == (valid ? 0 : 1))
    }
  }

  @Test(arguments: [
    ("blusky", "'blusky', did you mean 'bluesky'?"), ("twitter", "'twitter', did you mean 'x'?"),
    ("twiter", "'twiter', did you mean 'x'?"),
    ("linked-in", "'linked-in', did you mean 'linkedin'?"), ("myspace", "'myspace'."),
    ("hn", "'hn', did you mean 'hackernews'?"), ("dev.to", "'dev.to', did you mean 'devto'?"),
    ("fb", "'fb', did you mean 'facebook'?"), ("bsky", "'bsky', did you mean 'bluesky'?"),
    ("foo", "'foo'."), ("tots", "'tots'."), ("fa", "'fa'."),
    ("tooot", "'tooot', did you mean 'mastodon'?"),
    ("", "''."), ("\u{1B}[31m", "'[31m'."),
    (String(repeating: "x", count: 90), "'\(String(repeating: "x", count: 40))'."),
  ])
  func namesWhatItKnows(name: String, said: String) {
    let error = #expect(throws: UnknownNetwork.self) { try Network(id: name) }
    #expect(
      error?.description
        == "unknown network \(said) Known networks: x, mastodon, bluesky, linkedin, threads,"
        + " facebook, telegram, discord, slack, reddit, hackernews, devto")
  }

  @Test(arguments: [
    ("alll", "'alll', did you mean 'all'? "), ("twiter", "'twiter', did you mean 'x'? "),
    ("foo", "'foo'. "),
  ])
  func namesWordsThatMayStandForNetworks(name: String, said: String) {
    let error = #expect(throws: UnknownNetwork.self) { try Network(id: name) }
    let description = error?.description(beside: ["all"]) ?? ""
    #expect(description.hasPrefix("unknown network \(said)Known networks: x, mastodon, "))
    #expect(description.hasSuffix(", devto, or all"))
  }

  @Test func encodesStableKeys() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let count = try Network(id: "x").count("Go https://go.dev #Go @gopher")
    #expect(
      String(decoding: try encoder.encode(count), as: UTF8.self)
        == #"{"bytes":29,"count":38,"hashtags":["Go"],"limit":280,"links":[{"end":17,"start":3,"#
        + #""text":"https://go.dev","url":"https://go.dev"}],"mentions":["gopher"],"network":"x","#
        + #""unit":"weighted","valid":true,"warnings":[]}"#)
  }
}
