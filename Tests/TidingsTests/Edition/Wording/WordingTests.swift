import Foundation
import Testing

@testable import Tidings

/// The fixed strings, dates and sentences of an edition in every language.
@Suite struct WordingTests {
  /// French has a space before its colon, which no line breaks at.
  @Test(arguments: [("en", "Unsubscribe:"), ("fr", "Se désabonner\u{A0}:"), ("ja", "配信停止:")])
  func theLineAboveTheAddressHasItsColon(language: String, words: String) {
    #expect(Wording(language: language).fields["unsubscribeLine"] == words)
  }

  @Test(arguments: Wording.tables.keys.sorted())
  func everyTableIsWhole(language: String) throws {
    let table = try #require(Wording.tables[language])
    for (name, text) in table { try Wording.Key.check(text, named: name) }
    let isOfRegion = language.contains("-")
    for key in Wording.Key.allCases where key != .firstDate && !isOfRegion {
      #expect(table[key.rawValue] != nil, "\(language) lacks \(key)")
    }
    let wording = Wording(language: language)
    #expect(Set(wording.fields.keys) == Set(Wording.Key.shown.map(\.rawValue)))
    #expect(!wording.fields.values.contains(""))
  }

  @Test(arguments: [
    ("en", "Unsubscribe"), ("en-GB", "Unsubscribe"), ("pt-BR", "Cancelar inscrição"),
    ("pt-PT", "Cancelar a subscrição"), ("pt", "Cancelar a subscrição"),
    ("es-419", "Cancelar la suscripción"), ("de-AT", "Newsletter abbestellen"),
    ("fr-CA", "Se désabonner"), ("it", "Annulla l’iscrizione"), ("nl-BE", "Uitschrijven"),
    ("ja-JP", "配信停止"), ("ar-EG", "إلغاء الاشتراك"), ("he", "הסרה מהרשימה"),
    ("sv", "Unsubscribe"), ("zh-Hant", "Unsubscribe"), ("", "Unsubscribe"),
  ])
  func languagesFallBack(language: String, words: String) {
    #expect(Wording(language: language)[.unsubscribe] == words)
  }

