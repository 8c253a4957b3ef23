import Foundation
import Testing

@testable import Tidings

/// A site in a temporary folder, which no site around it can disturb.
struct SiteFixture {
  let folder = Result { try TemporaryFolder() }
  let site: Site?
  let diagnostics: [Diagnostic]
  let root: String

  /// Writes `files` and looks for a site from the folder `articles`.
  init(_ files: [String: String], articles: String) throws {
    let folder = try folder.get()
    root = folder.path
    try folder.write("", to: ".git/HEAD")
    try folder.write("", to: articles + "/.keep")
    for (name, text) in files { try folder.write(text, to: name) }
    (site, diagnostics) = Site.find(above: folder.path + "/" + articles)
  }

  /// The address of the article at `path`, as its front matter has it.
  func url(
    _ path: String, slug: String? = nil, url: String? = nil, title: String = "Small Models: v2",
    date: String? = "2025-02-03", categories: [String] = [], language: String? = nil,
    baseURL: String? = nil, permalink: Permalink? = nil
  ) -> String? {
    let dates = DateReader(zone: .gmt)
    let name = ArticlePath(path, dates: dates)
    var moment: Moment?
    if let date, case .date(let read) = dates.read(date) { moment = read }
    return Addresses(site: site, baseURL: baseURL.flatMap { WebURL($0) }, permalink: permalink)
      .url(
        for: ArticleAddress(
          path: path, fileName: name.fileName, slug: name.slug, slugKey: slug, urlKey: url,
          title: title, date: moment, categories: categories, language: language)
      ).url?.text
  }
}
