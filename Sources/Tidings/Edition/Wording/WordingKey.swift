extension Wording {
  /// One fixed string, by the name that settings and templates know it by.
  enum Key: String, CaseIterable {
    case readMore
    /// The same for those who see no more than the link.
    case readMoreTitle
    case contents
    case also
    case links
    case otherArticles
    case subscribed
    case unsubscribe
    /// The same above an address, in plain text.
    case unsubscribeLine
    case readingTime
    case edition
    case origin
    case subject
    case picture
    case struckOut
    /// Twelve, with commas between.
    case months
    case date
    /// The first of a month, where it is not written as the other days are.
    case firstDate
    case monthDate

    /// What a text may have places for.
    var places: [String] {
      switch self {
      case .readMore, .contents, .also, .links, .otherArticles, .subscribed, .unsubscribe,
        .months:
        []
      case .unsubscribeLine: ["unsubscribe"]
      case .readMoreTitle: ["readMore", "title"]
      case .readingTime: ["count"]
      case .edition: ["number", "date"]
      case .origin: ["author", "site", "date"]
      case .subject: ["name", "lead", "count"]
      case .picture, .struckOut: ["text"]
      case .date, .firstDate: ["day", "month", "year"]
      case .monthDate: ["month", "year"]
      }
    }

    /// It has forms for different numbers, such as `readingTimeOne`.
    var isCounted: Bool { self == .readingTime || self == .subject }

    /// Those that stand in a template, as they are or with others in them.
    static let shown = allCases.filter {
      $0 == .unsubscribeLine || $0.places.isEmpty && $0 != .months
    }

    /// Every name that a text may have.
    static let names = allCases.flatMap { key in
      key.isCounted
        ? [key.rawValue]
          + PluralRule.Form.allCases.map(\.suffix).filter { !$0.isEmpty }
          .map { key.rawValue + $0 }
        : [key.rawValue]
    }

    /// The key's name without the form's.
    static func base(_ name: String) -> String {
      let key = allCases.first { key in
        key.isCounted
          && PluralRule.Form.allCases.contains { key.rawValue + $0.suffix == name }
      }
      return key?.rawValue ?? name
    }

    /// - Throws: `WordingError` for a text that cannot stand in its place.
    static func check(_ text: String, named name: String) throws(WordingError) {
      guard names.contains(name), let key = Key(rawValue: base(name)) else {
        throw WordingError(key: name, kind: .unknownKey)
      }
      guard !text.oneLine.isEmpty, !text.unicodeScalars.contains(where: CleanText.isRefused) else {
        throw WordingError(key: name, kind: .noLine)
      }
      let unknown = Phrase(text).places.first { !key.places.contains($0) }
      if let unknown {
        throw WordingError(key: name, kind: .unknownPlace(unknown, places: key.places))
      }
      if key == .months, Wording.months(in: text).count != 12 {
        throw WordingError(key: name, kind: .months(Wording.months(in: text).count))
      }
    }
  }
}

/// A text of the user's own that cannot be used.
public struct WordingError: Error, Hashable {
  public let key: String
  public let kind: Kind

  /// What is wrong with it.
  public enum Kind: Sendable, Hashable {
    case unknownKey
    case noLine
    case unknownPlace(String, places: [String])
    case months(Int)
  }
}

extension WordingError: CustomStringConvertible {
  public var description: String {
    switch kind {
    case .unknownKey:
      let near = Likeness.nearest(to: key, among: Wording.Key.names)
      return "unknown key '\(key.oneLine)'"
        + (near.map { ", did you mean '\($0)'?" }
          ?? ", expected \(Wording.Key.allCases.map(\.rawValue).joined(separator: ", "))")
    case .noLine: return "expected one line of text"
    case .unknownPlace(let place, let places):
      let expected = places.map { "{\($0)}" }.joined(separator: ", ")
      return "unknown place '{\(place.oneLine)}', expected "
        + (places.isEmpty ? "a text without braces" : expected)
    case .months(let count):
      return "\(count) \(count == 1 ? "name" : "names"), expected twelve with commas between"
    }
  }
}
