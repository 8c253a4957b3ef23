/// An edition's message, its parts as the sample reader gets them, and the files of both.
struct RenderedMessage: Sendable {
  let message: Message
  let preheader: String
  let plan: DigestPlan
  /// How many articles became links so that the message is not cut off.
  let fitted: Int
  let pictures: EditionPictures.Used
  let html: String
  let text: String
  /// In bytes, encoded.
  let size: Int
  /// The files of its folder, and what its record says of them.
  let files: [Composer.Composition.File]
  let recorded: [Edition.File]

  /// One part, and where the sample reader's own words stand in it.
  fileprivate struct Part {
    let text: String
    let fields: [Edition.Field]
  }

  /// - Throws: `ComposeError` for a subject or a sender that gives no valid message.
  init(by writer: DigestWriter, attachments: [Enclosure]) throws(ComposeError) {
    let written = try writer.written()
    preheader = written.preheader
    plan = written.plan
    fitted = written.fitted
    pictures = writer.pictures.used(by: plan.shown, in: written.message.html)
    message = written.message.enclosing(pictures: pictures.enclosures, attachments: attachments)
    do throws(MailError) {
      let encoder = try MessageEncoder(message)
      let sample = try SampleReader.recipient(for: message)
      let html = try Part(message.html, for: sample, unsubscribe: message.unsubscribe)
      let text = try Part(message.text, for: sample, unsubscribe: message.unsubscribe)
      let encoded = try encoder.bytes(for: sample)
      let page = Composer.Composition.File(name: "digest.html", bytes: Array(html.text.utf8))
      let plain = Composer.Composition.File(name: "digest.txt", bytes: Array(text.text.utf8))
      let others =
        [.init(name: "message.eml", bytes: encoded)] + pictures.files + attachments.map(\.frozen)
      files = [page, plain] + others
      recorded =
        [.init(page, fields: html.fields), .init(plain, fields: text.fields)]
        + others.map { .init($0) }
      self.html = html.text
      self.text = text.text
      size = encoded.count
    } catch {
      throw .mail(error)
    }
  }
}

extension RenderedMessage.Part {
  init(
    _ text: PersonalText, for reader: Recipient, unsubscribe: Unsubscribe?
  ) throws(MailError) {
    var string = ""
    var fields: [Edition.Field] = []
    for piece in text.pieces {
      let words = try PersonalText(pieces: [piece]).filled(for: reader, unsubscribe: unsubscribe)
      if case .field(let field, let escaping) = piece {
        fields.append(
          .init(
            offset: string.utf8.count, length: words.utf8.count, name: field, escaping: escaping))
      }
      string += words
    }
    self.init(text: string, fields: fields)
  }
}
