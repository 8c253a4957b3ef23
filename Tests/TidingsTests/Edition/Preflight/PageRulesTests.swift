import Foundation
import Testing

@testable import Tidings

/// A good edition with one fault in its HTML: the rule that finds it, and where.
@Suite struct PageRulesTests {
  /// A newsletter that does not stand at a name for examples.
  private static func composition() throws -> Composer.Composition {
    try Editions.composition(
      of: [article("A small harbour", id: "harbour")], newsletter: newsletter())
  }

  private static func article(_ title: String, id: String) -> Article {
    Article(
      id: id, path: id + ".md", title: title, url: WebURL("https://openweights.org/\(id)"),
      body: "Boats come, and boats go.")
  }

  private static func newsletter() throws -> Newsletter {
    Newsletter(
      name: "Open Weights", from: try Mailbox(parsing: "letters@openweights.org"),
      postalAddress: "12 Harbour Lane",
      unsubscribe: Unsubscribe(url: "https://openweights.org/leave?reader={email}", mail: nil),
      preheader: "What the boats brought")
  }

  /// What is found once `fault` stands at the end of the page, apart from what the text part lacks.
  private static func findings(_ fault: String) throws -> [Preflight.Finding] {
    let composed = try composition()
    let html = try composed.text("digest.html").replacing("</body>", with: fault + "</body>")
    return Preflight(edition: composed.edition, html: html, text: try composed.text("digest.txt"))
      .findings.filter { $0.rule != .textLinks && $0.rule != .textTitles }
  }

  private static let link = "<a href=\"ADDRESS\" style=\"color:#9a3412\">a story</a>"
  private static let picture =
    "<p><img src=\"ADDRESS\" alt=\"a pier\" width=\"300\" height=\"200\"></p>"

