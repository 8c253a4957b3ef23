/// Interim.
struct OriginSentence {
  let origin: Origin
  static let stems: [[UInt8]] = [
    "originally", "first", "initial", "crosspost", "cross-post", "repost", "republ",
    "originalmente", "nglich", "zuerst", "publi",
  ].map { Array($0.utf8) }
  init?(_ paragraph: Substring, dates: DateReader) {
    guard let origin = OriginTrailer.origin(of: paragraph, dates: dates) else { return nil }
    self.origin = origin
  }
}
