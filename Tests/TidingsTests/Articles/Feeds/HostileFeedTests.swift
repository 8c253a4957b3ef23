import Foundation
import Testing

@testable import Tidings

@Suite struct HostileFeedTests {
  static let laughs = """
    <?xml version="1.0"?><!DOCTYPE rss [
    <!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
    <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;">
    ]><rss><channel><item><title a="&f;">&f;</title></item></channel></rss>
    """

  static let bomb =
    "it declares entities that stand for more text, which no feed needs and which may fill the"
    + " memory; it is not read"

  static let crowd = (0..<300).map { "a\($0)=\"\" " }.joined()

  static let hopeless: [(String, String)] = [
    (laughs, bomb),
    (
      "<!DOCTYPE rss [<!ENTITY a \"\(String(repeating: "ha", count: 9))\">]><rss><channel/></rss>",
      bomb
    ),
    (
      "<!DOCTYPE rss [<!ENTITY % p \"<!ENTITY q 'x'>\"> %p;]><rss><channel/></rss>", bomb
    ),
    ("", "it is empty, expected a feed"),
    ("  \n\t", "it is empty, expected a feed"),
    (
      "hello there, no feed",
      "it begins with 'hello there, no feed', expected RSS, Atom, JSON Feed or an export of"
        + " WordPress or Ghost"
    ),
    (
      "\u{1B}[31mred",
      "it begins with '[31mred', expected RSS, Atom, JSON Feed or an export of WordPress or Ghost"
    ),
    ("<!DOCTYPE html><html><body>Hi</body></html>", "this is a web page, expected a feed"),
    (
      """
      <!doctype html><html><head><title>x</title>
      <link rel="stylesheet" href="/s.css"><link rel="alternate" type="text/html" href="/de">
      <link rel='alternate home' type='application/rss+xml' href='/rss.xml'></head><body></body></html>
      """, "this is a web page, expected a feed; its feed is at https://garden.example/rss.xml"
    ),
    (
      "<?xml version=\"1.0\"?>\n<!-- x --><html xmlns=\"http://www.w3.org/1999/xhtml\"><head>"
        + "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"https://x.example/a\"/></head></html>",
      "this is a web page, expected a feed; its feed is at https://x.example/a"
    ),
    (
      "<opml version=\"2.0\"><body/></opml>",
      "this is a list of feeds (OPML), expected one of the feeds that it names"
    ),
    (
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"></urlset>",
      "its first element is <urlset> (this is a site map), expected <rss>, <rdf:RDF> or <feed>"
    ),
    ("<note/>", "its first element is <note>, expected <rss>, <rdf:RDF> or <feed>"),
    (
      "<rss><channel><item><title>One</title></item><item><title>Tw",
      "the feed breaks off before its end, expected </rss>"
    ),
    (
      "<rss><channel>" + String(repeating: "<a>", count: 100_000),
      "the feed breaks off before its end, expected </rss>"
    ),
    (
      "<rss \(crowd)><channel/></rss>",
      "a tag has more than 256 attributes, expected a feed"
    ),
    (
      "<rss><channel>" + String(repeating: "<!--", count: 40_000) + "</rss>",
      "the feed breaks off before its end, expected </rss>"
    ),
  ]

  @Test(arguments: hopeless)
  func isOneError(text: String, reason: String) {
    let contents = Feeds.read(text)
    #expect(contents.articles.isEmpty)
    #expect(contents.diagnostics.map(\.reason) == [reason])
    #expect(contents.diagnostics.first?.severity == .error)
    #expect(contents.diagnostics.first?.path == Feeds.name)
  }

