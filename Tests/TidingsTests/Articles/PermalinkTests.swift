import Foundation
import Testing

@testable import Tidings

@Suite struct PermalinkTests {
  private func values(date: String? = "2025-02-03T09:05:07Z") -> Permalink.Values {
    var moment: Moment?
    if let date, case .date(let read) = DateReader(zone: .gmt).read(date) { moment = read }
    return .init(
      path: "posts/field/2025-02-03-small-models.md", slug: "small-models",
      fileName: "2025-02-03-small-models", title: "Small Models", date: moment,
      categories: ["Open Source", "AI"])
  }

  @Test(arguments: [
    ("/:year/:month/:slug/", "/2025/02/small-models/"),
    ("/:section/:title", "/posts/small-models"),
    ("/:sections/:filename/", "/posts/field/2025-02-03-small-models/"),
    ("/:monthname/:i_day/:short_year", "/february/3/25"),
    ("/:yearday/:y_day/:weekday", "/34/034/1"),
    ("pretty", "/open-source/ai/2025/02/03/small-models/"),
    ("date", "/open-source/ai/2025/02/03/small-models.html"),
    ("ordinal", "/open-source/ai/2025/034/small-models.html"),
    ("none", "/open-source/ai/small-models.html"), ("/:hour:minute:second", "/090507"),
  ])
  func fillsTokens(pattern: String, path: String) throws {
    #expect(try Permalink(pattern).path(for: values()) == path)
  }

  @Test func aDatePatternWithoutADateGivesNothing() throws {
    #expect(try Permalink("/:year/:slug").path(for: values(date: nil)) == nil)
  }

  @Test func unknownTokensAreRefused() {
    #expect(throws: PermalinkError(token: "yeer")) { try Permalink("/:yeer/:slug") }
  }
}
