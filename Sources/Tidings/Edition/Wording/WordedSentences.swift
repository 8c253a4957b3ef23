import Foundation

extension Wording {
  /// A day on the author's own calendar, or its month where the day is not known.
  ///
  /// `3 de fevereiro de 2025`, the same in every locale.
  func day(_ date: Moment) -> String {
    let parts = date.civil
    let names = months
    let values = [
      "day": String(parts.day), "year": String(parts.year),
      "month": names.indices.contains(parts.month - 1) ? names[parts.month - 1] : "",
    ]
    if date.isMonth { return phrase(.monthDate, values) }
    return phrase(parts.day == 1 && !self[.firstDate].isEmpty ? .firstDate : .date, values)
  }

  static func months(in text: String) -> [String] {
    text.split { $0 == "," || $0 == "،" }.map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  /// `Originally published on LinkedIn, 3 February 2025`.
  func origin(_ attribution: Attribution) -> String {
    var values = ["site": attribution.site]
    values["author"] = attribution.author
    values["date"] = attribution.date.map(day)
    return phrase(.origin, values)
  }

  /// `Read more: A small harbour`.
  func readMore(title: String) -> String {
    phrase(.readMoreTitle, ["readMore": self[.readMore], "title": title])
  }

  /// `3 min read`.
  func readingTime(minutes: Int) -> String {
    phrase(.readingTime, count: minutes, ["count": String(minutes)])
  }

  /// `No. 7 · 1 March 2025`.
  func edition(number: Int, date: Moment) -> String {
    phrase(.edition, ["number": String(number), "date": day(date)])
  }

  /// The newsletter, what its edition opens with, and how many articles follow.
  func subject(name: String, lead: String, more: Int) -> String {
    var values = ["name": name, "lead": lead]
    if more > 0 { values["count"] = String(more) }
    return phrase(.subject, count: more, values)
  }
}
