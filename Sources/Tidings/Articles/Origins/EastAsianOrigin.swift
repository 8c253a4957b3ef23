/// "本文首发于…", "この記事は…に掲載された": sentences without spaces.
struct EastAsianOrigin {
  let origin: Origin

  /// Nil when the paragraph is no such sentence in Chinese or Japanese.
  init?(_ source: OriginParagraph, dates: DateReader) {
    let text = source.tokens.map { $0.text + $0.tail }.joined(separator: " ")
    guard text.count <= 120,
      let rest = Self.afterChineseLead(text) ?? Self.afterJapaneseLead(text)
    else { return nil }
    let link = source.tokens.first { $0.url != nil }
    var date: Moment?
    for part in rest.split(whereSeparator: { "，。,（）()；; ".contains($0) }) {
      let bare = part.drop { !$0.isNumber }
      guard date == nil, let end = bare.lastIndex(where: { $0.isNumber || "年月日".contains($0) })
      else { continue }
      let candidate = String(bare[...end])
      if case .date(let moment) = dates.read(candidate) { date = moment }
      if date == nil { date = dates.readMonth(candidate) }
    }
    let url = link?.url ?? source.wholeLink
    let words = rest.drop { "：: 于於在自《「“".contains($0) }
    let bare = String(words.prefix { !"，。,.；;（( 》」”にで".contains($0) })
    if let url {
      let name = link.map { String($0.core) } ?? bare
      let isName =
        !name.isEmpty && name.count <= 40 && !name.contains("://")
        && !SiteName.placeholders.contains(name.lowercased())
      origin = Origin(
        site: isName ? SiteName.own(name, at: url) : SiteName.name(of: url), url: url, date: date,
        author: nil)
    } else {
      guard !bare.isEmpty, bare.count <= 20, !bare.contains(where: \.isNumber),
        text.count - bare.count <= 30
      else { return nil }
      origin = Origin(site: bare, url: nil, date: date, author: nil)
    }
  }

  private static func afterChineseLead(_ text: String) -> Substring? {
    var rest = text.drop { !$0.isLetter }
    for subject in ["这篇文章", "這篇文章", "本文章", "此文章", "本文", "此文", "该文", "文章"]
    where rest.hasPrefix(subject) {
      rest = rest.dropFirst(subject.count).drop { $0 == " " }
      break
    }
    if rest.hasPrefix("原文"), case let after = rest.dropFirst(2) {
      let verbs = ["发表", "發表", "发布", "發佈", "刊登", "链接", "連結", "地址", "载", "載", "：", ":"]
      guard let verb = verbs.first(where: { after.hasPrefix($0) }) else { return nil }
      return after.dropFirst(verb.count)
    }
    let leads = [
      "首发", "首發", "最初发表", "最初發表", "最初发布", "最初發佈", "最早发表", "最早发布", "原载",
      "原載", "转载自", "轉載自",
    ]
    guard let lead = leads.first(where: { rest.hasPrefix($0) }) else { return nil }
    let after = rest.dropFirst(lead.count)
    let isPlaced = lead.hasSuffix("自") || after.first.map { "于於在：: ".contains($0) } ?? false
    return isPlaced ? after : nil
  }

  private static func afterJapaneseLead(_ text: String) -> Substring? {
    let rest = text.drop { !$0.isLetter }
    for lead in ["初出", "元記事"] where rest.hasPrefix(lead) {
      let after = rest.dropFirst(lead.count)
      return after.first.map { "：: ".contains($0) } == true ? after : nil
    }
    let ends = [
      "に掲載された", "に掲載した", "で掲載された", "で公開された", "で公開した", "に公開された",
      "に公開した", "からの転載", "から転載",
    ]
    for subject in ["この記事は", "本記事は", "この投稿は", "本稿は"] where rest.hasPrefix(subject) {
      guard ends.contains(where: { rest.contains($0) }) else { return nil }
      return rest.dropFirst(subject.count).drop { $0 == "、" || $0 == " " }
    }
    return nil
  }
}
