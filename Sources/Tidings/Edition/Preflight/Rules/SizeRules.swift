/// How much mail programs take.
enum SizeRules {
  /// Of the encoded HTML; Gmail shows about 102,000 bytes of it.
  static let clipped = DigestWriter.mostBytes
  static let nearlyClipped = 95_000
  /// Of all style blocks; Gmail drops one that is larger.
  static let longestStyle = StyledTemplate.styleLimit
  static let heavyMessage = 10_000_000
  static let longestMessage = MessageEncoder.largest

  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    var findings: [Preflight.Finding] = []
    let size = matter.encodedHTML
    let fit =
      matter.edition.fitted == nil
      ? "set digest.fit, or give --fit: further articles are then only links"
      : "set selection.limit, or shorten the articles' summaries"
    if size > clipped {
      findings.append(
        .init(
          .error, .htmlSize, at: "digest.html",
          "it has \(grouped(size)) bytes once encoded, \(grouped(size - clipped)) over"
            + " \(grouped(clipped)): Gmail cuts off its end with the link to unsubscribe",
          hint: fit))
    } else if size > nearlyClipped, matter.edition.fitted == nil {
      findings.append(
        .init(
          .warning, .htmlSize, at: "digest.html",
          "it has \(grouped(size)) bytes once encoded, \(grouped(clipped - size)) below"
            + " \(grouped(clipped)), where Gmail begins to cut off the end",
          hint: fit))
    }
    let style = matter.page.sheets.reduce(0) { $0 + $1.utf8.count }
    if style > longestStyle {
      findings.append(
        .init(
          .warning, .styleSize, at: "digest.html",
          "its style blocks have \(grouped(style)) bytes, Gmail drops what is over"
            + " \(grouped(longestStyle))",
          hint: "shorten the @media rules of theme.css"))
    }
    let message = matter.messageSize
    if message > heavyMessage {
      let isOver = message > longestMessage
      findings.append(
        .init(
          isOver ? .error : .warning, .messageSize, at: "message.eml",
          "the message has \(grouped(message)) bytes, "
            + (isOver
              ? "more than the 25 MB that Gmail takes"
              : "many servers refuse more than 10 MB"),
          hint: "attach less, or link to it; images.inline off leaves pictures on the web"))
    }
    return findings
  }

  /// With a comma between thousands, whatever the locale.
  static func grouped(_ number: Int) -> String {
    var text = String(number)
    var end = text.count - 3
    while end > 0 {
      text.insert(",", at: text.index(text.startIndex, offsetBy: end))
      end -= 3
    }
    return text
  }
}
