/// What became of one run, reader by reader in numbers.
public struct DeliveryReport: Sendable, Hashable {
  public internal(set) var counts = Counts()
  /// Who was not reached, and why; at most `CourierOptions.mostFailures` of them.
  public internal(set) var failures: [Failure] = []
  /// How many failures are not in `failures`; the ledger has them all.
  public internal(set) var furtherFailures = 0
  /// What ended the run before its time.
  public internal(set) var stop: Stop?

  /// Each entry of the list is counted once, so that these add up to `seen`.
  public struct Counts: Sendable, Hashable, Codable {
    public internal(set) var accepted = 0
    /// Accepted by an earlier run.
    public internal(set) var alreadySent = 0
    /// By this run, or by an earlier one whose word stands.
    public internal(set) var refused = 0
    public internal(set) var deferred = 0
    /// By this run, or by an earlier one and not tried again.
    public internal(set) var unknown = 0
    /// Named again by the list, and served where they were named first.
    public internal(set) var duplicates = 0
    /// Not readable, or without a message.
    public internal(set) var skipped = 0
    /// The run ended before it came to them.
    public internal(set) var notTried = 0

    public var seen: Int {
      accepted + alreadySent + refused + deferred + unknown + duplicates + skipped + notTried
    }
  }

  /// One entry of the list that came to nothing.
  public struct Failure: Sendable, Hashable, Codable {
    /// The reader, or the line of the list that names none.
    public let address: String
    public let kind: Kind
    /// One printable line.
    public let words: String

    public enum Kind: String, Sendable, Hashable, Codable {
      case refused
      case deferred
      case unknown
      /// The list names this address more than once.
      case duplicate
      /// The line of the list cannot be used.
      case unreadable
      /// No message could be made for this reader.
      case notComposed
    }
  }

  public enum Stop: Sendable, Hashable {
    /// No reader can be served.
    case failure(DeliveryFailure)
    /// The rest of the list cannot be read.
    case list(RecipientListError)
    case cancelled
  }

  /// Everybody has the edition who should.
  public var isComplete: Bool {
    stop == nil && counts.seen == counts.accepted + counts.alreadySent + counts.duplicates
  }
}

extension DeliveryReport.Stop: CustomStringConvertible {
  public var description: String {
    switch self {
    case .failure(let failure): failure.description
    case .list(let error): error.description
    case .cancelled: "stopped on request; another run goes on from here"
    }
  }
}
