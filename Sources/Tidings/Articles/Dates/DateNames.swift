import Foundation

/// The words of dates in the languages that blogs are written in, for comparison.
enum DateNames {
  /// `word` in lower case, without diacritics and dots.
  static func folded(_ word: some StringProtocol) -> String {
    var word = word.lowercased()
    if !word.utf8.allSatisfy({ $0 < 0x80 }) {
      word = String(
        String.UnicodeScalarView(
          word.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark
          }))
    }
    return word.contains(".") ? word.replacing(".", with: "") : word
  }

  /// 1 to 12 for a month's name or its beginning in one of the languages.
  static func month(_ folded: String) -> Int? { months[folded] }

  static func isWeekday(_ folded: String) -> Bool {
    if weekdays.contains(folded) { return true }
    return ["曜日", "요일"].contains { folded.hasSuffix($0) }
      || ["星期", "周", "週"].contains { folded.hasPrefix($0) }
      || (folded.unicodeScalars.count == 1 && "月火水木金土日".contains(folded))
  }

  /// Words between a date's parts that say nothing.
  static func isFiller(_ folded: String) -> Bool { fillers.contains(folded) }

  private static let fillers: Set<String> = [
    "at", "of", "the", "de", "del", "a", "as", "las", "um", "uhr", "alle", "ore", "om", "kl", "klo",
    "klockan", "o", "godz", "h", "hs", "le", "den",
  ]

  /// Whole names, and their beginnings of three and four letters unless two months share them.
  private static let months: [String: Int] = {
    var found: [String: Int] = [:]
    var shared: Set<String> = []
    for names in monthNames {
      for (index, name) in names.split(separator: " ").enumerated() {
        for word in [String(name.prefix(3)), String(name.prefix(4))] where word.count < name.count {
          if let other = found[word], other != index + 1 { shared.insert(word) }
          found[word] = index + 1
        }
      }
    }
    for word in shared { found[word] = nil }
    for names in monthNames {
      for (index, name) in names.split(separator: " ").enumerated() {
        found[String(name)] = index + 1
      }
    }
    return found
  }()

  /// In English, Portuguese, Spanish, German, French, Italian, Dutch, Polish (as they stand alone
  /// and in dates) and Swedish, then abbreviations that are no beginnings.
  private static let monthNames = [
    "january february march april may june july august september october november december",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "janner feber mrz apr mai jun jul aug setiembre okt nov dez",
    "jan feb mrt apr mei jun juil aug sept okt nov dec",
    "jan feb maerz apr mai jun jul aug sept oct nov dec",
  ]

  /// Whole names, their beginnings of three and four letters, and English and German short ones.
  private static let weekdays: Set<String> = {
    let names = """
      monday tuesday wednesday thursday friday saturday sunday tues thur thurs
      segunda terca quarta quinta sexta sabado domingo
      segunda-feira terca-feira quarta-feira quinta-feira sexta-feira
      lunes martes miercoles jueves viernes sabado domingo
      montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
      lundi mardi mercredi jeudi vendredi samedi dimanche
      lunedi martedi mercoledi giovedi venerdi sabato domenica
      maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
      poniedzialek wtorek sroda czwartek piatek sobota niedziela
      mandag tisdag onsdag torsdag fredag lordag sondag
      """.split { $0 == " " || $0 == "\n" }.map(String.init)
    return Set(names + names.map { String($0.prefix(3)) } + names.map { String($0.prefix(4)) })
  }()
}
