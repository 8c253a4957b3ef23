import Foundation
import Testing

@testable import Tidings

@Suite struct CuratedLinksTests {
  @Test func readsEveryKey() throws {
    let links = try CuratedLinks(
      """
      # for March
      - title: "A tide table: explained"
        url: https://tides.example.org/table?a=1&b=2
        source: The Tide Office
        comment: >
          Why *high water* is late,
          with [the numbers](https://tides.example.org/n).
      - url: http://gulls.example.org
        title: 2024
        source:
      """, path: "links.yml"
    ).links
    #expect(
      links == [
        CuratedLink(
          title: "A tide table: explained",
          url: try #require(WebURL("https://tides.example.org/table?a=1&b=2")),
          source: "The Tide Office",
          comment: MarkdownReader().document(
            "Why *high water* is late, with [the numbers](https://tides.example.org/n).")),
        CuratedLink(title: "2024", url: try #require(WebURL("http://gulls.example.org"))),
      ])
  }

  @Test(arguments: ["", "# nothing yet\n", "[]", "~"])
  func anEmptyFileHoldsNone(text: String) throws {
    #expect(try CuratedLinks(text, path: "links.yml").links.isEmpty)
  }

  @Test(arguments: [
    (
      "title: A\nurl: https://a.example\n",
      "links.yml:1: expected a list of links, each with 'title' and 'url'"
    ),
    ("- a\n- b\n", "links.yml:1: expected a link with 'title' and 'url'"),
    (
      "- title: A\n  url: https://a.example\n- ttile: B\n",
      "links.yml:3: unknown key 'ttile', did you mean 'title'?"
    ),
    ("- zebra: B\n", "links.yml:1: unknown key 'zebra', expected title, url, source, comment"),
    ("- title: A\n", "links.yml:1: 'url': it is missing, expected a text"),
    ("- url: https://a.example\n", "links.yml:1: 'title': it is missing, expected a text"),
    (
      "- title: ''\n  url: https://a.example\n",
      "links.yml:1: 'title': it is missing, expected a text"
    ),
    ("- title: [A]\n  url: https://a.example\n", "links.yml:1: 'title': expected a text"),
    (
      "- title: A\n  url: a.example\n",
      "links.yml:2: 'url': 'a.example' is no web address, expected one such as https://example.org/page"
    ),
    (
      "- title: A\n  url: 'javascript:alert(1)'\n",
      "links.yml:2: 'url': 'javascript:alert(1)' is no web address, expected one such as https://example.org/page"
    ),
    (
      "- title: \"A\\nB\"\n  url: https://a.example\n",
      "links.yml:1: 'title': it has a line break or another control character, expected one line"
    ),
    (
      "- title: A\n  url: https://a.example\n  source: \"a\\eb\"\n",
      "links.yml:3: 'source': it has a line break or another control character, expected one line"
    ),
    (
      "- title: A\n  url: https://a.example\n  comment: \"a\\0b\"\n",
      "links.yml:3: 'comment': it has a control character, expected a paragraph of Markdown"
    ),
    (
      "- title: A\n  url: https://a.example\n  comment: |\n    One.\n\n    Two.\n",
      "links.yml:3: 'comment': expected one paragraph of Markdown without pictures"
    ),
    (
      "- title: A\n  url: https://a.example\n  comment: '# One'\n",
      "links.yml:3: 'comment': expected one paragraph of Markdown without pictures"
    ),
    (
      "- title: A\n  url: https://a.example\n  comment: 'See ![a](https://a.example/p.gif)'\n",
      "links.yml:3: 'comment': expected one paragraph of Markdown without pictures"
    ),
    (
      "- title: A\n  url: https://a.example\n  comment: 'Hi {{reader.name}}'\n",
      "links.yml:3: 'comment': a template field, which is not filled in here: the comment is Markdown"
    ),
    (
      "- title: A\n  url: https://a.example\n  comment: '[x](javascript:a)'\n",
      "links.yml:3: 'comment': link 'javascript:a' (scheme 'javascript' is not allowed) cannot be shown"
    ),
    ("- title: A\n  title: B\n", "links.yml:1: the file is not YAML: the key 'title' stands twice"),
    ("a: [b\n", "links.yml:1: the file is not YAML: did not find expected ',' or ']'"),
  ])
  func tellsWhatIsWrongAndWhere(text: String, reason: String) {
    let error = #expect(throws: CuratedLinksError.self) {
      try CuratedLinks(text, path: "links.yml")
    }
    #expect(error?.description == reason)
  }

  @Test func aFileThatIsNotThereIsAnError() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: CuratedLinksError.self) {
      try CuratedLinks(path: folder.path + "/none.yml")
    }
    #expect(error?.path == folder.path + "/none.yml")
    try folder.write([0xFF, 0x0A], to: "latin.yml")
    let other = #expect(throws: CuratedLinksError.self) {
      try CuratedLinks(path: folder.path + "/latin.yml")
    }
    #expect(other?.reason == "the file is not UTF-8")
  }

  @Test func standBesideTheArticles() throws {
    let links = try CuratedLinks(
      """
      - title: <b>Tides</b> & "gulls"
        url: https://tides.example.org/?a=1&b=2
        source: The <i>Office</i>
        comment: Worth *it*, says <ada@tides.example.org>.
      """, path: "links.yml"
    ).links
    let composed = try Editions.composition(
      of: [Editions.article()], digest: DigestOptions(links: links))
    let html = try composed.text("digest.html")
    #expect(html.contains("Worth reading elsewhere"))
    #expect(html.contains("href=\"https://tides.example.org/?a=1&amp;b=2\""))
    #expect(html.contains("&lt;b&gt;Tides&lt;/b&gt; &amp; &quot;gulls&quot;"))
    #expect(html.contains("The &lt;i&gt;Office&lt;/i&gt;"))
    let text = try composed.text("digest.txt")
    for line in [
      "<b>Tides</b> & \"gulls\"", "https://tides.example.org/?a=1&b=2", "The <i>Office</i>",
    ] {
      #expect(text.contains("\n\(line)\n"))
    }
    #expect(text.contains("Worth it, says"))
    #expect(
      try !Editions.composition(of: [Editions.article()]).text("digest.html").contains("elsewhere"))
  }
}
