import Foundation
import Testing

@testable import Tidings

/// The body of each API's request, byte for byte.
@Suite struct PayloadTests {
  private static let words =
    #"Small (but able) models\n\nA model of 3 billion weights beats one of 70 *if* its data is clean."#
  private static let link = "https://example.org/posts/small-models?ref=a&b=1"
  private static let source = "Originally published on LinkedIn, 3 February 2025: "
  private static let original = "https://www.linkedin.com/pulse/small-models"
  private static let post = words + #"\n\n"# + link + #"\n"# + source + original

  private static let expected: [(String, String?, String)] = [
    ("x", nil, #"{"text": "\#(post)\n\n#AI #OpenSource"}"#),
    (
      "mastodon", nil,
      #"""
      {"status": "\#(words)\n\n\#(link)\n\n\#(source)\#(original)\n\n#AI #OpenSource #LLM #Python",
       "language": "pt", "visibility": "public"}
      """#
    ),
    (
      "bluesky", "did:plc:abc",
      #"""
      {"repo": "did:plc:abc", "collection": "app.bsky.feed.post", "record": {
        "$type": "app.bsky.feed.post", "createdAt": "2025-03-01T09:00:00Z", "langs": ["pt-BR"],
        "text": "\#(words)\n\nexample.org/posts/small-...\n\#(source)www.linkedin.com/pulse/small-...\n\n#AI #OpenSource #LLM",
        "facets": [
          {"index": {"byteStart": 95, "byteEnd": 122},
           "features": [{"$type": "app.bsky.richtext.facet#link", "uri": "\#(link)"}]},
          {"index": {"byteStart": 174, "byteEnd": 206},
           "features": [{"$type": "app.bsky.richtext.facet#link", "uri": "\#(original)"}]},
          {"index": {"byteStart": 208, "byteEnd": 211},
           "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "AI"}]},
          {"index": {"byteStart": 212, "byteEnd": 223},
           "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "OpenSource"}]},
          {"index": {"byteStart": 224, "byteEnd": 228},
           "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "LLM"}]}],
        "embed": {"$type": "app.bsky.embed.external", "external": {
          "uri": "\#(link)", "title": "Small (but able) models",
          "description": "A model of 3 billion weights beats one of 70 *if* its data is clean."}},
        "tags": ["Python", "GPU", "Cloud"]}}
      """#
    ),
    (
      "linkedin", "urn:li:person:1",
      ##"""
      {"author": "urn:li:person:1",
       "commentary": "Small \\(but able\\) models\n\nA model of 3 billion weights beats one of 70 \\*if\\* its data is clean.\n\n\##(source)\##(original)\n\n{hashtag|\\#|AI} {hashtag|\\#|OpenSource} {hashtag|\\#|LLM} {hashtag|\\#|Python} {hashtag|\\#|GPU}",
       "visibility": "PUBLIC", "lifecycleState": "PUBLISHED", "isReshareDisabledByAuthor": false,
       "distribution": {"feedDistribution": "MAIN_FEED", "targetEntities": [],
                        "thirdPartyDistributionChannels": []},
       "content": {"article": {"source": "\##(link)", "title": "Small (but able) models",
         "description": "A model of 3 billion weights beats one of 70 *if* its data is clean."}}}
      """##
    ),
    (
      "threads", nil,
      #"""
      {"media_type": "TEXT", "text": "\#(post)\n\n#AI", "link_attachment": "\#(link)",
       "topic_tag": "AI"}
      """#
    ),
    (
      "facebook", nil,
      #"{"message": "\#(words)\n\n\#(source)\#(original)\n\n#AI #OpenSource", "link": "\#(link)"}"#
    ),
    (
      "telegram", "@weights",
      #"""
      {"chat_id": "@weights", "text": "\#(post)\n\n#AI #OpenSource #LLM",
       "entities": [{"type": "bold", "offset": 0, "length": 23}],
       "link_preview_options": {"url": "\#(link)"}}
      """#
    ),
    (
      "discord", nil,
      #"""
      {"content": "Small (but able) models\n\nA model of 3 billion weights beats one of 70 \\*if\\* its data is clean.\n\n\#(link)\n\#(source)\#(original)",
       "allowed_mentions": {"parse": []}}
      """#
    ),
    (
      "slack", nil,
      #"""
      {"text": "\#(words)\n\nhttps://example.org/posts/small-models?ref=a&amp;b=1\n\#(source)\#(original)",
       "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text":
         "\#(words)\n\nhttps://example.org/posts/small-models?ref=a&amp;b=1\n\#(source)\#(original)"}}],
       "unfurl_links": true}
      """#
    ),
    (
      "reddit", "machinelearning",
      #"{"kind": "link", "sr": "machinelearning", "title": "Small (but able) models", "url": "\#(link)"}"#
    ),
  ]

  @Test(arguments: expected)
  func holdsWhatTheAPITakes(id: String, account: String?, json: String) throws {
    let snippet = try Payloads.snippet(id, PostMatter(Payloads.article()), account: account)
    let expected = try Payloads.json(json)
    #expect(snippet.payload == expected)
    #expect(snippet.payloads == nil)
    #expect(snippet.valid)
    // Reddit has no source in a post, Slack styles `*if*`.
    #expect(snippet.warnings.count == (["reddit", "slack"].contains(id) ? 1 : 0))
    // What a person pastes has none of the API's escapes.
    #expect(snippet.text.contains("Small (but able) models"))
    #expect(snippet.text.contains(Self.link))
  }

  @Test func thereIsNoneWithoutAnAPI() throws {
    #expect(try Payloads.snippet("hackernews", PostMatter(Payloads.article())).payload == nil)
    let unlinked = PostMatter(Payloads.article(url: nil, origin: nil))
    #expect(try Payloads.snippet("reddit", unlinked).payload == nil)
  }

  @Test(arguments: [
    ("bluesky", ["reply"]), ("linkedin", ["content"]), ("threads", ["link_attachment"]),
    ("facebook", ["link"]), ("x", ["media", "reply"]), ("mastodon", ["media_ids"]),
    ("discord", ["embeds"]),
  ])
  func leavesOutWhatNobodySaid(id: String, keys: [String]) throws {
    let article = Payloads.article(url: nil, origin: nil)
    guard case .object(let members) = try Payloads.snippet(id, PostMatter(article)).payload else {
      Issue.record("no payload for \(id)")
      return
    }
    #expect(keys.allSatisfy { members[$0] == nil })
  }

  @Test(arguments: [
    ("bluesky", "repo"), ("linkedin", "author"), ("telegram", "chat_id"), ("reddit", "sr"),
  ])
  func holdsAPlaceForTheAccount(id: String, key: String) throws {
    let snippet = try Payloads.snippet(id, PostMatter(Payloads.article()))
    guard case .object(let members) = snippet.payload else {
      Issue.record("no payload for \(id)")
      return
    }
    #expect(members[key] == .text(Placeholder.account))
  }

  @Test(arguments: [
    ("x", #"{"text": "And so on", "reply": {"in_reply_to_tweet_id": "{previous}"}}"#),
    (
      "mastodon",
      #"""
      {"status": "And so on", "visibility": "public", "language": "pt",
       "in_reply_to_id": "{previous}"}
      """#
    ),
    (
      "bluesky",
      #"""
      {"repo": "{account}", "collection": "app.bsky.feed.post", "record": {
        "$type": "app.bsky.feed.post", "createdAt": "2025-03-01T09:00:00Z", "langs": ["pt-BR"],
        "text": "And so on", "reply": {"root": "{first}", "parent": "{previous}"}}}
      """#
    ),
    (
      "threads",
      #"{"media_type": "TEXT", "text": "And so on", "reply_to_id": "{previous}"}"#
    ),
  ])
  func laterPostsOfASeriesAnswerTheOneBefore(id: String, json: String) throws {
    let network = try Network(id: id)
    #expect(network.takesSeries)
    #expect(
      network.payload(Self.draft("And so on", on: network, part: 1)) == (try Payloads.json(json)))
  }

  /// A post's own bold title is a line of its own, or the whole post.
  @Test(
    arguments: [
      ("Art", "Art", 0, 3), ("Art", "Art\n\nIt is long.", 0, 3), ("Art", "Artists unite", 0, nil),
      ("Art", "Art: it is long", 0, nil), ("Art", "Ar", 0, nil), ("Art", "Art\nx", 1, nil),
      ("", "\nx", 0, nil), ("Caf\u{E9}", "Cafe\u{301}\nx", 0, nil), ("A 🙂", "A 🙂\nx", 0, 4),
    ] as [(String, String, Int, Int?)])
  func telegramShowsATitleInBold(title: String, text: String, part: Int, length: Int?) throws {
    let draft = Self.draft(
      text, on: .telegram, part: part, article: Payloads.article(title: title))
    guard case .object(let members) = Network.telegram.payload(draft) else {
      Issue.record("no payload")
      return
    }
    #expect(
      members["entities"]
        == length.map { [["type": "bold", "offset": 0, "length": .number($0)]] })
  }

  private static func draft(
    _ text: String, on network: Network, part: Int, article: Article = Payloads.article()
  ) -> PostDraft {
    PostDraft(
      article: article, text: text, hook: text, layout: nil, link: article.link, attribution: nil,
      furtherHashtags: [], account: nil, mastodonInstance: "", composed: Fixtures.composed,
      picture: nil, thumbnail: nil, part: part, count: network.count(text))
  }

  @Test(arguments: [
    ("bluesky", ["tags", "embed"]), ("threads", ["link_attachment", "topic_tag"]),
    ("linkedin", ["content"]), ("facebook", ["link"]), ("telegram", ["entities"]),
  ])
  func laterPostsOfASeriesHaveNoCard(id: String, keys: [String]) throws {
    let network = try Network(id: id)
    let draft = Self.draft("And so on", on: network, part: 1)
    guard case .object(var members) = network.payload(draft) else {
      Issue.record("no payload for \(id)")
      return
    }
    if case .object(let record) = members["record"] { members = record }
    #expect(keys.allSatisfy { members[$0] == nil })
    let texts = ["text", "commentary", "message"].compactMap { members[$0] }
    #expect(texts == ["And so on"])
  }

  @Test func aPayloadComesBackFromItsJSON() throws {
    for network in Network.all {
      let payload = try Payloads.snippet(network.id, PostMatter(Payloads.article())).payload
      let data = try JSONEncoder().encode(payload)
      #expect(try JSONDecoder().decode(JSONValue?.self, from: data) == payload)
    }
  }
}