  @Test func aLongRootIsCutShort() {
    let name = String(repeating: "a", count: 40_000)
    let text = "<\(name)>" + String(repeating: "a", count: 400_000)
    #expect(
      Feeds.read(text).diagnostics.map(\.reason) == [
        "the feed breaks off before its end, expected </\(name.prefix(39))…>"
      ])
  }

  @Test(arguments: [
    ("<rss></rss>", "rss", true), ("<rss></rss", "rss", true), ("<rss></rss >x", "rss", true),
    ("</a:RDF></", "rdf:RDF", true), ("</RDF>", "rdf:RDF", true), ("</x><", "rss", false),
    ("<rss></rssx>", "rss", false), ("<rss></ rss>", "rss", false), ("<rss>/rss>", "rss", false),
    ("</rss:x>", "rss", false), ("", "rss", false), ("</", "rss", false),
    ("</\(String(repeating: "a", count: 64))>", String(repeating: "a", count: 64), true),
    ("</\(String(repeating: "a", count: 65))>", String(repeating: "a", count: 65), false),
    (String(repeating: "</", count: 200_000), "rss", false),
  ])
  func looksForTheEndOfTheRoot(text: String, root: String, isClosed: Bool) {
    #expect(XMLRepair.isClosed(Array(text.utf8), root: root) == isClosed)
  }

  @Test func readsNoFileButItself() throws {
    let folder = try TemporaryFolder()
    try folder.write("hunter2", to: "secret")
    let text = """
      <!DOCTYPE rss [<!ENTITY x SYSTEM "file://\(folder.path)/secret">]>
      <rss><channel><item><title>A &x; b</title><link>https://garden.example/&x;</link></item></channel></rss>
      """
    let contents = Feeds.read(text)
    #expect(contents.articles.first?.title == "A &x; b")
    #expect(!"\(contents)".contains("hunter2"))
  }

  @Test(arguments: [
    // The name of a character that only HTML knows.
    ("<title>Caf&eacute;&nbsp;&hellip;</title>", "Café …"),
    ("<title>Tom & Jerry</title>", "Tom & Jerry"),
    ("<title>Tom &unknown; Jerry</title>", "Tom &unknown; Jerry"),
    ("<title>a\u{8}b\u{0}c</title>", "abc"),
    ("<title>a&#0;b&#xFFFF;</title>", "ab"),
    ("<title>A</title><link>https://garden.example/?a=1&b=2</link>", "A"),
    ("<title>A <br> b</title>", "A b"),
    ("<title><![CDATA[Tom & Jerry]]></title><b>&bull;</b>", "Tom & Jerry"),
    ("<title>A</title></b>", "A"),
    ("<title>A</title><thing:x>y</thing:x><q a=b>", "A"),
  ])
  func mendsAndSaysSo(item: String, title: String) throws {
    let contents = Feeds.read(Feeds.rss(item))
    #expect(contents.articles.map(\.title) == [title])
    #expect(contents.diagnostics.count == 1)
    #expect(contents.diagnostics.first?.line == 3)
    #expect(contents.diagnostics.first?.severity == .warning)
    #expect(contents.diagnostics.first?.reason.hasPrefix("its XML is broken here (") == true)
  }

  @Test func commentsAreNoPartOfIt() {
    let contents = Feeds.read(
      """
      <!-- made
      -- by --><rss><channel><!-- <item><title>No</title></item> -->
      <item><title>A<!-- x -->B <![CDATA[<!-- C]]></title><pubDate>x</pubDate></item></channel></rss>
      """)
    #expect(contents.articles.map(\.title) == ["AB <!-- C"])
    #expect(contents.diagnostics.map(\.line) == [3])
  }

  @Test func aPrefixThatWasNotDeclaredIsUnderstood() {
    let contents = Feeds.read(
      "<rss><channel><item><title>A</title><dc:creator>Ana</dc:creator></item></channel></rss>")
    #expect(contents.articles.first?.author == "Ana")
  }

  @Test func namesOfCharactersMayBeDeclared() {
    let contents = Feeds.read(
      """
      <!DOCTYPE rss [<!ENTITY nbsp "&#160;"><!ENTITY hi "hello">]>
      <rss><channel><item><title>a&nbsp;&hi;</title><link>https://garden.example/&hi;</link></item></channel></rss>
      """)
    #expect(contents.articles.first?.title == "a hello")
    #expect(contents.articles.first?.url?.text == "https://garden.example/hello")
    #expect(contents.diagnostics.isEmpty)
  }

  static let accents = "<rss><channel><item><title>Caf\u{E9}</title></item></channel></rss>"

  static let encoded: [([UInt8], [UInt8])] = [
    ([], Array(accents.utf8)), ([0xEF, 0xBB, 0xBF], Array(accents.utf8)),
    ([0x20, 0x0A, 0x0A], Array(("<?xml version=\"1.0\"?>" + accents).utf8)),
    ([0xEF, 0xBB, 0xBF, 0x0A], Array(("<?xml version=\"1.0\"?>" + accents).utf8)),
    ([], latin("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + accents)),
    ([], latin("<?xml version='1.0' encoding='windows-1252'?>" + accents)),
    ([], latin("<?xml version='1.0' encoding='ISO-8859-15'?>" + accents)),
    ([0xFF, 0xFE], utf16("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + accents, isBig: false)),
    ([0xFE, 0xFF], utf16("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + accents, isBig: true)),
    ([], utf16("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + accents, isBig: true)),
    ([], utf16("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + accents, isBig: false)),
    ([], Array(("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + accents).utf8)),
  ]

  @Test(arguments: encoded)
  func readsEncodings(mark: [UInt8], text: [UInt8]) {
    let contents = Feeds.read(mark + text)
    #expect(contents.articles.map(\.title) == ["Café"])
    #expect(contents.diagnostics.isEmpty)
  }

  @Test(arguments: [
    latin(accents), latin("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + accents),
    latin("<?xml version=\"1.0\" encoding=\"x-nobody\"?>" + accents),
    latin("<?xml version=\"1.0\" encoding=\"EUC-JP\"?>" + accents),
  ])
  func mendsAnEncodingAndSaysSo(text: [UInt8]) {
    let contents = Feeds.read(text)
    #expect(contents.articles.map(\.title) == ["Café"])
    #expect(contents.diagnostics.map(\.severity) == [.warning])
    #expect(contents.diagnostics.first?.reason.contains("Windows-1252") == true)
  }

  static func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBig ? pair : pair.reversed()
    }
  }

  @Test func linesAreThoseOfTheFileAsItCame() {
    let contents = Feeds.read(
      "\n\n\n<rss><channel>\n<item>\n<title>A</title>\n<pubDate>x</pubDate></item></channel></rss>")
    #expect(contents.diagnostics.map(\.line) == [7])
  }

  @Test func anyBytesAreReadToTheirEnd() {
    let samples = [
      Feeds.rss("<title>A &amp; b</title><pubDate>Mon, 03 Feb 2025 10:00:00 GMT</pubDate>"),
      Feeds.atom(AtomFeedTests.head + "<content type=\"html\">&lt;p&gt;x&lt;/p&gt;</content>"),
      Feeds.json(JSONFeedTests.head + #", "tags": ["a"], "content_text": "x""#),
      Feeds.wordPress(
        Feeds.post(ExportTests.date + "<content:encoded>[gallery x] y</content:encoded>")),
      Feeds.ghost(ExportTests.post, rest: ExportTests.rest), Self.laughs,
    ].map { Array($0.utf8) }
    let words = [
      "<", "]]>", "<![CDATA[", "&#x", "\u{0}", "\"", "</item>", "<!--", "{", "]", "\u{FF}",
    ]
    var random = SeededGenerator(seed: 11)
    for run in 0..<600 {
      var bytes = samples[run % samples.count]
      for _ in 0...Int.random(in: 0..<6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count - 1, place + 9))
        case 2:
          bytes.insert(contentsOf: (words.randomElement(using: &random) ?? "").utf8, at: place)
        default: bytes.removeLast(min(bytes.count - 1, place / 8))
        }
      }
      let contents = Feeds.read(bytes)
      // Nothing is lost without a word.
      #expect(!contents.articles.isEmpty || !contents.diagnostics.isEmpty || Self.isBare(bytes))
      for article in contents.articles {
        #expect(!article.title.isEmpty && !article.id.isEmpty)
      }
    }
  }

  /// A feed in which no item is left is a feed without news.
  private static func isBare(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return ["<item", "<entry", "items", "posts"].allSatisfy { !text.contains($0) }
  }
}
