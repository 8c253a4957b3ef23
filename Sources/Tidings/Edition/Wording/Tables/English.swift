extension Wording {
  static let english = [
    "readMore": "Read more",
    "readMoreTitle": "{readMore}: {title}",
    "contents": "In this edition",
    "also": "Also published",
    "links": "Worth reading elsewhere",
    "otherArticles": "More articles",
    "subscribed": "You receive this letter because you subscribed to it.",
    "unsubscribe": "Unsubscribe",
    "unsubscribeLine": "{unsubscribe}:",
    "readingTime": "{count} min read",
    "edition": "No. {number} · {date}",
    "origin": "Originally published[ by {author}] on {site}[, {date}]",
    "subject": "{name}: {lead}[, and {count} more]",
    "picture": "Picture: {text}",
    "struckOut": "struck out: {text}",
    "months":
      "January, February, March, April, May, June, July, August, September, October, November, December",
    "date": "{day} {month} {year}",
    "monthDate": "{month} {year}",
  ]

  static let americanEnglish = ["date": "{month} {day}, {year}"]
}
