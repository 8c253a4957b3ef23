extension Wording {
  static let german = [
    "readMore": "Weiterlesen",
    "readMoreTitle": "{readMore}: {title}",
    "contents": "In dieser Ausgabe",
    "also": "Außerdem erschienen",
    "links": "Anderswo lesenswert",
    "otherArticles": "Weitere Artikel",
    "subscribed": "Sie erhalten diesen Newsletter, weil Sie ihn abonniert haben.",
    "unsubscribe": "Newsletter abbestellen",
    "unsubscribeLine": "{unsubscribe}:",
    "readingTime": "{count} Min. Lesezeit",
    "edition": "Nr. {number} · {date}",
    "origin": "Ursprünglich veröffentlicht[ von {author}] auf {site}[, {date}]",
    "subject": "{name}: {lead}[ und {count} weitere Artikel]",
    "subjectOne": "{name}: {lead}[ und {count} weiterer Artikel]",
    "picture": "Bild: {text}",
    "struckOut": "durchgestrichen: {text}",
    "months":
      "Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember",
    "date": "{day}. {month} {year}",
    "monthDate": "{month} {year}",
  ]
}
