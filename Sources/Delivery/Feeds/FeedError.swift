public import Tidings

/// Why a feed cannot be had.
public struct FeedError: Error, Sendable, Hashable {
  public let kind: Kind
  /// The feed's address, without what looks like a secret.
  public let place: String
  /// What happened; one printable line.
  public let words: String
  public let hint: String?

  init(_ kind: Kind, at place: String, _ words: String, hint: String? = nil) {
    self.kind = kind
    self.place = place
    self.words = words.printable()
    self.hint = hint
  }

  public enum Kind: Sendable, Hashable {
    /// What was given is no address that can be asked.
    case address
    /// No name, no connection, or a connection that broke.
    case unreachable
    case timedOut
    case tls
    /// The server answered with this status.
    case status(Int)
    case tooLarge
    case redirect
    case empty
    /// Something else came in its place, such as a web page.
    case notAFeed
    case cancelled
  }

  /// Whether the copy of an earlier run may stand in for it.
  var mayUseCopy: Bool {
    switch kind {
    case .address, .cancelled: false
    case .unreachable, .timedOut, .tls, .status, .tooLarge, .redirect, .empty, .notAFeed:
      true
    }
  }

  /// The same as a diagnostic of severity `error`.
  public var diagnostic: Diagnostic {
    Diagnostic(path: place, reason: reason, severity: .error)
  }

  private var reason: String { words + (hint.map { "; \($0)" } ?? "") }
}

extension FeedError: CustomStringConvertible {
  /// In full: `https://blog.example/feed: the server answered 410 (gone); …`.
  public var description: String { "\(place): \(reason)" }
}
