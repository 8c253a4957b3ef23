import Testing

@testable import Tidings

@Suite struct BlueskyFacetsTests {
  private func count(_ text: String) throws -> Count { try Network(id: "bluesky").count(text) }

  @Test(arguments: [
    ("see sea.com now", ["sea.com"]), ("(sea.com)", ["sea.com"]), ("sea.com: a list", ["sea.com"]),
    ("https://sea.com/a_(b)", ["https://sea.com/a_(b)"]),
    ("(https://sea.com).", ["https://sea.com"]),
    ("https://sea.com?a=b!", ["https://sea.com?a=b"]), ("x.com.jpg/foo", []), ("e.g./foo", []),
    ("tide-table.jpg", []), ("sea.COM", []), ("HTTPS://sea.com", []), ("a_b.com", []),
    ("1sea.com", []), ("see:sea.com", []), ("sea.com/ä", ["sea.com/ä"]), ("sea.nope(x.com", []),
    ("sea(x.com", ["x.com"]), ("sea.com\u{FEFF}x.org", ["sea.com", "x.org"]), ("https://", []),
    ("a\u{85}sea.com", []), ("sea.com\nsky.org", ["sea.com", "sky.org"]),
  ])
  func findsLinks(text: String, links: [String]) throws {
    #expect(try count(text).links.map(\.text) == links)
  }

  @Test(arguments: [
    ("@ana.example.com hi", ["ana.example.com"]), ("(@ana.bsky.social)", ["ana.bsky.social"]),
    ("@ana-1.test!", ["ana-1.test"]), ("not@right.com", []), ("@ana", []),
    ("@ana.com.", ["ana.com"]),
    ("@ana.com!@#x", ["ana.com"]), ("@ana.com_", []), ("@ana.comé", ["ana.com"]), ("@ana.COM", []),
    ("@a.com\n@b.com", ["a.com", "b.com"]), ("@ana.com-", ["ana.com"]),
  ])
  func findsMentions(text: String, mentions: [String]) throws {
    #expect(try count(text).mentions == mentions)
  }

  @Test(arguments: [
    ("#a #b", ["a", "b"]), ("#1 #? # ##", []), ("#1a", ["1a"]), ("##sea", ["#sea"]),
    ("#sea#sky", ["sea#sky"]), ("#sea,sky!", ["sea,sky"]), ("x#sea (#sky)", []),
    ("#low_tide__...", ["low_tide"]), ("#🦋 #sea🦋sky", ["🦋", "sea🦋sky"]),
    ("#\u{FE0F}\u{20E3}sea", []),
    ("##\u{FE0F}\u{20E3}sea", ["#\u{FE0F}\u{20E3}sea"]), ("#a\u{200B}b", ["a"]), ("#\u{20E2}a", []),
    ("＃sea", ["sea"]), ("#1?", []), ("# #a", ["a"]), ("#a\n#b", ["a", "b"]),
    ("#" + String(repeating: "a", count: 64) + "!", [String(repeating: "a", count: 64)]),
    ("#" + String(repeating: "a", count: 65), []),
    ("#" + String(repeating: "👍🏽", count: 64), [String(repeating: "👍🏽", count: 64)]),
    ("$SEA, ($abc12) x$no", ["$SEA", "$ABC12"]), ("$100 $TOOLONG $", []), ("$SEA-X", []),
  ])
  func findsHashtags(text: String, hashtags: [String]) throws {
    #expect(try count(text).hashtags == hashtags)
  }

  /// What a facet is made of: its bytes of the text are what it names.
  @Test(arguments: [
    "é #tide 🦋 (https://sea.com/á) @ana.com $SEA", "海 #潮 sea.com, ＃wide",
  ])
  func rangesAreBytes(text: String) {
    let bytes = Array(text.utf8)
    let measure = BlueskyText.measure(text)
    for link in measure.links {
      #expect(String(decoding: bytes[link.start..<link.end], as: UTF8.self) == link.text)
    }
    for entity in measure.hashtags + measure.mentions {
      let words = String(decoding: bytes[entity.range], as: UTF8.self)
      #expect(words == entity.name || words.dropFirst() == entity.name)
    }
    #expect(measure.hashtags.count == 2)
    #expect(measure.links.count == 1)
  }
}
