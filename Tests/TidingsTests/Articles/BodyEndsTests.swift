import Foundation
import Testing

@testable import Tidings

/// What stands at the ends of a text: the sentence that names its origin, hashtags, the title.
@Suite struct BodyEndsTests {
  let dates = DateReader(zone: .gmt)

  @Test(arguments: [
    (
      "*Originally published on [LinkedIn](https://www.linkedin.com/posts/x) on February 3, 2025.*",
      "LinkedIn", "https://www.linkedin.com/posts/x", "2025-02-03"
    ),
    (
      "_This article was originally published at [here](https://medium.com/@ana/x)_", "Medium",
      "https://medium.com/@ana/x", nil
    ),
    (
      "> First published on <https://blog.example.org/x> (Sept 17, 2020)", "blog.example.org",
      "https://blog.example.org/x", "2020-09-17"
    ),
    (
      "[Originally published on DEV](https://dev.to/ana/x)", "DEV", "https://dev.to/ana/x", nil
    ),
    (
      "Publicado originalmente no [Site da Rede](https://rede.example.org/x) em 4 de fevereiro de 2025.",
      "Site da Rede", "https://rede.example.org/x", "2025-02-04"
    ),
    ("*Cross-posted from Ana's notebook.*", "Ana's notebook", nil, nil),
  ])
  func readsTrailersAtEitherEnd(
    sentence: String, site: String, url: String?, date: String?
  ) throws {
    for text in ["Body text.\n\n---\n\n\(sentence)\n", "\(sentence)\n\n---\n\nBody text."] {
      let ends = BodyEnds(Array(text.utf8)[...], dates: dates)
      let origin = try #require(ends.origin, "\(text)")
      #expect(origin.site == site)
      #expect(origin.url?.text == url)
      #expect(origin.date.map { String($0.description.prefix(10)) } == date)
      #expect(ends.body.trimmed.string == "Body text.")
    }
  }

  @Test(arguments: [
    "Body.\n\n*Also available on [LinkedIn](https://linkedin.com/x).*",
    "Body.\n\n*Cross-posted to [LinkedIn](https://linkedin.com/x).*",
    "Body.\n\n*Originally published on [LinkedIn]({{ page.url }}) on [Date].*",
    "Body.\n\nOriginally published in 1950, Turing's paper asks whether machines think.",
    "Body.\n\n*Originally published on [LinkedIn](https://linkedin.com/x).*\n\nMore body.\n\nEnd.",
    "Body.\n\n```\n*Originally published on [LinkedIn](https://linkedin.com/x).*\n```",
    "First published in 1847, [Jane Eyre](https://example.org/eyre) remains the best novel to read on a train.\n\nBody.",
    "Body.", "",
  ])
  func findsNoTrailer(text: String) {
    #expect(BodyEnds(Array(text.utf8)[...], dates: dates).origin == nil)
  }

  @Test(arguments: [
    ("Words.\n\n#ai #ml\n\n*Originally published on [DEV](https://dev.to/a/x).*", ["ai", "ml"]),
    ("Words.\n\n*Originally published on [DEV](https://dev.to/a/x).*\n\n#ai #ml\n", ["ai", "ml"]),
    ("# A title\n\n*Originally published on [DEV](https://dev.to/a/x).*\n\nWords.", []),
    (
      "Words [a][1].\n\n*Originally published on [DEV][2].*\n\n[1]: https://a.example.org\n[2]: https://dev.to/a/x",
      []
    ),
  ])
  func findsTheOriginBesideOtherThings(text: String, hashtags: [String]) {
    let ends = BodyEnds(Array(text.utf8)[...], dates: dates)
    #expect(ends.origin?.url?.text == "https://dev.to/a/x")
    #expect(ends.hashtags == hashtags)
  }

  @Test(arguments: [
    "> **Note**: This is a cross-post of the [harbour notice].\n\nWords.\n\nMore.\n\n[Harbour notice]: https://quay.example/x\n\nEnd.",
    "This is a cross-post of [the notice][n]. It has\na stamp, as well.\n\n[n]: https://quay.example/x\n\nWords.",
    "Words.\n\n[n]: <https://quay.example/x>\n\nMore.\n\n*Originally published in [The Quay][n].*",
    "<div class=\"side\">\n  <img src=\"/ana.jpg\" alt=\"Ana\" />\n</div>\n\n_Originally published in [The Quay](https://quay.example/x)._\n\nWords.",
    "![Ana](/ana.jpg)\n\nOriginally published in [The Quay](https://quay.example/x).\n\nWords.",
    ":::note\n\nThis was originally published in [The Quay](https://quay.example/x).\n\n:::\n\nWords.",
    "Words.\n\n:::info Where from\n\nOriginally published in [The Quay](https://quay.example/x).\n\n:::",
  ])
  func readsWhatStandsFurtherIn(text: String) {
    let ends = BodyEnds(Array(text.utf8)[...], dates: dates)
    #expect(ends.origin?.url?.text == "https://quay.example/x")
    #expect(ends.body.string.contains("Words."))
  }

  @Test(arguments: [
    "One.\n\nTwo.\n\nOriginally published in [The Quay](https://quay.example/x).\n\nWords.",
    "This is a cross-post of [the notice][n].\n\nWords.\n\n[m]: https://quay.example/x",
    ":::note\n\nOne.\n\nOriginally published in [The Quay](https://quay.example/x).\n\n:::\n\nWords.",
    ":::note\n\nOriginally published in [The Quay](https://quay.example/x).\n\nWords.",
  ])
  func readsNothingFromTheMiddle(text: String) {
    #expect(BodyEnds(Array(text.utf8)[...], dates: dates).origin == nil)
  }

  @Test(arguments: [
    "Words.\n\n    Originally published on [DEV](https://dev.to/a/x).",
    "Words.\n\n\tOriginally published on [DEV](https://dev.to/a/x).",
    "Words.\n\n[Canonical link](javascript:x)",
    "Words.\n\nA [Canonical link](https://a.example) here.",
  ])
  func codeAndOtherLinksAreNone(text: String) {
    #expect(BodyEnds(Array(text.utf8)[...], dates: dates).origin == nil)
  }

  @Test func takesTheCanonicalLinkOfAnExport() {
    let text = "Words.\n\n[Canonical link](https://medium.com/@ana/a-day-1)\n"
    let ends = BodyEnds(Array(text.utf8)[...], dates: dates)
    #expect(ends.origin?.url?.text == "https://medium.com/@ana/a-day-1")
    #expect(ends.origin?.site == "Medium")
    #expect(ends.body.trimmed.string == "Words.")
  }

  @Test(arguments: [
    ("# One\n\nText.", "One", "\nText."), ("One\n===\n\nText.", "One", "\nText."),
    ("\n\n# One", "One", ""), ("#One\n\nText.", nil, nil), ("## One\n\nText.", nil, nil),
    ("One\n---\nText.", nil, nil), ("", nil, nil), ("=\n=", "=", ""),
  ])
  func findsTheHeading(text: String, heading: String?, rest: String?) {
    let ends = BodyEnds(Array(text.utf8)[...], dates: dates)
    #expect(ends.heading?.string == heading)
    if let rest { #expect(ends.body[ends.startBehindHeading...].string == rest) }
  }
}
