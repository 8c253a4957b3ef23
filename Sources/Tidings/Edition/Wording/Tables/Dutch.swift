extension Wording {
  static let dutch = [
    "readMore": "Lees verder",
    "readMoreTitle": "{readMore}: {title}",
    "contents": "In deze editie",
    "also": "Ook verschenen",
    "links": "Elders lezenswaardig",
    "otherArticles": "Meer artikelen",
    "subscribed": "U ontvangt deze nieuwsbrief omdat u zich erop hebt geabonneerd.",
    "unsubscribe": "Uitschrijven",
    "unsubscribeLine": "{unsubscribe}:",
    "readingTime": "{count} min leestijd",
    "edition": "Nr. {number} · {date}",
    "origin": "Oorspronkelijk gepubliceerd[ door {author}] op {site}[, {date}]",
    "subject": "{name}: {lead}[ en nog {count} artikelen]",
    "subjectOne": "{name}: {lead}[ en nog {count} artikel]",
    "picture": "Afbeelding: {text}",
    "struckOut": "doorgehaald: {text}",
    "months":
      "januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december",
    "date": "{day} {month} {year}",
    "monthDate": "{month} {year}",
  ]
}