  @Test(arguments: [
    ("https://quay.org/a", []),
    ("https://quay.org/a?b=%20c#d", []), ("mailto:ann@quay.org", []), ("tel:+351210000000", []),
    ("", ["error link-empty"]), ("#", ["error link-empty"]), ("#nowhere", ["error link-empty"]),
    ("posts/flour", ["error link-relative"]), ("/posts/flour", ["error link-relative"]),
    ("//quay.org/a", ["error link-relative"]), ("www.quay.org", ["error link-relative"]),
    ("javascript:alert(1)", ["error link-scheme"]), ("file:///etc/hosts", ["error link-scheme"]),
    ("data:text/plain,x", ["error link-scheme"]),
    ("http://quay.org", ["warning link-insecure"]),
    ("https://http://quay.org", ["warning link-malformed"]),
    ("https://quay.org/two words", ["warning link-malformed"]),
    ("https://quay.org/cut…", ["warning link-malformed"]),
    ("https://quay.org/cut...", ["warning link-malformed"]),
    ("https://quay.org/100%", ["warning link-malformed"]),
    ("https://quay", ["warning link-malformed"]), ("https://", ["warning link-malformed"]),
    ("https://quay..org", ["warning link-malformed"]),
    ("http://localhost:8080/a", ["warning link-dead"]),
    ("https://desk.local", ["warning link-dead"]),
    ("https://192.168.1.10/a", ["warning link-dead"]), ("https://[::1]/", ["warning link-dead"]),
    ("https://example.com/a", ["warning link-dead"]),
    ("https://www.example.org", ["warning link-dead"]),
    ("https://blog.test/a", ["warning link-dead"]), ("https://a.invalid", ["warning link-dead"]),
  ])
  func links(address: String, expected: [String]) throws {
    let found = try Self.findings(Self.link.replacing("ADDRESS", with: address))
    #expect(found.map { "\($0.severity.rawValue) \($0.rule.rawValue)" } == expected)
    for finding in found { #expect(finding.place.hasPrefix("digest.html:")) }
  }

  @Test(arguments: [
    ("https://quay.org/pier.jpg", []), ("https://quay.org/pier.png?w=2", []),
    ("https://quay.org/pier", []),
    ("http://quay.org/pier.jpg", ["warning picture-source"]),
    ("pier.jpg", ["error picture-source"]), ("", ["error picture-source"]),
    ("cid:pier@quay.org", ["error picture-source"]),
    ("data:image/png;base64,AAAA", ["warning picture-source"]),
    ("ftp://quay.org/pier.jpg", ["error picture-source"]),
    ("https://localhost/pier.jpg", ["warning picture-source"]),
    ("https://quay.org/pier.webp", ["warning picture-format"]),
    ("https://quay.org/pier.svg", ["warning picture-format"]),
    ("https://quay.org/pier.heic?x", ["warning picture-format"]),
  ])
  func pictures(address: String, expected: [String]) throws {
    let found = try Self.findings(Self.picture.replacing("ADDRESS", with: address))
    #expect(found.map { "\($0.severity.rawValue) \($0.rule.rawValue)" } == expected)
  }

  @Test(arguments: [
    ("<p><img src=\"https://q.org/a.png\" width=\"9\" height=\"9\"></p>", "picture-alt"),
    ("<p><img src=\"https://q.org/a.png\" alt=\"\" width=\"9\" height=\"9\"></p>", "picture-alt"),
    (
      "<p><img src=\"https://q.org/a.png\" alt=\"IMG_1.JPG\" width=\"9\" height=\"9\"></p>",
      "picture-alt"
    ),
    ("<p><img src=\"https://q.org/a.png\" alt=\"a pier\" height=\"9\"></p>", "picture-size"),
    ("<p><img src=\"https://q.org/a.png\" alt=\"a pier\" width=\"9\"></p>", "picture-size"),
    ("<a href=\"https://q.org\"></a>", "link-text"), ("<a>words</a>", "link-empty"),
    ("<script>x()</script>", "active-content"), ("<form></form>", "active-content"),
    ("<p onclick=\"x()\">a</p>", "active-content"),
    ("<link href=\"https://q.org/a.css\">", "active-content"),
    ("<style>@import 'https://q.org/a.css';</style>", "active-content"),
    ("<style>\(String(repeating: ".a{margin:0}", count: 800))</style>", "style-size"),
    ("<p>Prices TK</p>", "unfinished"), ("<p>TODO: the end</p>", "unfinished"),
    ("<p>Lorem ipsum dolor</p>", "unfinished"), ("<p>FIXME</p>", "unfinished"),
    ("<p>Dear {{name}},</p>", "fields"), ("<p>Dear *|FNAME|*,</p>", "fields"),
    ("<p style=\"color:#aaaaaa\">faint</p>", "contrast"),
    ("<p style=\"transform:rotate(2deg)\">turned</p>", "client-support"),
    ("<svg></svg>", "client-support"), ("<video></video>", "client-support"),
    ("<p style=\"font-size:1.2rem\">large</p>", "client-support"),
    (String(repeating: "<div>", count: 300), "html-depth"),
  ])
  func faults(fault: String, rule: String) throws {
    let found = try Self.findings(fault)
    #expect(Set(found.map(\.rule.rawValue)).contains(rule), "\(found)")
  }

  @Test(arguments: [
    "<td><img src=\"https://q.org/a.png\" alt=\"\" width=\"9\" height=\"9\"></td>",
    "<p><img src=\"https://q.org/a.png\" alt=\"a pier\" width=\"9\" height=\"9\"></p>",
    "<a href=\"https://q.org\"><img src=\"https://q.org/a.png\" alt=\"Home\" width=\"9\" height=\"9\"></a>",
    "<p><a id=\"top\"></a></p><a href=\"#top\" style=\"color:#9a3412\">up</a>",
    "<p>Write <code>{{name}}</code>, TODO LO QUE QUEDA, kitty, ipsum, /TODO.md</p>",
    "<p><code>TODO</code> and TODO</p>",
    "<span style=\"color:#767676;background-color:#ffffff\">just enough</span>",
    "<p style=\"display:none;color:#ffffff\">unseen</p>",
  ])
  func whatIsFineIsNotFound(fine: String) throws {
    #expect(
      try Self.findings(fine).filter { $0.rule != .contrast || fine.contains("#767676") } == [])
  }

