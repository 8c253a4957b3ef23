import Foundation

/// Dates in English words, the same in every locale.
public enum EnglishDate {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  /// `3 February 2025`, on the author's own calendar.
  public static func day(_ date: Moment) -> String {
    let parts = date.components
    return "\(parts.day ?? 0) \(months[(parts.month ?? 1) - 1]) \(parts.year ?? 0)"
  }
}
