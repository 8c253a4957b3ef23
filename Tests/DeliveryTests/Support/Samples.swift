import Foundation

@testable import Delivery
@testable import Tidings

/// Readers and parcels that tests share.
enum Sample {
  static let sender = EmailAddress(local: "news", domain: "paper.example")

  static func address(_ local: String) -> EmailAddress {
    EmailAddress(local: local, domain: "reader.example")
  }

  static func recipient(_ local: String) -> Recipient {
    Recipient(mailbox: Mailbox(address: address(local)))
  }

  static func recipients(_ count: Int) -> [Recipient] {
    (0..<count).map { recipient("r\($0)") }
  }

  @Sendable static func parcel(for recipient: Recipient) -> Parcel {
    parcel(to: recipient.mailbox.address)
  }

  static func parcel(to address: EmailAddress, body: String = "Hello.\r\n") -> Parcel {
    Parcel(
      sender: sender, recipient: address, messageID: "\(address.local)@paper.example",
      bytes: Array("Subject: Issue 1\r\nTo: \(address.description)\r\n\r\n\(body)".utf8),
      content: Parcel.Content(
        from: "The Paper <news@paper.example>", to: address.description, subject: "Issue 1",
        text: "Hello.", html: "<p>Hello.</p>",
        headers: [Parcel.Header(name: "List-Unsubscribe", value: "<https://paper.example/u>")]))
  }
}

/// Runs `body` with a folder of its own, which is gone afterwards.
func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("tidings-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.path)
}

/// What `body` throws; a success is an issue of the calling test.
func failure(_ body: () async throws(DeliveryFailure) -> Receipt) async -> DeliveryFailure? {
  do throws(DeliveryFailure) {
    _ = try await body()
    return nil
  } catch {
    return error
  }
}
