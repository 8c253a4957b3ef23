/// Which form of a text goes with a whole number (Unicode CLDR, plural rules).
struct PluralRule: Sendable, Hashable {
  private let language: String

  /// A form of CLDR's.
  enum Form: String, CaseIterable {
    case zero
    case one
    case two
    case few
    case many
    case other

    /// What the form adds to a key's name; the last form adds nothing.
    var suffix: String {
      self == .other ? "" : rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }

  /// The rule of a BCP 47 tag's language; languages that are not known tell one from more.
  init(language: String) {
    self.language = language.prefix { $0 != "-" }.lowercased()
  }

  func form(of count: Int) -> Form {
    switch language {
    case "ja", "zh", "ko", "th", "vi", "id", "ms": .other
    case "fr", "pt": count == 0 || count == 1 ? .one : .other
    case "he": count == 1 ? .one : count == 2 ? .two : .other
    case "ar":
      switch (count, count % 100) {
      case (0, _): .zero
      case (1, _): .one
      case (2, _): .two
      case (_, 3...10): .few
      case (_, 11...99): .many
      default: .other
      }
    case "pl":
      count == 1
        ? .one
        : (2...4).contains(count % 10) && !(12...14).contains(count % 100) ? .few : .many
    case "ru", "uk":
      switch (count % 10, count % 100) {
      case (1, let rest) where rest != 11: .one
      case (2...4, let rest) where !(12...14).contains(rest): .few
      default: .many
      }
    case "cs", "sk": count == 1 ? .one : (2...4).contains(count) ? .few : .other
    default: count == 1 ? .one : .other
    }
  }
}
