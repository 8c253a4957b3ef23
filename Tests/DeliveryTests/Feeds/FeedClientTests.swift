import Foundation
import LoopbackServers
import Testing
import Tidings

@testable import Delivery

@Suite struct FeedClientTests {
  static let patient = Timeouts(connect: .seconds(20), reply: .seconds(30))
  static let quick = Timeouts(connect: .milliseconds(300), reply: .milliseconds(300))
  /// 20 February 2025, 9:00 UTC.
  static let thursday = Date(timeIntervalSince1970: 1_740_042_000)
  static let sunday = thursday.addingTimeInterval(3 * 86_400)
  static let feed = "<rss version=\"2.0\"><channel/></rss>"

  static func client(
    _ folder: String, now: Date = thursday, timeouts: Timeouts = patient, limit: Int = 32 << 20
  ) -> FeedClient {
    FeedClient(cache: folder + "/feeds", now: now, timeouts: timeouts, limit: limit)
  }

  static func url(_ http: ScriptedHTTP, _ path: String = "feed.xml") -> String {
    "http://127.0.0.1:\(http.port)/\(path)"
  }

  /// What fetching throws; nil when it does not.
  static func failure(_ client: FeedClient, _ url: String) async -> FeedError? {
    do throws(FeedError) {
      _ = try await client.fetch(url)
      return nil
    } catch {
      return error
    }
  }

  @Test func asksOnceAndThenForNewsOnly() async throws {
    let http = try ScriptedHTTP { count in
      count == 1
        ? .answer(
          200, Self.feed,
          headers: ["ETag: W/\"v1\"", "Last-Modified: Wed, 19 Feb 2025 08:00:00 GMT"])
        : .answer(304, "")
    }
    defer { http.stop() }
    try await withFolder { folder in
      let first = try await Self.client(folder).fetch(Self.url(http))
      let second = try await Self.client(folder, now: Self.sunday).fetch(Self.url(http))
      #expect(first.bytes == Array(Self.feed.utf8))
      #expect(second == first)
      #expect(first.warning == nil)
      #expect(first.name == Self.url(http))
      let requests = http.requests
      #expect(requests.count == 2)
      #expect(requests[0].line == "GET /feed.xml HTTP/1.1")
      #expect(requests[0].headers["user-agent"] == "tidings")
      #expect(requests[0].headers["accept-encoding"]?.contains("gzip") == true)
      #expect(requests[0].headers["if-none-match"] == nil)
      #expect(requests[1].headers["if-none-match"] == "W/\"v1\"")
      #expect(requests[1].headers["if-modified-since"] == "Wed, 19 Feb 2025 08:00:00 GMT")
    }
  }

