public import Foundation

/// An edition that went out, or began to; times are kept to the millisecond.
public struct EditionRecord: Sendable, Hashable {
  public let id: String
  public let number: Int?
  /// Where the next edition's window begins.
  public let windowEnd: Date
  public let articles: [String]
  /// Nil until the first send.
  public let firstSent: Date?
  /// Nil until every reader has had an outcome.
  public let finished: Date?

  public init(
    id: String, number: Int?, windowEnd: Date, articles: [String], firstSent: Date? = nil,
    finished: Date? = nil
  ) {
    self.id = id
    self.number = number
    self.windowEnd = windowEnd
    self.articles = articles
    self.firstSent = firstSent
    self.finished = finished
  }
}