  @Test(arguments: [
    ("en", "3 February 2025", "1 March 2025", "May 2024"),
    ("en-US", "February 3, 2025", "March 1, 2025", "May 2024"),
    ("pt-BR", "3 de fevereiro de 2025", "1º de março de 2025", "maio de 2024"),
    ("es", "3 de febrero de 2025", "1 de marzo de 2025", "mayo de 2024"),
    ("de", "3. Februar 2025", "1. März 2025", "Mai 2024"),
    ("fr", "3 février 2025", "1er mars 2025", "mai 2024"),
    ("it", "3 febbraio 2025", "1 marzo 2025", "maggio 2024"),
    ("nl", "3 februari 2025", "1 maart 2025", "mei 2024"),
    ("ja", "2025年2月3日", "2025年3月1日", "2024年5月"),
    ("ar", "3 فبراير 2025", "1 مارس 2025", "مايو 2024"),
    ("he", "3 בפברואר 2025", "1 במרץ 2025", "מאי 2024"),
  ])
  func dates(language: String, third: String, first: String, month: String) throws {
    let wording = Wording(language: language)
    #expect(wording.day(try #require(Moment(iso: "2025-02-03T23:30:00-05:00"))) == third)
    #expect(wording.day(try #require(Moment(iso: "2025-03-01"))) == first)
    let may = try #require(Moment(iso: "2024-05-01"))
    #expect(
      wording.day(Moment(instant: may.instant, offset: 0, hasTime: false, isMonth: true)) == month)
  }

  @Test(arguments: [
    ("en", ["1 min read", "2 min read", "11 min read"]),
    ("pt-BR", ["1 min de leitura", "2 min de leitura", "11 min de leitura"]),
    ("de", ["1 Min. Lesezeit", "2 Min. Lesezeit", "11 Min. Lesezeit"]),
    ("ja", ["約1分で読めます", "約2分で読めます", "約11分で読めます"]),
    ("ar", ["دقيقة قراءة واحدة", "دقيقتا قراءة", "11 دقيقة قراءة"]),
    ("he", ["דקת קריאה", "שתי דקות קריאה", "11 דקות קריאה"]),
  ])
  func readingTimes(language: String, texts: [String]) {
    let wording = Wording(language: language)
    #expect([1, 2, 11].map(wording.readingTime) == texts)
  }

  @Test(arguments: [
    ("en", ["Tides: A", "Tides: A, and 1 more", "Tides: A, and 3 more"]),
    ("pt", ["Tides: A", "Tides: A e mais 1", "Tides: A e mais 3"]),
    ("es", ["Tides: A", "Tides: A y 1 más", "Tides: A y 3 más"]),
    (
      "de", ["Tides: A", "Tides: A und 1 weiterer Artikel", "Tides: A und 3 weitere Artikel"]
    ),
    (
      "fr",
      [
        "Tides\u{A0}: A", "Tides\u{A0}: A et 1 autre article",
        "Tides\u{A0}: A et 3 autres articles",
      ]
    ),
    ("it", ["Tides: A", "Tides: A e 1 altro articolo", "Tides: A e altri 3 articoli"]),
    ("nl", ["Tides: A", "Tides: A en nog 1 artikel", "Tides: A en nog 3 artikelen"]),
    ("ja", ["Tides：A", "Tides：A ほか1本", "Tides：A ほか3本"]),
    ("ar", ["Tides: A", "Tides: A ومقالة أخرى", "Tides: A و3 مقالات أخرى"]),
    ("he", ["Tides: A", "Tides: A ועוד מאמר אחד", "Tides: A ועוד 3 מאמרים"]),
  ])
  func subjects(language: String, subjects: [String]) {
    let wording = Wording(language: language)
    #expect(
      [0, 1, 3].map { wording.subject(name: "Tides", lead: "A", more: $0) } == subjects)
  }

  @Test(arguments: [
    ("en", "Read more: A"), ("fr", "Lire la suite\u{A0}: A"), ("ja", "続きを読む：A"),
  ])
  func readingOn(language: String, words: String) {
    #expect(Wording(language: language).readMore(title: "A") == words)
  }

  /// What stands in a title is no place of its own.
  @Test func valuesAreNotFilledAgain() {
    let wording = Wording(language: "en")
    #expect(
      wording.subject(name: "[{lead}]", lead: "{count} of {name}", more: 2)
        == "[{lead}]: {count} of {name}, and 2 more")
  }

  @Test(arguments: [
    ("en", "Originally published by Ida on LinkedIn, 3 February 2025"),
    ("pt-BR", "Publicado originalmente por Ida em LinkedIn, 3 de fevereiro de 2025"),
    ("es", "Publicado originalmente por Ida en LinkedIn, 3 de febrero de 2025"),
    ("de", "Ursprünglich veröffentlicht von Ida auf LinkedIn, 3. Februar 2025"),
    ("fr", "Initialement publié par Ida sur LinkedIn, 3 février 2025"),
    ("it", "Pubblicato originariamente da Ida su LinkedIn, 3 febbraio 2025"),
    ("nl", "Oorspronkelijk gepubliceerd door Ida op LinkedIn, 3 februari 2025"),
    ("ja", "初出：Ida、LinkedIn、2025年2月3日"),
    ("ar", "نُشر أولًا بقلم Ida على LinkedIn، 3 فبراير 2025"),
    ("he", "פורסם לראשונה מאת Ida ב־LinkedIn, 3 בפברואר 2025"),
  ])
  func origins(language: String, sentence: String) throws {
    let origin = Origin(
      site: "LinkedIn", url: nil, date: Moment(iso: "2025-02-03"), author: "Ida")
    let full = try #require(Attribution(origin, author: "Someone else"))
    #expect(Wording(language: language).origin(full) == sentence)
    let bare = try #require(
      Attribution(Origin(site: "LinkedIn", url: nil, date: nil, author: nil)))
    let words = Wording(language: language).origin(bare)
    #expect(words.hasSuffix("LinkedIn") && !words.contains("Ida") && !words.contains("{"))
  }

  /// English says it as posts do.
  @Test func englishIsTheSentenceOfAttribution() throws {
    let origin = Origin(
      site: "LinkedIn", url: nil, date: Moment(iso: "2025-02-03"), author: "Ida")
    for author in [nil, "Ida", "Bo"] {
      let attribution = try #require(Attribution(origin, author: author))
      #expect(Wording(language: "en").origin(attribution) == attribution.text)
    }
  }

  @Test func ownTextsGoBefore() throws {
    let wording = try Wording(
      language: "sv",
      own: [
        "readMore": "Läs vidare", "readingTime": "{count} minuters läsning",
        "readingTimeOne": "en minuts läsning", "date": "den {day} {month} {year}",
        "months":
          "januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, december",
      ])
    #expect(wording[.readMore] == "Läs vidare")
    #expect(wording[.unsubscribe] == "Unsubscribe")
    #expect(wording.readingTime(minutes: 1) == "en minuts läsning")
    #expect(wording.readingTime(minutes: 2) == "2 minuters läsning")
    #expect(wording.day(try #require(Moment(iso: "2025-05-03"))) == "den 3 maj 2025")
  }

  /// A language's own forms do not go before a text of the user's.
  @Test func anOwnTextHoldsForEveryNumber() throws {
    let arabic = try Wording(language: "ar", own: ["readingTime": "{count}"])
    #expect([1, 2, 3, 11].map(arabic.readingTime) == ["1", "2", "3", "11"])
    let one = try Wording(language: "ar", own: ["readingTimeOne": "1"])
    #expect([1, 2].map(one.readingTime) == ["1", "دقيقتا قراءة"])
  }

  @Test(arguments: [
    ("raedMore", "x", "unknown key 'raedMore', did you mean 'readMore'?"),
    (
      "zebra", "x",
      "unknown key 'zebra', expected readMore, readMoreTitle, contents, also, links, otherArticles, subscribed, unsubscribe, unsubscribeLine, readingTime, edition, origin, subject, picture, struckOut, months, date, firstDate, monthDate"
    ),
    ("readMore", "", "expected one line of text"),
    ("readMore", "a\nb", "expected one line of text"),
    ("readMore", "a\u{202E}b", "expected one line of text"),
    ("readMore", "more {title}", "unknown place '{title}', expected a text without braces"),
    ("origin", "on {sit}", "unknown place '{sit}', expected {author}, {site}, {date}"),
    ("origin", "on {site}[ ({day})]", "unknown place '{day}', expected {author}, {site}, {date}"),
    ("months", "a, b", "2 names, expected twelve with commas between"),
    ("subjectOn", "x", "unknown key 'subjectOn', did you mean 'subjectOne'?"),
    ("readMore", "\u{A0}", "expected one line of text"),
  ])
  func ownTextsThatCannotBe(key: String, text: String, reason: String) {
    let error = #expect(throws: WordingError.self) {
      try Wording(language: "en", own: [key: text])
    }
    #expect(error?.description == reason)
    #expect(error?.key == key)
  }

  @Test(arguments: [
    ("{a} and {b}", "1 and 2"), ("{a}[, {c}]", "1"), ("{a}[, {b}]", "1, 2"), ("[{c} {a}]!", "!"),
    ("[plain] {a}", "[plain] 1"), ("{c}", ""), ("{a", "{a"), ("[{a}", "[1"), ("a]{a}}", "a]1}"),
    ("", ""),
  ])
  func phrases(text: String, filled: String) {
    #expect(Phrase(text).filled(["a": "1", "b": "2"]) == filled)
  }

  @Test(
    arguments: [
      ("en", [.other, .one, .other, .other, .other]),
      ("fr", [.one, .one, .other, .other, .other]),
      ("ja", [.other, .other, .other, .other, .other]),
      ("he", [.other, .one, .two, .other, .other]),
      ("ar", [.zero, .one, .two, .few, .many]),
      ("ru", [.many, .one, .few, .few, .many]),
      ("pl-PL", [.many, .one, .few, .few, .many]),
      ("cs", [.other, .one, .few, .few, .other]),
    ] as [(String, [PluralRule.Form])])
  func pluralForms(language: String, forms: [PluralRule.Form]) {
    #expect([0, 1, 2, 3, 11].map(PluralRule(language: language).form) == forms)
  }

  @Test(arguments: [
    ("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("ur-PK", "rtl"), ("en", "ltr"),
    ("az-Arab", "rtl"), ("ks-Deva", "ltr"), ("ja", "ltr"), ("", "ltr"),
  ])
  func directions(language: String, direction: String) {
    #expect(LanguageTag.direction(of: language) == direction)
  }
}
