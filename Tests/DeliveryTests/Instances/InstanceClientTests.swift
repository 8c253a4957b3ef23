import Foundation
import LoopbackServers
import Testing
import Tidings

@testable import Delivery

/// What a server of Mastodon's says of its posts.
@Suite struct InstanceClientTests {
  static let now = Date(timeIntervalSince1970: 1_740_819_600)

  private static func ask(
    _ answer: @escaping @Sendable (String) -> HTTPStep
  ) async throws -> (limits: Result<InstanceLimits, InstanceError>, paths: [String], port: Int) {
    let server = try ScriptedHTTP(answering: { request, _ in
      answer(String(request.line.split(separator: " ").dropFirst().first ?? ""))
    })
    defer { server.stop() }
    let client = InstanceClient(timeouts: Timeouts(connect: .seconds(5), reply: .seconds(5)))
    let name = try InstanceName("127.0.0.1:\(server.port)")
    let result: Result<InstanceLimits, InstanceError>
    do throws(InstanceError) {
      result = .success(try await client.limits(of: name, now: now))
    } catch {
      result = .failure(error)
    }
    await client.close()
    let paths = server.requests.map {
      String($0.line.split(separator: " ").dropFirst().first ?? "")
    }
    return (result, paths, server.port)
  }

  private static let new = """
    {"domain":"m.example","configuration":{"statuses":{"max_characters":5000,
    "characters_reserved_per_url":42,"max_media_attachments":4}},"rules":[]}
    """