  @Test func newBytesTakeThePlaceOfTheOld() async throws {
    let http = try ScriptedHTTP {
      .answer($0 < 3 ? 200 : 500, "\($0)", headers: ["ETag: \"\($0)\""])
    }
    defer { http.stop() }
    try await withFolder { folder in
      _ = try await Self.client(folder).fetch(Self.url(http))
      let second = try await Self.client(folder, now: Self.sunday).fetch(Self.url(http))
      #expect(second.bytes == Array("2".utf8))
      let third = try await Self.client(folder, now: Self.sunday).fetch(Self.url(http))
      #expect(third.bytes == Array("2".utf8))
      #expect(http.requests[2].headers["if-none-match"] == "\"2\"")
      #expect(
        third.warning?.reason
          == "could not be fetched (the server answered 500 (its own fault)); the copy of"
          + " 2025-02-23 is used")
      #expect(third.warning?.severity == .warning)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/feeds")
      #expect(files.count == 1)
      #expect(files.allSatisfy { $0.hasSuffix(".feed") })
    }
  }

  /// A 304 says that the copy is today's feed.
  @Test func aConfirmedCopyIsAsNewAsItsConfirmation() async throws {
    let http = try ScriptedHTTP { count in
      switch count {
      case 1: .answer(200, Self.feed, headers: ["ETag: \"a\""])
      case 2: .answer(304, "")
      default: .drop
      }
    }
    defer { http.stop() }
    try await withFolder { folder in
      _ = try await Self.client(folder).fetch(Self.url(http))
      _ = try await Self.client(folder, now: Self.sunday).fetch(Self.url(http))
      let third = try await Self.client(folder, now: Self.sunday).fetch(Self.url(http))
      #expect(third.warning?.reason.hasSuffix("the copy of 2025-02-23 is used") == true)
    }
  }

  @Test(arguments: [
    (
      HTTPStep.answer(500, ""), FeedError.Kind.status(500),
      "the server answered 500 (its own fault)" as String?
    ),
    (.answer(503, "busy"), .status(503), "the server answered 503 (its own fault)"),
    (
      .answer(404, "none"), .status(404), "the server answered 404 (not found); has the feed moved?"
    ),
    (.answer(410, ""), .status(410), "the server answered 410 (gone); has the feed moved?"),
    (.answer(403, ""), .status(403), "the server answered 403 (not for us)"),
    (
      .answer(429, ""), .status(429), "the server answered 429 (too many requests); ask less often"
    ),
    (.answer(304, ""), .status(304), "the server answered 304"),
    (.answer(200, ""), .empty, "the server answered with nothing"),
    (.answer(301, ""), .redirect, "the server answered 301 without saying where to"),
    (
      .answer(302, "", headers: ["Location: file:///etc/hostname"]), .redirect,
      "the server sends us on to 'file:///etc/hostname', expected a web address"
    ),
    (
      .answer(302, "", headers: ["Location: http://ana:pw@127.0.0.1/"]), .redirect,
      "the server sends us on to an address with a user name, expected a web address"
    ),
    (.drop, .unreachable, nil),
  ])
  func aFailureIsAnErrorOrAnOldCopy(
    step: HTTPStep, kind: FeedError.Kind, words: String?
  ) async throws {
    let http = try ScriptedHTTP { $0 == 2 ? .answer(200, Self.feed) : step }
    defer { http.stop() }
    try await withFolder { folder in
      let error = await Self.failure(Self.client(folder), Self.url(http))
      #expect(error?.kind == kind)
      if let words { #expect(error?.description == "\(Self.url(http)): \(words)") }
      #expect(error?.diagnostic.severity == .error)
      #expect(error?.diagnostic.path == Self.url(http))
      _ = try await Self.client(folder).fetch(Self.url(http))
      let kept = try await Self.client(folder, now: Self.sunday).fetch(Self.url(http))
      #expect(kept.bytes == Array(Self.feed.utf8))
      #expect(kept.warning?.reason.hasSuffix("the copy of 2025-02-20 is used") == true)
    }
  }

  @Test func aSilentServerIsNotWaitedForLong() async throws {
    let http = try ScriptedHTTP { _ in .silence }
    defer { http.stop() }
    try await withFolder { folder in
      let error = await Self.failure(
        Self.client(folder, timeouts: Self.quick), Self.url(http))
      #expect(error?.kind == .timedOut)
      #expect(error?.words == "the server took too long to answer")
    }
  }

  @Test func nobodyListens() async throws {
    let http = try ScriptedHTTP { _ in .drop }
    http.stop()
    try await withFolder { folder in
      let error = await Self.failure(Self.client(folder), Self.url(http))
      #expect(error?.kind == .unreachable)
    }
  }

  @Test func aNameThatNobodyHas() async throws {
    try await withFolder { folder in
      let error = await Self.failure(
        Self.client(folder), "http://no-such-host.invalid/feed?token=abc&n=1")
      #expect(error?.kind == .unreachable)
      #expect(error?.place == "http://no-such-host.invalid/feed?token=(hidden)&n=1")
      #expect(error?.description.contains("abc") == false)
    }
  }

  @Test func tlsThatIsNone() async throws {
    let server = try LoopbackServer { $0.write("HTTP/1.1 400 speak TLS\r\n\r\n") }
    defer { server.stop() }
    try await withFolder { folder in
      let error = await Self.failure(
        Self.client(folder), "https://127.0.0.1:\(server.port)/feed.xml")
      #expect(error?.kind == .tls)
    }
  }

  @Test func followsFiveRedirects() async throws {
    let http = try ScriptedHTTP { count in
      count <= 5
        ? .answer(301 + (count == 5 ? 7 : 0), "", headers: ["Location: /hop\(count)"])
        : .answer(200, Self.feed, headers: ["ETag: \"end\""])
    }
    defer { http.stop() }
    try await withFolder { folder in
      let fetched = try await Self.client(folder).fetch(Self.url(http))
      #expect(fetched.bytes == Array(Self.feed.utf8))
      #expect(http.requests.last?.line == "GET /hop5 HTTP/1.1")
      #expect(http.requests.count == 6)
    }
  }

  @Test func aRedirectLoopEnds() async throws {
    let http = try ScriptedHTTP { _ in .answer(302, "", headers: ["Location: /feed.xml"]) }
    defer { http.stop() }
    try await withFolder { folder in
      let error = await Self.failure(Self.client(folder), Self.url(http))
      #expect(error?.kind == .redirect)
      #expect(error?.words == "the server sends us on more than 5 times")
      #expect(http.requests.count == 6)
    }
  }

  @Test(arguments: [1_000, 1_001]) func theLimitIsExact(size: Int) async throws {
    let body = String(repeating: "x", count: size)
    let http = try ScriptedHTTP { _ in .answer(200, body) }
    defer { http.stop() }
    try await withFolder { folder in
      let client = Self.client(folder, limit: 1_000)
      let error = await Self.failure(client, Self.url(http))
      #expect(error?.kind == (size > 1_000 ? .tooLarge : nil))
      if size > 1_000 { #expect(error?.words == "the feed is larger than 1000 bytes") }
    }
  }

  /// `tidings ` a thousand times over, as gzip writes it.
  private static let packed = Data(
    base64Encoded:
      "H4sIAAAAAAAC/+3FsQkAMAgAsFd6nFBcXPR/PMRkyWRk/X5j27Zt27Zt27Zt2/bhF+tpR2RAHwAA")

  @Test func unpacksWhatIsPackedAndCountsItUnpacked() async throws {
    let packed = Array(try #require(Self.packed))
    let http = try ScriptedHTTP { _ in
      .bytes(200, packed, headers: ["Content-Encoding: gzip"])
    }
    defer { http.stop() }
    try await withFolder { folder in
      let fetched = try await Self.client(folder).fetch(Self.url(http))
      #expect(fetched.bytes == Array(String(repeating: "tidings ", count: 1_000).utf8))
      let error = await Self.failure(
        Self.client(folder + "/other", limit: 4_000), Self.url(http))
      #expect(error?.kind == .tooLarge)
    }
  }

  @Test(arguments: ["", "tidings feed 1\n", "tidings feed 1\n00\n0\n\n\n<rss/>"])
  func aDamagedCopyIsFetchedAnew(damage: String) async throws {
    let http = try ScriptedHTTP {
      .answer($0 == 3 ? 500 : 200, Self.feed, headers: ["ETag: \"a\""])
    }
    defer { http.stop() }
    try await withFolder { folder in
      _ = try await Self.client(folder).fetch(Self.url(http))
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: folder + "/feeds").first)
      let file = URL(filePath: "\(folder)/feeds/\(name)")
      try Data(damage.utf8).write(to: file)
      let again = try await Self.client(folder).fetch(Self.url(http))
      #expect(again.warning == nil)
      #expect(http.requests[1].headers["if-none-match"] == nil)
      // One letter of the body is enough.
      var bytes = try Data(contentsOf: file)
      bytes[bytes.count - 3] ^= 1
      try bytes.write(to: file)
      #expect(await Self.failure(Self.client(folder), Self.url(http))?.kind == .status(500))
    }
  }

  @Test func whatCannotBeKeptIsStillRead() async throws {
    let http = try ScriptedHTTP { _ in .answer(200, Self.feed) }
    defer { http.stop() }
    try await withFolder { folder in
      try Data().write(to: URL(filePath: folder + "/feeds"))
      let fetched = try await Self.client(folder).fetch(Self.url(http))
      #expect(fetched.bytes == Array(Self.feed.utf8))
      #expect(fetched.warning?.reason.hasPrefix("its copy cannot be kept") == true)
    }
  }

  @Test func aCancelledFetchEnds() async throws {
    let http = try ScriptedHTTP { _ in .silence }
    defer { http.stop() }
    try await withFolder { folder in
      let client = Self.client(folder)
      let url = Self.url(http)
      let task = Task { await Self.failure(client, url) }
      while http.requests.isEmpty { await Task.yield() }
      task.cancel()
      #expect(await task.value?.kind == .cancelled)
    }
  }

  @Test func aHeaderCannotBePlanted() async throws {
    let http = try ScriptedHTTP { count in
      .answer(200, Self.feed, headers: ["ETag: \"\u{7}x\"", "Last-Modified: \u{E9}t\u{E9}"])
    }
    defer { http.stop() }
    try await withFolder { folder in
      _ = try await Self.client(folder).fetch(Self.url(http))
      _ = try await Self.client(folder).fetch(Self.url(http))
      #expect(http.requests[1].headers["if-none-match"] == nil)
      #expect(http.requests[1].headers["if-modified-since"] == nil)
    }
  }

  @Test(arguments: [
    ("feed.xml", "feed.xml: is no web address; expected one such as https://blog.example/feed.xml"),
    (
      "ftp://blog.example/f",
      "ftp://blog.example/f: is no web address; expected one such as https://blog.example/feed.xml"
    ),
    (
      "https://ana:hunter2@blog.example/feed",
      "a feed's address: has a user name or password in it; leave them out: they would stand in"
        + " the configuration and in messages"
    ),
    (
      "http://blog.example/\u{1B}[2J",
      "http://blog.example/ [2J: is no web address; expected one such as"
        + " https://blog.example/feed.xml"
    ),
  ])
  func whatIsNoAddressIsRefused(text: String, words: String) async throws {
    try await withFolder { folder in
      let error = await Self.failure(Self.client(folder), text)
      #expect(error?.kind == .address)
      #expect(error?.description == words)
    }
  }

  @Test(arguments: [
    ("https://x.example/f?a=1&b=2", "https://x.example/f?a=1&b=2"),
    ("https://x.example/f?access_token=abc&b=2", "https://x.example/f?access_token=(hidden)&b=2"),
    ("https://x.example/f?API%4bey=abc", "https://x.example/f?API%4bey=(hidden)"),
    ("https://x.example/f?Secret=a#frag", "https://x.example/f?Secret=(hidden)"),
    ("https://x.example/f?password&auth=", "https://x.example/f?password&auth=(hidden)"),
    ("https://x.example/f#token=1", "https://x.example/f"),
  ])
  func hidesWhatLooksLikeASecret(url: String, shown: String) {
    #expect(FeedAddress.shown(url) == shown)
  }

  @Test(arguments: [
    ("https://x.example/", "http://x.example/", false),
    ("https://x.example/", "https://y.example/", true),
    ("http://x.example/", "https://x.example/", true),
    ("http://x.example/", "http://y.example/", true),
  ])
  func neverGoesOnFromHTTPSToHTTP(from: String, to: String, isAllowed: Bool) throws {
    let outcome = CurlOutcome(
      fault: nil, words: "", responseCode: 301, isHandedOver: true, isReused: false, body: [],
      retryAfter: 0, redirect: to, elapsed: .zero)
    let verdict = FeedVerdict(place: from, limit: 1)
    let target = try? verdict.redirect(outcome, from: FeedAddress(from))
    #expect(target?.url.text == (isAllowed ? to : nil))
  }
}
