public import Foundation

/// What is known of one edition's way to one reader.
public struct LedgerEntry: Sendable, Hashable {
  /// As the list spelled it; the ledger itself compares in lower case.
  public let address: String
  public let state: State
  /// How often it was handed to a transport.
  public let attempts: Int
  public let transport: String
  public let messageID: String
  public let code: Int?
  /// The other side's own words, or what is known instead.
  public let words: String
  /// When the state was last changed.
  public let time: Date

  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// On the wire, or about to be; after a crash it is `unknown`.
    case intended
    case accepted
    case refused
    case deferred
    case unknown
  }
}

/// How many readers of an edition are in each state.
public struct LedgerTally: Sendable, Hashable {
  private let counts: [LedgerEntry.State: Int]

  init(_ counts: [LedgerEntry.State: Int]) {
    self.counts = counts
  }

  public subscript(state: LedgerEntry.State) -> Int { counts[state] ?? 0 }

  public var total: Int { counts.values.reduce(0, +) }

  /// How many have it, or may have it.
  public var reached: Int { self[.intended] + self[.accepted] + self[.unknown] }
}
