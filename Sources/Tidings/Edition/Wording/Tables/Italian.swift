extension Wording {
  static let italian = [
    "readMore": "Continua a leggere",
    "readMoreTitle": "{readMore}: {title}",
    "contents": "In questo numero",
    "also": "Pubblicati anche",
    "links": "Da leggere altrove",
    "otherArticles": "Altri articoli",
    "subscribed": "Ricevi questa newsletter perché ti sei iscritto.",
    "unsubscribe": "Annulla l’iscrizione",
    "unsubscribeLine": "{unsubscribe}:",
    "readingTime": "{count} min di lettura",
    "edition": "N. {number} · {date}",
    "origin": "Pubblicato originariamente[ da {author}] su {site}[, {date}]",
    "subject": "{name}: {lead}[ e altri {count} articoli]",
    "subjectOne": "{name}: {lead}[ e {count} altro articolo]",
    "picture": "Immagine: {text}",
    "struckOut": "barrato: {text}",
    "months":
      "gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre",
    "date": "{day} {month} {year}",
    "monthDate": "{month} {year}",
  ]
}
