/// The fixed strings of an edition, in the newsletter's language.
public struct Wording: Sendable, Hashable {
  /// A text with its places not yet filled, by the key's name.
  private let texts: [String: String]
  private let plural: PluralRule
  /// The names of the months, from January.
  let months: [String]

  /// Tidings' own texts for `language`, a BCP 47 tag: those of its region, else of the language,
  /// else English.
  public init(language: String) {
    texts = Self.table(for: language)
    plural = PluralRule(language: language)
    months = Self.months(in: texts[Key.months.rawValue] ?? "")
  }

  /// The same with `own` texts, by their keys' names, in place of some.
  /// - Throws: `WordingError` for an unknown key, or a text that cannot stand in its place.
  public init(language: String, own: [String: String]) throws(WordingError) {
    for (name, text) in own.sorted(by: { $0.key < $1.key }) { try Key.check(text, named: name) }
    // An own text holds for every number, unless there is one for that number too.
    texts = Self.table(for: language).filter { own[Key.base($0.key)] == nil }.merging(own) { $1 }
    plural = PluralRule(language: language)
    months = Self.months(in: texts[Key.months.rawValue] ?? "")
  }

  /// A text without places.
  subscript(key: Key) -> String { texts[key.rawValue] ?? "" }

  /// A text with its places filled; a part in brackets is gone when a place in it has no value.
  func phrase(_ key: Key, _ values: [String: String]) -> String {
    Phrase(self[key]).filled(values)
  }

  /// The same in the form that goes with `count`.
  func phrase(_ key: Key, count: Int, _ values: [String: String]) -> String {
    let form = texts[key.rawValue + plural.form(of: count).suffix] ?? self[key]
    return Phrase(form).filled(values)
  }

  /// Whether tidings has texts of its own in that language.
  public static func knows(_ language: String) -> Bool {
    tables[language.prefix { $0 != "-" }.lowercased()] != nil
  }

  /// The keys that `own` texts, by their names, do not replace.
  public static func names(missingIn own: [String]) -> [String] {
    let given = Set(own.map(Key.base))
    return Key.allCases.filter { $0 != .firstDate && !given.contains($0.rawValue) }.map(\.rawValue)
  }

  /// What templates can show.
  var fields: [String: String] {
    Dictionary(
      uniqueKeysWithValues: Key.shown.map {
        ($0.rawValue, phrase($0, [Key.unsubscribe.rawValue: self[.unsubscribe]]))
      })
  }

  private static func table(for language: String) -> [String: String] {
    var table: [String: String]?
    var tag = ""
    for part in language.split(separator: "-") {
      tag += tag.isEmpty ? part.lowercased() : "-" + part.lowercased()
      guard let found = tables[tag] else { continue }
      table = (table ?? [:]).merging(found) { $1 }
    }
    return table ?? english
  }

  /// By language in lower case; one of a region holds what differs there.
  static let tables: [String: [String: String]] = [
    "en": english, "en-us": americanEnglish, "pt": portuguese, "pt-br": brazilianPortuguese,
    "es": spanish, "de": german, "fr": french, "it": italian, "nl": dutch, "ja": japanese,
    "ar": arabic, "he": hebrew,
  ]
}
