import Foundation

/// The pattern that a site writes its addresses by, in Hugo's or Jekyll's tokens.
///
/// Hugo: https://gohugo.io/configuration/permalinks, Jekyll: https://jekyllrb.com/docs/permalinks.
public struct Permalink: Sendable, Hashable {
  public let pattern: String

  /// The pattern, or one of Jekyll's styles: `date`, `pretty`, `ordinal`, `none`.
  /// - Throws: `PermalinkError` when it holds a token that neither generator knows.
  public init(_ pattern: String) throws(PermalinkError) {
    self.pattern = Self.styles[pattern] ?? pattern
    for case .token(let name) in Self.parts(of: self.pattern) where !Self.tokens.contains(name) {
      throw PermalinkError(token: name)
    }
  }

  /// What a pattern is filled from.
  struct Values {
    let path: String
    let slug: String
    let fileName: String
    let title: String
    let date: Moment?
    let categories: [String]
  }

  /// The path that the pattern gives; nil when it asks for a date and there is none.
  func path(for values: Values) -> String? {
    var path = ""
    for part in Self.parts(of: pattern) {
      switch part {
      case .text(let text): path += text
      case .token(let name):
        guard let value = Self.value(of: name, values) else { return nil }
        path += value
      }
    }
    var squeezed = ""
    for character in path where !(character == "/" && squeezed.last == "/") {
      squeezed.append(character)
    }
    return squeezed
  }

  private enum Part {
    case text(String)
    case token(String)
  }

  private static func parts(of pattern: String) -> [Part] {
    var parts: [Part] = []
    var rest = pattern[...]
    while let colon = rest.firstIndex(of: ":") {
      if colon > rest.startIndex { parts.append(.text(String(rest[..<colon]))) }
      let name = rest[rest.index(after: colon)...].prefix { $0.isLetter || $0 == "_" }
      parts.append(name.isEmpty ? .text(":") : .token(String(name)))
      rest = rest[name.endIndex...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return parts
  }

  private static func value(of token: String, _ values: Values) -> String? {
    let folders = values.path.split(separator: "/").dropLast().map(String.init)
    switch token {
    case "title": return values.slug.isEmpty ? Slug.text(values.title) : values.slug
    case "slug", "slugorfilename": return values.slug
    case "filename", "contentbasename": return values.fileName
    case "section": return folders.first ?? ""
    case "sections": return folders.joined(separator: "/")
    case "categories": return values.categories.map { Slug.text($0) }.joined(separator: "/")
    default: return values.date.flatMap { dateValue(of: token, $0) }
    }
  }

  private static func dateValue(of token: String, _ date: Moment) -> String? {
    let parts = date.components
    func padded(_ value: Int?, _ width: Int = 2) -> String {
      let digits = String(value ?? 0)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    switch token {
    case "year": return padded(parts.year, 4)
    case "short_year": return padded((parts.year ?? 0) % 100)
    case "month": return padded(parts.month)
    case "i_month": return String(parts.month ?? 0)
    case "monthname": return EnglishDate.months[(parts.month ?? 1) - 1].lowercased()
    case "day": return padded(parts.day)
    case "i_day": return String(parts.day ?? 0)
    case "weekday": return String((parts.weekday ?? 1) - 1)
    case "weekdayname": return EnglishDate.weekdays[(parts.weekday ?? 1) - 1].lowercased()
    case "yearday", "y_day": return padded(parts.dayOfYear, token == "y_day" ? 3 : 1)
    case "hour": return padded(parts.hour)
    case "minute": return padded(parts.minute)
    case "second": return padded(parts.second)
    default: return nil
    }
  }

  private static let tokens: Set<String> = [
    "title", "slug", "slugorfilename", "filename", "contentbasename", "section", "sections",
    "categories", "year", "short_year", "month", "i_month", "monthname", "day", "i_day", "weekday",
    "weekdayname", "yearday", "y_day", "hour", "minute", "second",
  ]

  private static let styles = [
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "none": "/:categories/:title.html",
  ]
}

/// A permalink pattern that no site could mean.
public struct PermalinkError: Error, Hashable {
  public let token: String
}

extension PermalinkError: CustomStringConvertible {
  public var description: String {
    "the permalink pattern has ':\(token)', expected a token of Hugo or Jekyll such as ':year' or ':slug'"
  }
}