  @Test func theNewerDescriptionIsEnough() async throws {
    let (limits, paths, port) = try await Self.ask { _ in .answer(200, Self.new) }
    #expect(
      try limits.get()
        == InstanceLimits(
          instance: "127.0.0.1:\(port)", maxCharacters: 5_000, charactersPerLink: 42,
          asked: "2025-03-01T09:00:00Z"))
    #expect(paths == ["/api/v2/instance"])
  }

  /// Of pictures what can be meant is kept, and nothing of it keeps a post's length back.
  @Test(
    arguments: [
      (
        #"{"description_limit":420,"image_size_limit":8,"supported_mime_types":["image/png"]}"#,
        (8, 420, ["image/png"])
      ),
      (#"{"image_size_limit":8388608}"#, (8_388_608, nil, nil)),
      (#"{"description_limit":0,"image_size_limit":-1,"supported_mime_types":[]}"#, nil),
      (#"{"description_limit":99999999,"image_size_limit":9999999999999}"#, nil),
      (#"{"description_limit":"many","image_size_limit":1e99,"supported_mime_types":"a"}"#, nil),
      (
        #"{"description_limit":7,"supported_mime_types":["video/mp4","image/a b","image/webp"]}"#,
        (nil, 7, ["image/webp"])
      ),
      (#"{"supported_mime_types":["video/mp4"]}"#, nil), ("{}", nil), ("[]", nil), ("7", nil),
      ("null", nil),
    ] as [(String, (Int?, Int?, [String]?)?)])
  func whatItTakesOfPictures(
    media: String, pictures: (bytes: Int?, description: Int?, types: [String]?)?
  ) async throws {
    let (limits, _, _) = try await Self.ask { _ in
      .answer(
        200,
        #"{"configuration":{"statuses":{"max_characters":900},"media_attachments":\#(media)}}"#)
    }
    let found = try limits.get()
    #expect(found.maxCharacters == 900)
    #expect((found.pictures == nil) == (pictures == nil))
    #expect(found.pictures?.imageSizeLimit == pictures?.bytes)
    #expect(found.pictures?.descriptionLimit == pictures?.description)
    #expect(found.pictures?.supportedMimeTypes == pictures?.types)
    #expect(found.network.pictures?.bytes == pictures?.bytes ?? 16_777_216)
    #expect(found.network.pictures?.alt == pictures?.description ?? 1_500)
  }

  /// What the older description says, with the newer one absent or silent.
  @Test(arguments: [
    (404, "", #"{"configuration":{"statuses":{"max_characters":777}}}"#, 777, 23),
    (200, "{}", #"{"max_toot_chars":1234}"#, 1_234, 23),
    (200, "<html>", #"{"uri":"m.example"}"#, 500, 23),
    (
      401, "no", #"{"configuration":{"statuses":{"characters_reserved_per_url":30}}}"#, 500, 30
    ),
  ])
  func theOlderDescriptionStandsIn(
    status: Int, newer: String, older: String, characters: Int, perLink: Int
  ) async throws {
    let (limits, paths, _) = try await Self.ask {
      $0 == "/api/v2/instance" ? .answer(status, newer) : .answer(200, older)
    }
    #expect(try limits.get().maxCharacters == characters)
    #expect(try limits.get().charactersPerLink == perLink)
    #expect(paths == ["/api/v2/instance", "/api/v1/instance"])
  }

  @Test(arguments: [
    (503, "", "/api/v1/instance answered 503; is it a server of Mastodon's?"),
    (200, "hello", "/api/v1/instance does not answer as a server of Mastodon's does"),
    (200, #"{"max_toot_chars":0}"#, " says that a post has no sound limit"),
    (200, #"{"max_toot_chars":99999999}"#, " says that a post has no sound limit"),
    (
      200, #"{"configuration":{"statuses":{"characters_reserved_per_url":-1}}}"#,
      " says that a post has no sound limit"
    ),
    (200, String(repeating: "[", count: 100_000), "does not answer as a server of Mastodon's does"),
    (200, String(repeating: " ", count: 2 << 20), "answers with more than 1 MB"),
  ])
  func whatIsOfNoUseIsAnError(status: Int, body: String, words: String) async throws {
    let (limits, _, _) = try await Self.ask { _ in .answer(status, body) }
    let error = #expect(throws: InstanceError.self) { try limits.get() }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  @Test func aServerElsewhereIsNotFollowed() async throws {
    let (limits, paths, _) = try await Self.ask { _ in
      .answer(301, "", headers: ["Location: https://other.example/\u{1B}[2J"])
    }
    let error = #expect(throws: InstanceError.self) { try limits.get() }
    #expect(error?.description.contains("sends us on to https://other.example/") == true)
    #expect(error?.description.contains("\u{1B}") == false)
    #expect(paths.count == 2)
  }

  @Test func noServerIsAnErrorAtOnce() async throws {
    let server = try ScriptedHTTP { _ in .drop }
    let name = try InstanceName("127.0.0.1:\(server.port)")
    server.stop()
    await #expect(throws: InstanceError.self) {
      _ = try await InstanceClient().limits(of: name, now: Self.now)
    }
  }

  @Test(arguments: [
    ("mastodon.social", "https://mastodon.social"), ("Mastodon.Social", "https://mastodon.social"),
    ("m.example:8443", "https://m.example:8443"), ("localhost:80", "http://localhost:80"),
    ("127.0.0.1:8080", "http://127.0.0.1:8080"), ("münchen.social", "https://münchen.social"),
  ])
  func aServerIsAHost(text: String, address: String) throws {
    #expect(try InstanceName(text).address == address)
  }

  @Test(arguments: [
    "", "https://m.example", "m.example/", "a@m.example", "..", ".m.example", "m.example:", "m:x",
    "m.example:0", "m.example:99999", "-m.example", "m example", "m.example\r\nX: y", "m?x",
    "../../etc", String(repeating: "a", count: 300),
  ])
  func whatIsNoHostIsRefused(text: String) {
    let error = #expect(throws: InstanceError.self) { try InstanceName(text) }
    #expect(error?.hint == "expected a host such as mastodon.social")
  }

  @Test func theFormatsAreThoseThatItNames() {
    func formats(_ types: [String]?) -> Set<PictureFacts.Format>? {
      InstanceLimits(
        instance: "m.example", maxCharacters: 500, charactersPerLink: 23,
        pictures: InstancePictures(
          imageSizeLimit: 1, descriptionLimit: nil, supportedMimeTypes: types), asked: "2025"
      ).network.pictures?.formats
    }
    #expect(formats(["image/png", "image/heic", "image/gif"]) == [.png, .gif])
    // One that we know of must be among them.
    #expect(formats(["image/heic"]) == [.png, .jpeg, .gif, .webp])
    #expect(formats(nil) == [.png, .jpeg, .gif, .webp])
  }

  @Test func theAnswerIsKept() async throws {
    try await withFolder { folder in
      let cache = InstanceCache(folder: folder + "/a/instances")
      let name = try InstanceName("m.example")
      #expect(cache.limits(of: name) == nil)
      for limit in [1_000, 2_000] {
        let limits = InstanceLimits(
          instance: "m.example", maxCharacters: limit, charactersPerLink: 23,
          pictures: InstancePictures(
            imageSizeLimit: limit, descriptionLimit: 9, supportedMimeTypes: ["image/png"]),
          asked: "2025")
        try cache.keep(limits, of: name)
        #expect(cache.limits(of: name) == limits)
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: cache.folder)
      #expect(names == ["m.example.json"])
      #expect(cache.limits(of: try InstanceName("other.example")) == nil)
      let kept = #"{"instance":"m.example","maxCharacters":7,"charactersPerLink":23,"asked":"2025""#
      try Data((kept + "}").utf8).write(to: URL(filePath: cache.folder + "/m.example.json"))
      #expect(cache.limits(of: name)?.maxCharacters == 7)
      #expect(cache.limits(of: name)?.pictures == nil)
      for damaged in [
        "", "{", #"{"instance":"m.example","maxCharacters":-1}"#,
        kept + #","pictures":{"imageSizeLimit":-1}}"#, kept + #","pictures":7}"#,
        kept + #","pictures":{"supportedMimeTypes":["image/\u001b[2J"]}}"#,
      ] {
        try Data(damaged.utf8).write(to: URL(filePath: cache.folder + "/m.example.json"))
        #expect(cache.limits(of: name) == nil)
      }
    }
  }
}
