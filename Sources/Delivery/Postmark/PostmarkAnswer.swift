import Foundation

/// The body of Postmark's answer, for a success and for an error alike.
struct PostmarkAnswer: Decodable {
  let errorCode: Int
  let message: String
  let messageID: String?

  private enum CodingKeys: String, CodingKey {
    case errorCode = "ErrorCode"
    case message = "Message"
    case messageID = "MessageID"
  }

  /// Nil when `body` is none of Postmark's.
  init?(_ body: [UInt8]) {
    guard let answer = try? JSONDecoder().decode(Self.self, from: Data(body)) else { return nil }
    self = answer
  }
}
