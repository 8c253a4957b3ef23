import Foundation

extension Permalink {
  /// What a pattern is filled from.
  struct Values {
    /// The folders below the site's content folder, without a bundle's own.
    let folders: [Substring]
    /// Those of the folders that are sections; Hugo counts a deeper one only with an `_index` file.
    let sections: [Substring]
    /// The slug that the front matter names.
    let slugKey: String?
    /// The file's name without date, extension and language.
    let slug: Substring
    /// The file's name without extension and language.
    let fileName: Substring
    let title: String
    let date: CivilDate?
    /// Seconds since 1970.
    let timestamp: Int
    let categories: [String]
    let collection: Substring
    let language: String?
  }

  /// The path that the pattern gives, not yet percent-encoded; nil when it asks for a date and
  /// there is none.
  func path(for values: Values) -> String? {
    var path = ""
    path.reserveCapacity(96)
    for token in tokens {
      switch token {
      case .text(let text): path += text
      case .date(let field):
        guard let date = values.date else { return nil }
        write(field, of: date, values, to: &path)
      case .title: path += title(values)
      case .slug: path += slug(values)
      case .slugOrFileName: path += values.slugKey.map(part) ?? String(values.fileName)
      case .fileName: path += values.fileName
      case .name: path += name(values)
      case .section: if let section = values.sections.first { path += section }
      case .sections(let range):
        Self.join(values.sections[range.indices(in: values.sections.count)], to: &path)
      case .path:
        Self.join(values.folders[...], to: &path)
        // A page of Jekyll's, which is in no collection, has its name apart.
        if dialect == .jekyll, values.collection.isEmpty { continue }
        if !values.folders.isEmpty { path += "/" }
        path += values.fileName
      case .collection: path += values.collection
      case .categories: writeCategories(values.categories, to: &path)
      case .sluggedCategories:
        Self.join(values.categories.map { SlugRule.jekyll($0)[...] }[...], to: &path)
      case .category: writeCategory(values.categories, to: &path)
      case .postTitle: path += SlugRule.hexo(values.title).lowercased()
      case .language: path += values.language ?? ""
      case .outputExtension: path += ".html"
      }
    }
    return path
  }

  private func title(_ values: Values) -> String {
    switch dialect {
    case .hugo: values.title
    case .jekyll: SlugRule.jekyllPretty(values.slugKey ?? String(values.slug))
    case .hexo:
      values.folders.isEmpty
        ? String(values.slug) : values.folders.joined(separator: "/") + "/" + values.slug
    case .common, .pelican: commonSlug(values, otherwise: values.title)
    }
  }

  private func slug(_ values: Values) -> String {
    switch dialect {
    case .hugo: values.slugKey ?? values.title
    case .jekyll: SlugRule.jekyll(values.slugKey ?? String(values.slug))
    // Only a slug that Pelican makes itself is made of small letters.
    case .pelican: values.slugKey ?? SlugRule.pelican(values.title)
    case .common, .hexo: commonSlug(values, otherwise: values.title)
    }
  }

  private func commonSlug(_ values: Values, otherwise title: String) -> String {
    if let slug = values.slugKey, !slug.isEmpty { return slug }
    return values.slug.isEmpty ? Slug.text(title) : String(values.slug)
  }

  private func name(_ values: Values) -> String {
    dialect == .hexo ? String(values.slug) : SlugRule.jekyll(String(values.fileName))
  }

  private func part(_ slug: String) -> String {
    dialect == .jekyll ? SlugRule.jekyll(slug) : slug
  }

  private func writeCategories(_ categories: [String], to path: inout String) {
    let parts = categories.map { dialect == .jekyll ? $0.lowercased() : Slug.text($0) }
    var seen: Set<String> = []
    Self.join(parts.filter { seen.insert($0).inserted }.map { $0[...] }[...], to: &path)
  }

  private func writeCategory(_ categories: [String], to path: inout String) {
    switch dialect {
    case .hexo:
      let parts = categories.isEmpty ? ["uncategorized"] : categories
      Self.join(parts.map { SlugRule.hexo($0)[...] }[...], to: &path)
    case .pelican: path += SlugRule.pelican(categories.first ?? "misc")
    case .common, .hugo, .jekyll: path += categories.first.map { Slug.text($0) } ?? ""
    }
  }

  private static func join(_ parts: ArraySlice<Substring>, to path: inout String) {
    var isFirst = true
    for part in parts {
      if !isFirst { path += "/" }
      path += part
      isFirst = false
    }
  }

  private func write(
    _ field: PermalinkToken.DateField, of date: CivilDate, _ values: Values, to path: inout String
  ) {
    switch field {
    case .year: Self.write(date.year, width: 4, to: &path)
    case .yearUnpadded: Self.write(date.year, width: 1, to: &path)
    case .shortYear: Self.write(date.year % 100, width: 2, to: &path)
    case .month: Self.write(date.month, width: 2, to: &path)
    case .monthUnpadded: Self.write(date.month, width: 1, to: &path)
    case .monthName: path += cased(EnglishDate.months[date.month - 1])
    case .shortMonth: path += cased(String(EnglishDate.months[date.month - 1].prefix(3)))
    case .day: Self.write(date.day, width: 2, to: &path)
    case .dayUnpadded: Self.write(date.day, width: 1, to: &path)
    case .weekday: Self.write(date.weekday, width: 1, to: &path)
    case .isoWeekday: Self.write(date.weekday == 0 ? 7 : date.weekday, width: 1, to: &path)
    case .weekdayName: path += cased(EnglishDate.weekdays[date.weekday])
    case .shortWeekday: path += cased(String(EnglishDate.weekdays[date.weekday].prefix(3)))
    case .dayOfYear: Self.write(date.dayOfYear, width: 1, to: &path)
    case .dayOfYearPadded: Self.write(date.dayOfYear, width: 3, to: &path)
    case .week: Self.write(date.week.number, width: 2, to: &path)
    case .weekYear: Self.write(date.week.year, width: 4, to: &path)
    case .hour: Self.write(date.hour, width: 2, to: &path)
    case .minute: Self.write(date.minute, width: 2, to: &path)
    case .second: Self.write(date.second, width: 2, to: &path)
    case .timestamp: Self.write(values.timestamp, width: 1, to: &path)
    }
  }

  /// Hugo's small letters come with its whole path; without a site they are the custom.
  private func cased(_ word: String) -> String {
    dialect == .common ? word.lowercased() : word
  }

  private static func write(_ number: Int, width: Int, to path: inout String) {
    let digits = String(number)
    for _ in digits.utf8.count..<max(width, digits.utf8.count) { path += "0" }
    path += digits
  }
}