  @Test func weightsComeFromTheFiles() throws {
    let composed = try Self.composition()
    func picture(_ name: String, _ bytes: Int, note: String? = nil) -> [String: Any] {
      var picture: [String: Any] = [
        "url": "https://q.org/\(name).jpg", "alt": "a pier", "article": "harbour.md", "width": 9,
        "height": 9, "bytes": bytes, "format": "jpeg",
      ]
      picture["note"] = note
      return picture
    }
    let edition = try Self.showing(
      [
        picture("a", 1_000_000), picture("b", 1_000_001),
        picture("c", 2_000_000, note: "it cannot be read"),
      ], in: composed)
    let html = try composed.text("digest.html").replacing(
      "</body>", with: Self.picture.replacing("ADDRESS", with: "https://q.org/a.jpg") + "</body>")
    let found = Preflight(edition: edition, html: html, text: try composed.text("digest.txt"))
      .findings
    #expect(
      found.map(\.rule) == [.pictureHeavy, .pictureHeavy, .pictureHeavy, .pictureInline])
    #expect(found.map(\.place) == ["harbour.md", "harbour.md", "digest.html", "harbour.md"])
    #expect(found[0].message == "the picture 'b.jpg' has 1,000,001 bytes, over 1,000,000")
  }

  @Test(arguments: [
    (
      ["http://quay.org/a", "https://pier.org", "http://quay.org/b", "http://quay.org/c"],
      [
        "'http://quay.org/a' asks for a page without encryption, of which browsers warn; so do 2 more links to quay.org"
      ]
    ),
    (
      ["http://quay.org/a", "http://pier.org/a", "http://quay.org/b"],
      [
        "'http://quay.org/a' asks for a page without encryption, of which browsers warn; so does 1 more link to quay.org",
        "'http://pier.org/a' asks for a page without encryption, of which browsers warn",
      ]
    ),
    (
      ["http://localhost/a", "http://localhost/b"],
      ["'http://localhost/a' leads to the reader's own machine; so does 1 more link to localhost"]
    ),
  ])
  func aServersFaultIsNamedOnce(addresses: [String], expected: [String]) throws {
    let links = addresses.map { Self.link.replacing("ADDRESS", with: $0) }
    #expect(
      try Self.findings(links.joined()).map(\.message) == expected.map { "the link " + $0 })
  }

  @Test(arguments: [
    ("Plain & simple, 1 < 2 > 0", nil), ("The <dialog> element", nil), ("Why </b> is not <b", nil),
    ("A <em>bold</em> quay", "<em>"), ("A <span class='x'>quay</span>", "<span>"),
    ("Boats &amp; quays", "&amp;"), ("Boats<br/>and quays", "<br>"),
  ])
  func titlesAreText(title: String, markup: String?) throws {
    let composed = try Editions.composition(
      of: [Self.article(title, id: "a")], newsletter: Self.newsletter())
    let found = Preflight(
      edition: composed.edition, html: try composed.text("digest.html"),
      text: try composed.text("digest.txt")
    ).findings
    #expect(found.map(\.rule) == (markup == nil ? [] : [.titleMarkup]))
    #expect(found.allSatisfy { $0.place == "a.md" && $0.message.contains("'\(markup ?? "")'") })
  }

  @Test func aPictureThatTravelsIsKnownByItsFile() throws {
    let composed = try Self.composition()
    let picture: [String: Any] = [
      "url": "https://q.org/pier.png", "alt": "", "article": "harbour.md", "width": 9, "height": 9,
      "bytes": 9, "format": "png", "contentID": "a1@quay.org", "file": "pictures/a1.png",
    ]
    let html = try composed.text("digest.html").replacing(
      "</body>",
      with: "<p><img src=\"cid:a1@quay.org\" alt=\"\" width=\"9\" height=\"9\"></p></body>")
    let found = Preflight(
      edition: try Self.showing([picture], in: composed), html: html,
      text: try composed.text("digest.txt")
    ).findings
    #expect(
      found.map(\.message) == ["the picture 'pier.png' is not described: many readers see none"])
  }

  @Test func whatCannotBeMeasuredIsNamedOnce() throws {
    let pictures = ["a", "b", "a"].map {
      "<p><img src=\"https://q.org/\($0).png\" alt=\"a pier\" width=\"9\"></p>"
    }
    #expect(
      try Self.findings(pictures.joined()).map(\.message) == [
        "the height of the picture 'a.png' and of 1 more is unknown, so the text jumps when it loads"
      ])
  }

  @Test(arguments: [
    ("paper.pdf", []), ("exe", []), ("run.EXE", ["error attachment-kind attachments/run.EXE"]),
    ("a.tar.js", ["error attachment-kind attachments/a.tar.js"]),
  ])
  func attachments(name: String, expected: [String]) throws {
    let composed = try Self.composition()
    let file: [String: Any] = ["name": "attachments/" + name, "sha256": ""]
    let edition = try Self.showing([file], as: "files", in: composed)
    let found = Preflight(
      edition: edition, html: try composed.text("digest.html"),
      text: try composed.text("digest.txt")
    ).findings
    #expect(found.map { "\($0.severity.rawValue) \($0.rule.rawValue) \($0.place)" } == expected)
  }

  @Test(arguments: [
    (10_000_000, []), (10_000_001, ["warning message-size"]), (25_000_001, ["error message-size"]),
  ])
  func messages(size: Int, expected: [String]) throws {
    let composed = try Self.composition()
    let found = Preflight(
      edition: composed.edition, html: try composed.text("digest.html"),
      text: try composed.text("digest.txt"), messageSize: size
    ).findings
    #expect(found.map { "\($0.severity.rawValue) \($0.rule.rawValue)" } == expected)
  }

  @Test(arguments: [
    (94_900, []), (95_100, ["warning html-size"]), (99_900, ["warning html-size"]),
    (100_100, ["error html-size"]),
  ])
  func sizesAreThoseOfTheEncodedPage(size: Int, expected: [String]) throws {
    let composed = try Self.composition()
    let html = try composed.text("digest.html")
    // A line of 75 characters and its soft break take 78 bytes.
    let missing = size - QuotedPrintable.encode(html.utf8).count
    let padded =
      html + String(repeating: "\n", count: 2) + "<!--"
      + String(repeating: "a", count: missing * 75 / 78 - 7) + "-->"
    let found = Preflight(
      edition: composed.edition, html: padded, text: try composed.text("digest.txt")
    ).findings
    #expect(found.map { "\($0.severity.rawValue) \($0.rule.rawValue)" } == expected)
  }

  @Test func theTextPartSaysTheSame() throws {
    let newsletter = try Self.newsletter()
    let composed = try Editions.composition(
      of: [Self.article("First", id: "a"), Self.article("Second", id: "b")],
      newsletter: newsletter)
    let html = try composed.text("digest.html")
    let text = try composed.text("digest.txt")
    func found(_ text: String) -> [String] {
      Preflight(edition: composed.edition, html: html, text: text).findings.map {
        "\($0.rule.rawValue): \($0.message)"
      }
    }
    let other = "https://openweights.org/"
    #expect(found(text) == [])
    #expect(
      found(text.replacing("Second", with: "Third")).contains(
        "text-titles: the title 'Second' is not in the text part"))
    #expect(
      found(
        text.replacing("First", with: "X").replacing("Second", with: "First")
          .replacing("X", with: "Second")
      ).contains { $0.hasPrefix("text-titles: the title 'Second' is in another order") })
    #expect(
      found(text.replacing("\(other)b", with: "")).contains(
        "text-links: the link '\(other)b' is not in the text part"))
    #expect(
      found(
        text.replacing("\(other)a", with: "X").replacing("\(other)b", with: "\(other)a")
          .replacing("X", with: "\(other)b")
      ).contains("text-links: the articles' links are in another order than in the HTML"))
  }

  @Test func theLinkToUnsubscribeMustShow() throws {
    let composed = try Self.composition()
    let html = try composed.text("digest.html")
    let text = try composed.text("digest.txt")
    // The fields' places stay where they are.
    for page in [
      html.replacing("Unsubscribe", with: "           "),
      html.replacing("class=\"footer\"", with: "hidden=\"hidden\""),
    ] {
      #expect(page != html)
      let found = Preflight(edition: composed.edition, html: page, text: text).errors
      #expect(found.map(\.rule) == [.unsubscribeLink])
    }
  }

  /// The edition as it would be frozen with other pictures, or other files.
  private static func showing(
    _ pictures: [[String: Any]], as key: String = "pictures", in composed: Composer.Composition
  ) throws -> Edition {
    let frozen = try JSONSerialization.jsonObject(with: Data(try composed.bytes("edition.json")))
    var edition = try #require(frozen as? [String: Any])
    let others = key == "files" ? edition[key] as? [[String: Any]] ?? [] : []
    edition[key] = others + pictures
    return try JSONDecoder().decode(
      Edition.self, from: try JSONSerialization.data(withJSONObject: edition))
  }

  /// A page that breaks off anywhere is looked through all the same.
  @Test func brokenPagesAreLookedThrough() throws {
    let composed = try Self.composition()
    let html = Array(try composed.text("digest.html").utf8)
    let text = try composed.text("digest.txt")
    var random = SeededGenerator(seed: 7)
    for _ in 0..<40 {
      var page = html
      let start = Int.random(in: 0..<page.count, using: &random)
      page.removeSubrange(start..<min(page.count, start + Int.random(in: 1..<400, using: &random)))
      page.insert(
        contentsOf: ["<", ">", "\"", "{", "style=\"color:", "<style>", "\0", "&#0;", "{{"]
          .randomElement(
            using: &random)?.utf8.map(\.self) ?? [],
        at: Int.random(in: 0..<page.count, using: &random))
      let found = Preflight(
        edition: composed.edition, html: String(decoding: page, as: UTF8.self), text: text
      ).findings
      #expect(
        found == found.filter { $0.severity == .error } + found.filter { $0.severity == .warning })
    }
  }
}
