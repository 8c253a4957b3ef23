import LoopbackServers
import Testing
import Tidings

@testable import Delivery

@Suite struct PostmarkTransportTests {
  static let patient = Timeouts(connect: .seconds(20), reply: .seconds(30))
  static let quick = Timeouts(connect: .seconds(1), reply: .seconds(1))
  static let accepted =
    #"{"To":"x","SubmittedAt":"y","MessageID":"b7bc-01","ErrorCode":0,"Message":"OK"}"#

  static func transport(to port: Int, timeouts: Timeouts = patient) throws -> PostmarkTransport {
    try PostmarkTransport(
      token: Secret("top-secret-token"), base: "http://127.0.0.1:\(port)", timeouts: timeouts,
      width: 1)
  }

  @Test func sendsWhatPostmarkAsksFor() async throws {
    let http = try ScriptedHTTP { _ in .answer(200, Self.accepted) }
    defer { http.stop() }
    let transport = try Self.transport(to: http.port)
    let receipt = try await transport.deliver(Sample.parcel(to: Sample.address("ana")))
    #expect(receipt == Receipt(code: 200, words: "200 OK MessageID b7bc-01"))
    let request = try #require(http.requests.first)
    #expect(request.line == "POST /email HTTP/1.1")
    #expect(request.headers["x-postmark-server-token"] == "top-secret-token")
    #expect(request.headers["content-type"] == "application/json")
    #expect(request.headers["expect"] == nil)
    let json = request.json
    #expect(json["From"] as? String == "The Paper <news@paper.example>")
    #expect(json["To"] as? String == "ana@reader.example")
    #expect(json["ReplyTo"] == nil)
    #expect(json["Subject"] as? String == "Issue 1")
    #expect(json["TextBody"] as? String == "Hello.")
    #expect(json["HtmlBody"] as? String == "<p>Hello.</p>")
    #expect(json["MessageStream"] as? String == "broadcast")
    #expect(
      json["Headers"] as? [[String: String]] == [
        ["Name": "List-Unsubscribe", "Value": "<https://paper.example/u>"],
        ["Name": "Message-ID", "Value": "<ana@paper.example>"],
        ["Name": "X-PM-KeepID", "Value": "true"],
      ])
    await transport.close()
  }

  @Test func sendsWhatTravelsAlong() async throws {
    let http = try ScriptedHTTP { _ in .answer(200, Self.accepted) }
    defer { http.stop() }
    let transport = try Self.transport(to: http.port)
    let bare = Sample.parcel(to: Sample.address("ana"))
    let content = try #require(bare.content)
    let parcel = Parcel(
      sender: bare.sender, recipient: bare.recipient, messageID: bare.messageID, bytes: bare.bytes,
      content: Parcel.Content(
        from: content.from, to: content.to, subject: content.subject, text: content.text,
        html: "<img src=\"cid:c1@paper.example\">",
        enclosures: [
          Enclosure(
            picture: "a.png", format: .png, bytes: [0xFF, 0xFE], contentID: "c1@paper.example"),
          Enclosure(name: "Größe.pdf", bytes: Array("paper".utf8)),
        ]))
    _ = try await transport.deliver(parcel)
    #expect(
      try #require(http.requests.first).json["Attachments"] as? [[String: String]] == [
        [
          "Name": "a.png", "Content": "//4=", "ContentType": "image/png",
          "ContentID": "cid:c1@paper.example",
        ], ["Name": "Größe.pdf", "Content": "cGFwZXI=", "ContentType": "application/pdf"],
      ])
    await transport.close()
  }

  @Test(arguments: [
    (422, #"{"ErrorCode":406,"Message":"inactive recipient"}"#, DeliveryFailure.Kind.refused),
    (422, #"{"ErrorCode":300,"Message":"invalid 'To'"}"#, .refused),
    (422, #"{"ErrorCode":400,"Message":"sender unknown"}"#, .fatal),
    (422, "not JSON", .fatal), (401, #"{"ErrorCode":10,"Message":"bad token"}"#, .fatal),
    (403, "", .fatal), (404, "", .fatal), (302, "", .fatal), (429, "slow down", .deferred),
    (500, "", .deferred), (503, "", .deferred), (504, "", .unknown), (200, "<html>", .unknown),
    (200, #"{"ErrorCode":406,"Message":"no"}"#, .refused), (413, "", .refused),
  ])
  func tellsWhatBecameOfIt(status: Int, body: String, kind: DeliveryFailure.Kind) async throws {
    let http = try ScriptedHTTP { _ in .answer(status, body) }
    defer { http.stop() }
    let transport = try Self.transport(to: http.port)
    let found = await failure { () async throws(DeliveryFailure) in
      try await transport.deliver(Sample.parcel(to: Sample.address("ana")))
    }
    #expect(found?.kind == kind)
    #expect(found?.code == status)
    #expect(found?.description.contains("top-secret-token") == false)
    await transport.close()
  }

  @Test(arguments: [
    ("7", Duration.seconds(7)), ("999999", .seconds(3_600)), ("-3", nil), ("x", nil),
  ])
  func heedsRetryAfter(value: String, wait: Duration?) async throws {
    let http = try ScriptedHTTP { _ in .answer(429, "{}", headers: ["Retry-After: \(value)"]) }
    defer { http.stop() }
    let transport = try Self.transport(to: http.port)
    let found = await failure { () async throws(DeliveryFailure) in
      try await transport.deliver(Sample.parcel(to: Sample.address("ana")))
    }
    #expect(found?.kind == .deferred)
    #expect(found?.retryAfter == wait)
    await transport.close()
  }

  @Test(arguments: [HTTPStep.drop, .silence])
  func noAnswerToASentRequestIsUnknown(step: HTTPStep) async throws {
    let http = try ScriptedHTTP { _ in step }
    defer { http.stop() }
    let transport = try Self.transport(to: http.port, timeouts: Self.quick)
    let found = await failure { () async throws(DeliveryFailure) in
      try await transport.deliver(Sample.parcel(to: Sample.address("ana")))
    }
    #expect(found?.kind == .unknown)
    #expect(http.requests.count == 1)
    await transport.close()
  }

  /// HTTP clients like to repeat a request when a kept connection breaks: here that would double.
  @Test func aBrokenKeptConnectionIsNotTriedAgain() async throws {
    let http = try ScriptedHTTP { $0 == 1 ? .answer(200, Self.accepted) : .drop }
    defer { http.stop() }
    let transport = try Self.transport(to: http.port)
    _ = try await transport.deliver(Sample.parcel(to: Sample.address("ana")))
    let found = await failure { () async throws(DeliveryFailure) in
      try await transport.deliver(Sample.parcel(to: Sample.address("bo")))
    }
    #expect(found?.kind == .unknown)
    #expect(http.requests.count == 2)
    await transport.close()
  }

  @Test func nobodyListens() async throws {
    let http = try ScriptedHTTP { _ in .drop }
    http.stop()
    let transport = try Self.transport(to: http.port)
    let found = await failure { () async throws(DeliveryFailure) in
      try await transport.deliver(Sample.parcel(to: Sample.address("ana")))
    }
    #expect(found?.kind == .unavailable)
  }

  @Test func refusesWhatCouldInjectAHeader() async throws {
    let http = try ScriptedHTTP { _ in .answer(200, Self.accepted) }
    defer { http.stop() }
    let transport = try Self.transport(to: http.port)
    let content = Parcel.Content(
      from: "a@paper.example", to: "x@reader.example", subject: "hi\r\nBcc: all@x.example",
      text: "", html: "")
    let parcel = Parcel(
      sender: Sample.sender, recipient: Sample.address("ana"), messageID: "1", bytes: [],
      content: content)
    let found = await failure { () async throws(DeliveryFailure) in
      try await transport.deliver(parcel)
    }
    #expect(found?.kind == .refused)
    #expect(found?.words == "'Subject' has a control character")
    #expect(http.requests.isEmpty)
  }

  @Test(arguments: [
    ("http://api.example", "token"), ("http://127.0.0.1.evil.example", "token"),
    ("ftp://127.0.0.1", "token"), ("https://x.example?a=b", "token"),
    ("https://a:b@x.example", "token"), ("https://x.example", ""),
    ("https://x.example", "two\r\nlines"),
  ])
  func whatCannotWorkIsRefusedBeforeConnecting(base: String, token: String) {
    #expect(throws: DeliveryFailure.self) {
      try PostmarkTransport(token: Secret(token), base: base)
    }
  }
}
