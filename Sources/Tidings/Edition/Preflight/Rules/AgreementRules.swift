/// The text part says what the HTML says: filters compare them, and some readers see only one.
enum AgreementRules {
  private static let most = 5

  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    titles(matter) + links(matter)
  }

  private static func titles(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    let text = matter.written
    var position = 0
    var problems: [String] = []
    for heading in matter.page.headings {
      let title = matter.page.words(in: heading)
      let dense = Haystack.dense(title)
      if let end = text.find(dense, from: position) {
        position = end
      } else {
        let isThere = text.find(dense) != nil
        problems.append(
          "the title \(title.cited()) is "
            + (isThere ? "in another order than in the HTML" : "not in the text part"))
      }
    }
    return shortened(problems, .textTitles, hint: "show {{title}} in digest.txt as in digest.html")
  }

  private static func links(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    let shown = matter.page.links.filter { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
    let written = addresses(in: matter.text)
    let known = Set(written)
    var problems = shown.filter { !known.contains($0) }.map {
      "the link \($0.cited(limit: 100)) is not in the text part"
    }
    let titles = matter.page.headings.flatMap { matter.page.elements[$0.elements] }
      .filter { $0.name == "a" }.compactMap { $0.attributes["href"] }.unique
      .filter(known.contains)
    let wanted = Set(titles)
    if written.filter(wanted.contains) != titles {
      problems.append("the articles' links are in another order than in the HTML")
    }
    return shortened(
      problems, .textLinks, hint: "show {{url}} in digest.txt as in digest.html")
  }

  private static func shortened(
    _ problems: [String], _ rule: Preflight.Rule, hint: String
  ) -> [Preflight.Finding] {
    let problems =
      problems.prefix(most)
      + (problems.count > most ? ["and \(problems.count - most) more of the kind"] : [])
    return problems.map { .init(.warning, rule, at: "digest.txt", $0, hint: hint) }
  }

  /// The web addresses in a text, each once, without the punctuation that may follow one.
  static func addresses(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var found: [String] = []
    var index = 0
    while index + 8 < bytes.count {
      let isStart =
        bytes[index] == UInt8(ascii: "h")
        && (bytes[index...].starts(with: "https://".utf8)
          || bytes[index...].starts(with: "http://".utf8))
      guard isStart else {
        index += 1
        continue
      }
      let end =
        bytes[index...].firstIndex {
          $0 <= 0x20 || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">")
            || $0 == UInt8(ascii: "\"")
        } ?? bytes.count
      let address = bytes[index..<end].reversed().drop { ".,;:!?'\"]}".utf8.contains($0) }
        .reversed()
      found.append(String(decoding: address, as: UTF8.self))
      index = end
    }
    return found.unique
  }
}
