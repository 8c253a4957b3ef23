import Foundation

/// The one place where the time of day is read; everything else gets it as a value.
enum Clock {
  static var now: Date { Date() }
}
