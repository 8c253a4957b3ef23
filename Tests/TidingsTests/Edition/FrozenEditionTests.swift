import Foundation
import Testing

@testable import Tidings

@Suite struct FrozenEditionTests {
  /// What the outbox gives back for a composition.
  static func frozen(_ composed: Composer.Composition) throws -> FrozenEdition {
    let folder = try TemporaryFolder()
    let outbox = Outbox(path: folder.path)
    _ = try outbox.write(composed)
    return try outbox.load("latest")
  }

  @Test func itsMessageIsWhatWasComposed() async throws {
    let composed = try await Editions.sample()
    let message = try Self.frozen(composed).message()
    let reader = try SampleReader.recipient(for: message)
    #expect(try MessageEncoder(message).bytes(for: reader) == composed.bytes("message.eml"))
  }

  @Test(arguments: [
    "Plain", "Größe, und \"mehr\" <x>", "日本語ニュース", "O'Neill & Söhne; (Ltd.)", "a\\b",
    "=?utf-8?Q?x?=",
  ])
  func namesComeBackAsTheyWere(name: String) throws {
    let mailbox = try Mailbox(name: name, address: EmailAddress("letters@openweights.example.org"))
    let newsletter = Newsletter(
      name: name, from: mailbox, replyTo: mailbox,
      zone: try #require(TimeZone(secondsFromGMT: -12_600)), unsubscribe: Editions.unsubscribe)
    let composed = try Editions.composition(of: [Editions.article(name)], newsletter: newsletter)
    let message = try Self.frozen(composed).message()
    #expect(message.from == mailbox)
    #expect(message.replyTo == mailbox)
    #expect(message.listName == name)
    let reader = try SampleReader.recipient(for: message)
    #expect(try MessageEncoder(message).bytes(for: reader) == composed.bytes("message.eml"))
  }

  @Test func withoutASenderItCanStillBeLookedAt() throws {
    let composed = try Editions.composition(
      of: [Editions.article()], newsletter: Newsletter(name: "Notes"))
    let message = try Self.frozen(composed).message()
    #expect(message.from.description == "Notes <newsletter@example.invalid>")
    #expect(message.unsubscribe == nil)
    #expect(
      try composed.text("message.eml").hasPrefix("From: Notes <newsletter@example.invalid>\r\n"))
  }

  @Test func readersGetTheirOwnWords() throws {
    let composed = try Editions.composition(of: [Editions.article()])
    let message = try Self.frozen(composed).message()
    let reader = Recipient(mailbox: try Mailbox(parsing: "ann+a@x.example"))
    let link = "https://openweights.example.org/leave?reader=ann%2Ba%40x.example"
    let text = try message.text.filled(for: reader, unsubscribe: message.unsubscribe)
    let sample = "https://openweights.example.org/leave?reader=reader%40example.net"
    #expect(text == (try composed.text("digest.txt")).replacing(sample, with: link))
    let html = try message.html.filled(for: reader, unsubscribe: message.unsubscribe)
    #expect(html == (try composed.text("digest.html")).replacing(sample, with: link))
  }
}
