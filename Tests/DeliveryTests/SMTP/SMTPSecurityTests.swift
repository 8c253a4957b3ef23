import LoopbackServers
import Testing
import Tidings

@testable import Delivery

@Suite struct SMTPSecurityTests {
  private func failureOf(
    _ script: SMTPScript, security: SMTPServer.Security, user: String? = nil,
    after check: (ScriptedSMTP) -> Void = { _ in }
  ) async throws -> DeliveryFailure? {
    let smtp = try ScriptedSMTP(script)
    defer { smtp.stop() }
    let transport = try SMTPTransport(
      SMTPServer(host: "127.0.0.1", port: smtp.port, security: security, user: user),
      password: user.map { _ in Secret("open sesame") }, timeouts: SMTPOutcomeTests.patient)
    let found = await failure { () async throws(DeliveryFailure) in
      try await transport.deliver(Sample.parcel(to: Sample.address("ana")))
    }
    check(smtp)
    await transport.close()
    return found
  }

  @Test(arguments: [([], "does not offer STARTTLS"), (["STARTTLS"], "")])
  func nothingGoesInTheClearWithoutSTARTTLS(extensions: [String], words: String) async throws {
    var script = SMTPScript()
    script.extensions = extensions
    let found = try await failureOf(script, security: .startTLS) { smtp in
      #expect(smtp.commands.allSatisfy { !$0.hasPrefix("MAIL") })
    }
    #expect(found?.kind == .fatal || found?.kind == .unavailable)
    #expect(found?.description.contains(words) == true)
  }

  @Test func implicitTLSWithAPlainServerFails() async throws {
    let found = try await failureOf(SMTPScript(), security: .implicitTLS) { smtp in
      #expect(smtp.mails.isEmpty)
    }
    #expect(found?.kind == .fatal || found?.kind == .unavailable)
    #expect(found?.hint?.contains("smtps:// is TLS from the first byte") == true)
  }

  @Test(arguments: ["PLAIN", "LOGIN", "PLAIN LOGIN"])
  func logsIn(mechanisms: String) async throws {
    var script = SMTPScript()
    script.extensions = ["AUTH \(mechanisms)"]
    let found = try await failureOf(script, security: .plaintext, user: "ana") { smtp in
      #expect(smtp.commands.contains { $0.hasPrefix("AUTH ") })
      #expect(smtp.mails.count == 1)
    }
    #expect(found == nil)
  }

  @Test func aServerWithoutAUTHGetsNoMessage() async throws {
    let found = try await failureOf(SMTPScript(), security: .plaintext, user: "ana") { smtp in
      #expect(smtp.mails.isEmpty)
      #expect(smtp.commands.allSatisfy { !$0.hasPrefix("RCPT") })
    }
    #expect(found?.kind == .fatal || found?.kind == .unavailable)
    #expect(
      found?.words == "cannot log in: the server offers no AUTH "
        + "(it offers: TEST.EXAMPLE, PIPELINING, 8BITMIME)")
  }

  @Test(arguments: [
    (Step.reply("535 5.7.8 wrong"), DeliveryFailure.Kind.fatal),
    (Step.reply("454 4.7.0 not now"), .unavailable), (Step.drop, .unavailable),
  ])
  func aRefusedLoginStopsTheRun(login: Step, kind: DeliveryFailure.Kind) async throws {
    var script = SMTPScript()
    script.extensions = ["AUTH PLAIN"]
    script.login = login
    let found = try await failureOf(script, security: .plaintext, user: "ana") { smtp in
      #expect(smtp.commands.allSatisfy { !$0.hasPrefix("MAIL") })
    }
    #expect(found?.kind == kind)
    #expect(found?.description.contains("sesame") == false)
  }

  @Test func whatCannotWorkIsRefusedBeforeConnecting() {
    let far = SMTPServer(host: "mail.example", port: 25, security: .plaintext)
    #expect(throws: DeliveryFailure.self) { try SMTPTransport(far) }
    #expect(throws: Never.self) { try SMTPTransport(far, allowsPlaintext: true) }
    let user = SMTPServer(host: "mail.example", port: 587, security: .startTLS, user: "ana")
    #expect(throws: DeliveryFailure.self) { try SMTPTransport(user) }
    #expect(throws: DeliveryFailure.self) {
      try SMTPTransport(user, password: Secret("two\nlines"))
    }
    let odd = SMTPServer(host: "mail.example/\r\n", port: 587, security: .startTLS)
    #expect(throws: DeliveryFailure.self) { try SMTPTransport(odd) }
  }

  @Test(arguments: [
    ("localhost", true), ("LOCALHOST", true), ("127.0.0.1", true), ("127.9.8.7", true),
    ("::1", true), ("127.0.0.1.evil.example", false), ("127.evil.example", false),
    ("localhost.evil.example", false), ("128.0.0.1", false), ("127.0.0", false),
    ("127.0.0.256", false), ("127.0.0.+1", false), ("::2", false), ("", false),
  ])
  func loopback(host: String, isLoopback: Bool) {
    #expect(Loopback.contains(host) == isLoopback)
  }
}
