public import Foundation

/// What was posted, by article and network.
public struct Postings: Sendable, Hashable {
  private let known: [Place: Posting]
  /// The latest on each network.
  private let last: [String: Posting]

  private struct Place: Sendable, Hashable {
    let article: String
    let network: String
  }

  public static let none = Postings([])

  /// Of two about the same article on the same network, the later one counts.
  public init(_ postings: [Posting]) {
    var known: [Place: Posting] = [:]
    var last: [String: Posting] = [:]
    for posting in postings.sorted(by: Self.precedes) {
      known[Place(article: posting.article, network: posting.network)] = posting
      last[posting.network] = posting
    }
    self.known = known
    self.last = last
  }

  private static func precedes(_ one: Posting, _ other: Posting) -> Bool {
    (one.time, one.network, one.article) < (other.time, other.network, other.article)
  }

  /// `snippet` beside what is known of it, with times on the clocks of `zone`.
  public func noting(_ snippet: Snippet, zone: TimeZone) -> NotedSnippet {
    func moment(_ date: Date) -> Moment {
      Moment(instant: date, offset: zone.secondsFromGMT(for: date), hasTime: true)
    }
    let posting = known[Place(article: snippet.article, network: snippet.network)]
    var repeats: [String] = []
    if let last = last[snippet.network], last.isOf(snippet) {
      let title = Network.title(of: snippet.network)
      repeats.append(
        Network.all.contains { $0.id == snippet.network && $0.refusesRepeats }
          ? "\(title) refuses a text equal to the last post"
          : "the same text was posted on \(title) on \(moment(last.time).day)")
    }
    return NotedSnippet(
      snippet, posted: posting.map { .init($0, time: moment($0.time)) }, further: repeats)
  }
}

extension Network {
  /// What a reader calls the network of that id; the id for one that this version does not know.
  static func title(of id: String) -> String { all.first { $0.id == id }?.title ?? id }
}
