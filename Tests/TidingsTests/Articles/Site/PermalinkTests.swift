import Foundation
import Testing

@testable import Tidings

@Suite struct PermalinkTests {
  private func values(
    date: String? = "2025-02-03T09:05:07Z", slugKey: String? = nil, title: String = "Small Models",
    sections: [Substring] = ["posts", "field"], categories: [String] = ["Open Source", "AI"]
  ) -> Permalink.Values {
    var moment: Moment?
    if let date, case .date(let read) = DateReader(zone: .gmt).read(date) { moment = read }
    return .init(
      folders: ["posts", "field"], sections: sections, slugKey: slugKey, slug: "small-models",
      fileName: "2025-02-03-small-models", title: title, date: moment?.civil,
      timestamp: Int(moment?.instant.timeIntervalSince1970 ?? 0), categories: categories,
      collection: "posts", language: "pt")
  }

  @Test(arguments: [
    ("/:year/:month/:slug/", "/2025/02/small-models/"),
    ("/:section/:title", "/posts/small-models"),
    ("/:sections/:filename/", "/posts/field/2025-02-03-small-models/"),
    ("/:monthname/:i_day/:short_year", "/february/3/25"),
    ("/:yearday/:y_day/:weekday/:w_day", "/34/034/1/1"),
    ("pretty", "/open-source/ai/2025/02/03/small-models/"),
    ("date", "/open-source/ai/2025/02/03/small-models.html"),
    ("ordinal", "/open-source/ai/2025/034/small-models.html"),
    ("weekdate", "/open-source/ai/2025/W06/mon/small-models.html"),
    ("none", "/open-source/ai/small-models.html"), ("/:hour:minute:second", "/090507"),
    ("/:2006/:01/:02/:Jan/:Monday", "/2025/02/03/feb/monday"), ("/:06:002", "/25034"),
    ("/:sections[0]/:sections[last]/:sections[9]", "/posts/field/"),
    ("/:sections[1:]/x/:sections[:1]/:sections[:last]", "/field/x/posts/posts"),
    ("/:w_year-:week/:timestamp", "/2025-06/1738573507"),
    ("/:lang/:path", "/pt/posts/field/2025-02-03-small-models"),
    ("/a:/:i_month:", "/a:/2:"),
    ("/:collection/:name:output_ext", "/posts/2025-02-03-small-models.html"),
  ])
  func fillsTokens(pattern: String, path: String) throws {
    #expect(try Permalink(pattern).path(for: values()) == path)
  }

  @Test(
    arguments: [
      ("/:title/:slug", nil, "/Small Models: 2/Small Models: 2"),
      ("/:slug/:slugorfilename/:slugorcontentbasename", "mine", "/mine/mine/mine"),
      (
        "/:slugorfilename/:contentbasename", nil, "/2025-02-03-small-models/2025-02-03-small-models"
      ),
    ] as [(String, String?, String)])
  func hugoTakesTheTitleForASlug(pattern: String, slug: String?, path: String) throws {
    let values = values(slugKey: slug, title: "Small Models: 2")
    #expect(try Permalink(pattern, dialect: .hugo).path(for: values) == path)
  }

  @Test(
    arguments: [
      (":title", "My Slug v1.2", "My-Slug-v1.2"), (":slug", "My Slug v1.2", "my-slug-v1-2"),
      (":title/:slug", nil, "small-models/small-models"),
      (":categories/:slugified_categories", nil, "open source/ai/open-source/ai"),
      (":short_month:long_month:short_day:long_day", nil, "FebFebruaryMonMonday"),
    ] as [(String, String?, String)])
  func jekyllKeepsTheCaseOfATitle(pattern: String, slug: String?, path: String) throws {
    let values = values(slugKey: slug)
    #expect(try Permalink(pattern, dialect: .jekyll).path(for: values) == path)
  }

  @Test func aCategoryTwiceStandsOnce() throws {
    let values = values(categories: ["AI", "ai", "Notes"])
    #expect(try Permalink("/:categories/", dialect: .jekyll).path(for: values) == "/ai/notes/")
  }

  @Test func aDatePatternWithoutADateGivesNothing() throws {
    #expect(try Permalink("/:year/:slug").path(for: values(date: nil)) == nil)
  }

  @Test(arguments: [
    ("/:yeer/:slug", ":yeer"), ("/:sections[x]/", ":sections[x]"),
    ("/:sections[-1]", ":sections[-1]"),
    ("/:2007/", ":2007"),
  ])
  func unknownTokensAreRefused(pattern: String, token: String) {
    #expect(throws: PermalinkError(token: token)) { try Permalink(pattern) }
  }

  @Test func anUnknownTokenSaysWhatWasMeant() {
    #expect(
      PermalinkError(token: ":yeer").description
        == "the permalink pattern has ':yeer', expected a token of Hugo or Jekyll such as ':year'"
        + " or ':slug', did you mean ':year'?")
  }

  @Test(arguments: [
    ("{slug}.html", "small-models.html"),
    ("posts/{date:%Y}/{date:%b}/{date:%d}/{slug}/", "posts/2025/Feb/03/small-models/"),
    ("{category}/{lang}/{date:%Y-%m-%d}", "open-source/pt/2025-02-03"),
  ])
  func fillsPelicansFields(pattern: String, path: String) throws {
    #expect(try Permalink(pelican: pattern).path(for: values()) == path)
  }

  @Test(arguments: ["{author}/{slug}", "{date:%Q}", "{date:%"])
  func unknownFieldsAreRefused(pattern: String) throws {
    let permalink = try? Permalink(pelican: pattern)
    #expect(permalink == nil || permalink?.tokens == [.text(pattern)])
  }
}
