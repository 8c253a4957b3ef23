import Foundation
import Testing

@testable import Tidings

@Suite struct AttributionTests {
  private static func origin(
    _ site: String, url: String? = nil, day: TimeInterval? = nil, offset: Int = 0,
    author: String? = nil
  ) -> Origin {
    Origin(
      site: site, url: url.flatMap { WebURL($0) },
      date: day.map {
        Moment(instant: Date(timeIntervalSince1970: $0), offset: offset, hasTime: false)
      }, author: author)
  }

  private static let sentences: [(Origin, String)] = [
    (origin("LinkedIn", day: 1_738_540_800), "Originally published on LinkedIn, 3 February 2025"),
    (origin("LinkedIn"), "Originally published on LinkedIn"),
    (origin("X", day: 1_735_689_599), "Originally published on X, 31 December 2024"),
    (
      origin("Dev Blog", day: 1_735_689_599, offset: 3600),
      "Originally published on Dev Blog, 1 January 2025"
    ),
    (origin("  The\n Post\u{202E}\u{7} "), "Originally published on The Post"),
    (origin("", url: "https://www.example.org/a"), "Originally published on example.org"),
    (origin("LinkedIn", author: "Ada"), "Originally published on LinkedIn"),
  ]

  @Test(arguments: sentences)
  func writesOneSentence(origin: Origin, text: String) {
    #expect(Attribution(origin)?.text == text)
  }

  private static let authors: [(String?, String?, String)] = [
    ("Ada", "Ada", "Originally published on X"), ("ada ", "Ada", "Originally published on X"),
    ("Grace", "Ada", "Originally published by Grace on X"),
    (nil, "Ada", "Originally published on X"), ("Grace", nil, "Originally published on X"),
  ]

  @Test(arguments: authors)
  func namesAnotherAuthor(first: String?, own: String?, text: String) {
    let article = Article(
      id: "a", path: "a.md", title: "A", origin: Self.origin("X", author: first), author: own)
    #expect(Attribution(article)?.text == text)
  }

  @Test func needsASite() {
    #expect(Attribution(Self.origin(" \u{7}")) == nil)
    #expect(Attribution(Article(id: "a", path: "a.md", title: "A")) == nil)
  }
}
