/// One part of a permalink pattern: letters that stand for themselves, or what is filled in.
enum PermalinkToken: Hashable, Sendable {
  case text(String)
  case date(DateField)
  case title
  case slug
  case slugOrFileName
  case fileName
  /// The name as Jekyll writes `:name`, in small letters.
  case name
  case section
  case sections(Range)
  case path
  case collection
  case categories
  case sluggedCategories
  /// The first category, or the first path of categories.
  case category
  case postTitle
  case language
  case outputExtension

  /// What part of a date is written, and how.
  enum DateField: Hashable, Sendable {
    case year
    case yearUnpadded
    case shortYear
    case month
    case monthUnpadded
    case monthName
    case shortMonth
    case day
    case dayUnpadded
    /// 0 is Sunday.
    case weekday
    /// 1 is Monday (ISO 8601).
    case isoWeekday
    case weekdayName
    case shortWeekday
    case dayOfYear
    case dayOfYearPadded
    case week
    case weekYear
    case hour
    case minute
    case second
    case timestamp
  }

  /// Some of a path's sections, as Hugo's `[1:]`, `[last]`, `[0]` say.
  enum Range: Hashable, Sendable {
    case all
    case one(Bound)
    case from(Bound?, to: Bound?)

    enum Bound: Hashable, Sendable {
      case index(Int)
      case last
    }
  }

  /// The token of Hugo, Jekyll or Hexo that is called `name`; nil when there is none.
  init?(name: Substring) {
    guard let token = Self.byName[String(name)] else { return nil }
    self = token
  }

  private static let byName: [String: PermalinkToken] = [
    "title": .title, "slug": .slug, "slugorfilename": .slugOrFileName,
    "slugorcontentbasename": .slugOrFileName, "filename": .fileName, "contentbasename": .fileName,
    "basename": .fileName, "name": .name, "section": .section, "sectionslug": .section,
    "sections": .sections(.all), "sectionslugs": .sections(.all), "path": .path,
    "collection": .collection, "categories": .categories,
    "slugified_categories": .sluggedCategories, "category": .category, "post_title": .postTitle,
    "lang": .language, "output_ext": .outputExtension,
    "year": .date(.year), "short_year": .date(.shortYear), "month": .date(.month),
    "i_month": .date(.monthUnpadded), "monthname": .date(.monthName),
    "long_month": .date(.monthName), "short_month": .date(.shortMonth), "day": .date(.day),
    "i_day": .date(.dayUnpadded), "weekday": .date(.weekday), "w_day": .date(.isoWeekday),
    "weekdayname": .date(.weekdayName), "long_day": .date(.weekdayName),
    "short_day": .date(.shortWeekday), "yearday": .date(.dayOfYear),
    "y_day": .date(.dayOfYearPadded), "week": .date(.week), "w_year": .date(.weekYear),
    "hour": .date(.hour), "minute": .date(.minute), "second": .date(.second),
    "timestamp": .date(.timestamp),
    // Go's reference time, part by part: 2006-01-02 15:04:05, a Monday, its 2nd day.
    "2006": .date(.year), "06": .date(.shortYear), "01": .date(.month),
    "1": .date(.monthUnpadded), "January": .date(.monthName), "Jan": .date(.shortMonth),
    "02": .date(.day), "2": .date(.dayUnpadded), "002": .date(.dayOfYearPadded),
    "Monday": .date(.weekdayName), "Mon": .date(.shortWeekday), "15": .date(.hour),
    "04": .date(.minute), "05": .date(.second),
  ]

  static let names: [String] = byName.keys.sorted()

  /// The directive of C's `strftime` that Pelican's `{date:%Y}` holds; nil for another.
  init?(directive: Character) {
    switch directive {
    case "Y": self = .date(.year)
    case "y": self = .date(.shortYear)
    case "m": self = .date(.month)
    case "B": self = .date(.monthName)
    case "b": self = .date(.shortMonth)
    case "d": self = .date(.day)
    case "j": self = .date(.dayOfYearPadded)
    case "u": self = .date(.isoWeekday)
    case "w": self = .date(.weekday)
    case "A": self = .date(.weekdayName)
    case "a": self = .date(.shortWeekday)
    case "V": self = .date(.week)
    case "G": self = .date(.weekYear)
    case "H": self = .date(.hour)
    case "M": self = .date(.minute)
    case "S": self = .date(.second)
    case "%": self = .text("%")
    default: return nil
    }
  }

  /// What a slice in brackets picks, such as `1:` or `last`; nil when it is none.
  static func range(_ text: Substring) -> Range? {
    func bound(_ text: Substring) -> Range.Bound? {
      if text == "last" { return .last }
      return Int(text).flatMap { $0 >= 0 ? .index($0) : nil }
    }
    let ends = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2 else { return bound(text).map { .one($0) } }
    let bounds = ends.map(bound)
    guard zip(ends, bounds).allSatisfy({ $0.isEmpty || $1 != nil }) else { return nil }
    return .from(bounds[0], to: bounds[1])
  }
}

extension PermalinkToken.Range {
  /// The part of `count` sections that is meant, empty when there is none.
  func indices(in count: Int) -> Swift.Range<Int> {
    func index(_ bound: Bound) -> Int {
      switch bound {
      case .index(let index): min(index, count)
      case .last: max(count - 1, 0)
      }
    }
    switch self {
    case .all: return 0..<count
    case .one(let bound):
      let start = index(bound)
      return start..<min(start + 1, count)
    case .from(let low, let high):
      let start = low.map(index) ?? 0
      return start..<max(start, high.map(index) ?? count)
    }
  }
}
