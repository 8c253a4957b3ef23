extension Preflight {
  /// What the rules look at, read and measured once.
  struct Matter {
    let edition: Edition
    let html: String
    let text: String
    let page: MailPage
    /// Of the HTML as quoted-printable, in bytes.
    let encodedHTML: Int
    /// Of the message as the sample reader gets it, in bytes.
    let messageSize: Int
    let facts: ClientFacts
    /// What a reader sees of the HTML, to look words up in.
    let shown: Haystack
    /// The text part, to look words up in.
    let written: Haystack
    /// The features that the theme's own findings name already.
    let themeFeatures: Set<String>
    private let readerFields: Set<String>

    /// `messageSize` is reckoned from both parts where it is not known.
    init(
      edition: Edition, html: String, text: String, messageSize: Int?, facts: ClientFacts,
      ignoring ignored: Set<Rule>
    ) {
      self.edition = edition
      self.html = html
      self.text = text
      page = MailPage(html)
      encodedHTML = QuotedPrintable.encode(html.utf8).count
      self.messageSize =
        messageSize ?? encodedHTML + QuotedPrintable.encode(text.utf8).count
      self.facts = facts
      shown = Haystack(page.visibleTexts.map(\.words).joined())
      written = Haystack(text)
      themeFeatures =
        ignored.contains(.theme) ? [] : Set((edition.themeRemarks ?? []).compactMap(\.feature))
      readerFields = Set(edition.files.flatMap { $0.fields ?? [] }.map { "[\($0.name)]" })
    }

    /// `digest.html:42`.
    func place(_ element: MailPage.Element) -> String { "digest.html:\(element.line)" }

    /// Where the sample reader's own value of a field stands for it.
    func isReaderField(_ text: String) -> Bool { readerFields.contains(text) }
  }
}
