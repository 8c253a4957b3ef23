import Foundation
import Testing

@testable import Tidings

/// Articles become links where the message would be cut off.
@Suite struct FittingTests {
  private static func articles(_ count: Int, kilobytes: Int = 9) -> [Article] {
    let paragraph = String(repeating: "Größe und Tiefe des Hafens. ", count: 20)
    return (1...count).map { number in
      Editions.article(
        "Harbour number \(number)", id: "h\(number)",
        body: Array(repeating: paragraph, count: kilobytes).joined(separator: "\n\n"))
    }
  }

  private static func encodedSize(_ composed: Composer.Composition) throws -> Int {
    QuotedPrintable.encode(try composed.bytes("digest.html")).count
  }

  private static func links(_ composed: Composer.Composition) -> Int {
    composed.edition.picked.count { $0.content == "link" }
  }

  @Test func asFewAsNeededBecomeLinks() throws {
    let articles = Self.articles(30)
    let options = DigestOptions(content: .whole, fits: true)
    let composed = try Editions.composition(of: articles, digest: options)
    let fitted = try #require(composed.edition.fitted)
    #expect(try Self.encodedSize(composed) <= DigestWriter.mostBytes)
    #expect(Self.links(composed) == fitted)
    // The last ones, and one more would not have fitted.
    #expect(composed.edition.picked.map(\.content).firstIndex(of: "link") == 30 - fitted)
    let more = try Editions.composition(
      of: articles, digest: DigestOptions(content: .whole, articles: 31 - fitted))
    #expect(try Self.encodedSize(more) > DigestWriter.mostBytes)
    let asMany = try Editions.composition(
      of: articles, digest: DigestOptions(content: .whole, articles: 30 - fitted))
    #expect(try asMany.bytes("digest.html") == composed.bytes("digest.html"))
    for article in articles {
      #expect(try composed.text("digest.html").contains(article.title))
      #expect(try composed.text("digest.txt").contains(article.title))
    }
  }

  @Test func whatFitsStaysAsItIs() throws {
    let articles = Self.articles(4, kilobytes: 1)
    let plain = try Editions.composition(of: articles)
    let fitting = try Editions.composition(of: articles, digest: DigestOptions(fits: true))
    #expect(fitting.edition.fitted == nil)
    #expect(fitting.files == plain.files)
  }

  @Test func oneThatIsTooLargeAloneIsALink() throws {
    let composed = try Editions.composition(
      of: Self.articles(1, kilobytes: 250), digest: DigestOptions(content: .whole, fits: true))
    #expect(composed.edition.fitted == 1)
    #expect(try Self.encodedSize(composed) <= DigestWriter.mostBytes)
  }

  /// Where even links are too many, all are links: the check tells.
  @Test func moreThanLinksCannotGive() throws {
    let composed = try Editions.composition(
      of: Self.articles(400, kilobytes: 1), digest: DigestOptions(fits: true))
    #expect(composed.edition.fitted == 400)
    #expect(try Self.encodedSize(composed) > DigestWriter.mostBytes)
  }

  /// What its options keep from being shown does not count as fitted.
  @Test func linksThatWereAskedForAreNotFitted() throws {
    let composed = try Editions.composition(
      of: Self.articles(30), digest: DigestOptions(content: .whole, articles: 2, fits: true))
    #expect(composed.edition.fitted == nil)
    #expect(Self.links(composed) == 28)
  }
}
