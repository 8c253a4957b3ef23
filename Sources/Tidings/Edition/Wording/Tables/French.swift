extension Wording {
  /// The spaces before colons do not break.
  static let french = [
    "readMore": "Lire la suite",
    "readMoreTitle": "{readMore}\u{A0}: {title}",
    "contents": "Au sommaire",
    "also": "Également publié",
    "links": "À lire ailleurs",
    "otherArticles": "Autres articles",
    "subscribed": "Vous recevez cette lettre parce que vous y êtes abonné.",
    "unsubscribe": "Se désabonner",
    "unsubscribeLine": "{unsubscribe}\u{A0}:",
    "readingTime": "{count} min de lecture",
    "edition": "Nº {number} · {date}",
    "origin": "Initialement publié[ par {author}] sur {site}[, {date}]",
    "subject": "{name}\u{A0}: {lead}[ et {count} autres articles]",
    "subjectOne": "{name}\u{A0}: {lead}[ et {count} autre article]",
    "picture": "Image\u{A0}: {text}",
    "struckOut": "barré\u{A0}: {text}",
    "months":
      "janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre",
    "date": "{day} {month} {year}",
    "firstDate": "{day}er {month} {year}",
    "monthDate": "{month} {year}",
  ]
}
