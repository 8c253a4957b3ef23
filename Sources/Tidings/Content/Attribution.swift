/// The sentence that names where an article first appeared; every format writes it the same way.
public struct Attribution: Sendable, Hashable {
  /// On one line, without control characters.
  public let site: String
  public let url: WebURL?
  public let date: Moment?
  /// Who wrote it there, when that is not the article's author.
  public let author: String?

  /// The attribution of `origin`, or nil when it names neither a site nor an address.
  ///
  /// `author` is the article's own: another one is part of the sentence.
  public init?(_ origin: Origin, author: String? = nil) {
    let site = origin.site.oneLine
    guard let name = site.isEmpty ? origin.url?.host : site, !name.isEmpty else { return nil }
    self.site = name
    self.url = origin.url
    self.date = origin.date
    let first = origin.author.map(\.oneLine) ?? ""
    let own = author.map(\.oneLine) ?? ""
    let isOther = !first.isEmpty && !own.isEmpty && first.lowercased() != own.lowercased()
    self.author = isOther ? first : nil
  }

  /// The attribution of an article that first appeared elsewhere.
  public init?(_ article: Article) {
    guard let origin = article.origin else { return nil }
    self.init(origin, author: article.author)
  }

  /// The sentence and the address, which is left out where it is `link`, shown beside it.
  ///
  /// `written` tells how an address is written.
  func text(beside link: WebURL?, written: (WebURL) -> String = { $0.text }) -> String {
    text + (url.map { $0 == link ? "" : ": \(written($0))" } ?? "")
  }

  /// `Originally published on LinkedIn, 3 February 2025`, in English whatever the locale.
  public var text: String {
    let place = author.map { "by \($0) on \(site)" } ?? "on \(site)"
    let day = date.map(EnglishDate.day)
    return "Originally published " + place + (day.map { ", " + $0 } ?? "")
  }
}
