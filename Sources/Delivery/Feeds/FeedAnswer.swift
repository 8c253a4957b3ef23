import Foundation
import Synchronization

/// What came of asking for a feed once.
struct FeedAnswer: Sendable {
  let outcome: CurlOutcome
  let validators: Validators
}

/// What a server knows a version of a feed by (RFC 9110 8.8), letter for letter.
struct Validators: Sendable, Hashable {
  var entityTag: String?
  var lastModified: String?

  /// The request's fields that ask for anything newer (RFC 9110 13.1).
  var headers: [String] {
    [
      entityTag.map { "If-None-Match: \($0)" }, lastModified.map { "If-Modified-Since: \($0)" },
    ].compactMap(\.self)
  }
}

/// Raised from another thread to end a transfer.
final class CancelFlag: Sendable {
  private let isRaised = Atomic(false)

  func raise() { isRaised.store(true, ordering: .relaxed) }

  var isUp: Bool { isRaised.load(ordering: .relaxed) }
}

/// Picks the validators out of an answer's head.
final class ValidatorWatch: CurlListener {
  private(set) var validators = Validators()
  private let flag: CancelFlag

  init(flag: CancelFlag) {
    self.flag = flag
  }

  var isCancelled: Bool { flag.isUp }

  func sent(_ text: String) {}

  func received(_ line: String) -> Bool {
    // An interim answer (RFC 9110 15.2) has a head of its own.
    if line.hasPrefix("HTTP/") { validators = Validators() }
    guard let colon = line.firstIndex(of: ":") else { return true }
    let value = Self.safe(line[line.index(after: colon)...])
    switch line[..<colon].lowercased() {
    case "etag": validators.entityTag = value
    case "last-modified": validators.lastModified = value
    default: break
    }
    return true
  }

  /// Nil for what could not be sent back as one header field.
  private static func safe(_ text: Substring) -> String? {
    let value = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let isPlain = value.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    return isPlain && (1...512).contains(value.utf8.count) ? value : nil
  }
}
