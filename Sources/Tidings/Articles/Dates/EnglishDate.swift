/// Dates in English words, the same in every locale.
public enum EnglishDate {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  /// `3 February 2025`, on the author's own calendar; `February 2025` where the day is not known.
  public static func day(_ date: Moment) -> String {
    let parts = date.civil
    let month = "\(months[parts.month - 1]) \(parts.year)"
    return date.isMonth ? month : "\(parts.day) \(month)"
  }
}
