extension Wording {
  static let hebrew = [
    "readMore": "להמשך קריאה",
    "readMoreTitle": "{readMore}: {title}",
    "contents": "בגיליון הזה",
    "also": "פורסם גם",
    "links": "מומלץ לקרוא באתרים אחרים",
    "otherArticles": "מאמרים נוספים",
    "subscribed": "קיבלת את המכתב הזה כי נרשמת לרשימת התפוצה.",
    "unsubscribe": "הסרה מהרשימה",
    "unsubscribeLine": "{unsubscribe}:",
    "readingTime": "{count} דקות קריאה",
    "readingTimeOne": "דקת קריאה",
    "readingTimeTwo": "שתי דקות קריאה",
    "edition": "גיליון {number} · {date}",
    "origin": "פורסם לראשונה[ מאת {author}] ב־{site}[, {date}]",
    "subject": "{name}: {lead}[ ועוד {count} מאמרים]",
    "subjectOne": "{name}: {lead} ועוד מאמר אחד",
    "subjectTwo": "{name}: {lead} ועוד שני מאמרים",
    "picture": "תמונה: {text}",
    "struckOut": "מחוק: {text}",
    "months":
      "ינואר, פברואר, מרץ, אפריל, מאי, יוני, יולי, אוגוסט, ספטמבר, אוקטובר, נובמבר, דצמבר",
    "date": "{day} ב{month} {year}",
    "monthDate": "{month} {year}",
  ]
}
