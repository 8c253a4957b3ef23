import Foundation
import Testing

@testable import Tidings

/// Small feeds around the part that a test is about.
enum Feeds {
  static let name = "https://garden.example/feed"

  static func read(
    _ text: String, name: String = name, baseURL: String? = nil, zone: TimeZone = .gmt
  ) -> FeedReader.Contents {
    read(Array(text.utf8), name: name, baseURL: baseURL, zone: zone)
  }

  static func read(
    _ bytes: [UInt8], name: String = name, baseURL: String? = nil, zone: TimeZone = .gmt
  ) -> FeedReader.Contents {
    FeedReader(now: Fixtures.now, zone: zone, baseURL: baseURL.flatMap { WebURL($0) })
      .read(bytes, name: name)
  }

  static let namespaces = """
    xmlns:content="http://purl.org/rss/1.0/modules/content/" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:atom="http://www.w3.org/2005/Atom" \
    xmlns:media="http://search.yahoo.com/mrss/" \
    xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
    xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"
    """

  static func rss(_ item: String, channel: String = "<link>https://garden.example/</link>")
    -> String
  {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" \(namespaces)><channel><title>Garden</title>\(channel)
    <item>\(item)</item>
    </channel></rss>
    """
  }

  static func atom(_ entry: String, feed: String = "") -> String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
    <title>Garden</title><link href="https://garden.example/"/>\(feed)
    <entry>\(entry)</entry>
    </feed>
    """
  }

  static func json(_ item: String, feed: String = "") -> String {
    """
    {"version": "https://jsonfeed.org/version/1.1", "title": "Garden",
     "home_page_url": "https://garden.example/",\(feed) "items": [{\(item)}]}
    """
  }

  static func wordPress(_ items: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" ?>
    <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" \(namespaces)
      xmlns:wp="http://wordpress.org/export/1.2/">
    <channel><link>https://garden.example</link><language>en-GB</language>
    <wp:wxr_version>1.2</wp:wxr_version>
    <wp:author><wp:author_login><![CDATA[ines]]></wp:author_login>
    <wp:author_display_name><![CDATA[Inês Prado]]></wp:author_display_name></wp:author>
    \(items)
    </channel></rss>
    """
  }

  static func post(_ fields: String, type: String = "post", status: String = "publish") -> String {
    """
    <item><title>Mulch</title><link>https://garden.example/mulch/</link>
    <guid isPermaLink="false">https://garden.example/?p=7</guid>
    <wp:post_type>\(type)</wp:post_type><wp:status>\(status)</wp:status>\(fields)</item>
    """
  }

  static func ghost(_ post: String, rest: String = "") -> String {
    """
    {"db": [{"meta": {"version": "5.80.0"}, "data": {"posts": [{\(post)}]\(rest)}}]}
    """
  }
}

/// One field of an article as text, so that tables can hold what is expected of any of them.
enum Field: String, Sendable {
  case id, path, title, date, updated, tags, state, url, origin, originSite, summary, author, image,
    language, body

  func value(in article: Article) -> String? {
    switch self {
    case .id: article.id
    case .path: article.path
    case .title: article.title
    case .date: article.date?.description
    case .updated: article.updated?.description
    case .tags: article.tags.joined(separator: "|")
    case .state: article.state.rawValue
    case .url: article.url?.text
    case .origin: article.origin?.url?.text
    case .originSite: article.origin?.site
    case .summary: article.summary
    case .author: article.author
    case .image: article.image?.text
    case .language: article.language
    case .body: article.body.string
    }
  }
}

/// What of a feed is to become what of its article.
struct FeedCase: Sendable, CustomTestStringConvertible {
  let item: String
  let field: Field
  let expected: String?

  init(_ item: String, _ field: Field, _ expected: String?) {
    self.item = item
    self.field = field
    self.expected = expected
  }

  var testDescription: String { "\(field.rawValue) of \(item.prefix(80))" }
}
