import Testing

@testable import Tidings

@Suite struct MastodonHashtagsTests {
  @Test(arguments: [
    ("#tide #Sea_level", ["tide", "Sea_level"]), ("first\n#second", ["second"]),
    ("no\u{A0}#break", ["break"]), ("(#in) /#path x#tail .#dot", []), ("＃ｗｉｄｅ", ["ｗｉｄｅ"]),
    // A letter is needed, or what joins two parts.
    ("#2026", []), ("#3d #a #1_2", ["3d", "a", "1_2"]), ("#12a", ["12a"]), ("#_", []),
    ("#_low_", ["_low_"]), ("#a·b·", ["a·b"]), ("#·a", []), ("#ab·", ["ab"]),
    ("#うみ・かぜ", ["うみ・かぜ"]), ("#نرم\u{200C}افزار", ["نرم\u{200C}افزار"]), ("#open-source", ["open"]),
    ("#हिन्दी", ["हिन्दी"]), ("#teahttps://example.org", ["tea"]), ("#https://example.org", ["https"]),
    ("https://example.org/#frag", []), ("##double", []),
  ])
  func findsHashtags(text: String, hashtags: [String]) throws {
    #expect(try Network(id: "mastodon").count(text).hashtags == hashtags)
  }

  @Test(arguments: [
    ("@ana, (@rui@sea.example)", ["ana", "rui@sea.example"]), ("me@example.org", []),
    ("@a.b-c.", ["a.b-c"]), ("@-a", []), ("@ana@海.example", ["ana@海.example"]), ("@ana@x", []),
    ("https://sea.example/@ana @rui", ["rui"]), ("@josé", []), ("@a://", []), ("=@a /@b", []),
  ])
  func findsMentions(text: String, mentions: [String]) throws {
    let count = try Network(id: "mastodon").count(text)
    #expect(count.mentions == mentions)
  }
}
