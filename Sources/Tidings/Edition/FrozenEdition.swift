import Foundation
import Mustache

/// An edition as it lies in the outbox, its files verified.
public struct FrozenEdition: Sendable {
  public let edition: Edition
  /// Its folder.
  public let path: String
  public let html: PersonalText
  public let text: PersonalText
  /// `snippets.json`; nil for an edition without snippets.
  private let snippetList: [UInt8]?
  /// What the HTML part shows, and what is attached.
  private let enclosures: (pictures: [Enclosure], attachments: [Enclosure])
  /// The bytes of the message as the sample reader gets it.
  public let messageSize: Int
  /// Both parts as the sample reader gets them.
  public let sample: (html: String, text: String)

  init(
    edition: Edition, path: String, bytes: [String: [UInt8]]
  ) throws(OutboxError) {
    func part(_ name: String) throws(OutboxError) -> (PersonalText, String) {
      guard let file = edition.files.first(where: { $0.name == name }), let read = bytes[name]
      else {
        throw OutboxError(path: path + "/" + name, reason: .missing)
      }
      do {
        return (
          try PersonalText(read, fields: file.fields ?? []), String(decoding: read, as: UTF8.self)
        )
      } catch {
        throw OutboxError(path: path + "/edition.json", reason: error)
      }
    }
    let (html, sampleHTML) = try part("digest.html")
    let (text, sampleText) = try part("digest.txt")
    self.edition = edition
    self.path = path
    self.html = html
    self.text = text
    sample = (sampleHTML, sampleText)
    messageSize = bytes["message.eml"]?.count ?? 0
    snippetList = bytes["snippets.json"]
    let pictures = (edition.pictures ?? []).enclosures { bytes[$0] }
    let attachments = edition.files.compactMap { file -> Enclosure? in
      guard file.name.hasPrefix(Edition.attachmentsFolder), let read = bytes[file.name] else {
        return nil
      }
      return Enclosure(
        name: String(file.name.dropFirst(Edition.attachmentsFolder.count)), bytes: read)
    }
    enclosures = (pictures, attachments)
  }

  /// What is wrong with it, but for the rules in `ignored`.
  public func preflight(
    facts: ClientFacts = .builtIn, ignoring ignored: Set<Preflight.Rule> = []
  ) -> Preflight {
    Preflight(
      edition: edition, html: sample.html, text: sample.text, messageSize: messageSize,
      facts: facts, ignoring: ignored)
  }

  /// The posts about its articles, as they were composed.
  /// - Throws: `OutboxError` when `snippets.json` holds what no composition writes.
  public func snippets() throws(OutboxError) -> [Snippet] {
    guard let snippetList else { return [] }
    do {
      return try JSONDecoder().decode([String: [Snippet]].self, from: Data(snippetList))[
        "snippets"] ?? []
    } catch {
      throw OutboxError(path: path + "/snippets.json", reason: .malformed("it holds no snippets"))
    }
  }

  /// Its page for a person, which says what was posted of it until now.
  ///
  /// `networks` count the parts of a series, `ignored` are rules that its check leaves out; the
  /// edition's own bytes give all else.
  /// - Throws: `OutboxError` when a file of it holds what no composition writes.
  public func preview(
    postings: Postings, networks: [Network], ignoring ignored: Set<Preflight.Rule> = []
  ) throws(OutboxError) -> [UInt8] {
    let template: MustacheTemplate
    do {
      template = try Templates.previewTemplate()
    } catch {
      throw OutboxError(path: path, reason: .malformed(error.description))
    }
    let zone = TimeZone(identifier: edition.timeZone) ?? .gmt
    let noted = try snippets().map { postings.noting($0, zone: zone) }
    return PreviewPage(
      edition: edition, html: enclosures.pictures.shownByData(sample.html), text: sample.text,
      findings: preflight(ignoring: ignored).findings,
      snippets: PreviewSnippets(noted, of: edition, networks: networks)
    ).bytes(template)
  }

  /// The message as its sample reader gets it.
  func sampleMessage() throws(OutboxError) -> [UInt8] {
    let message = try message()
    do throws(MailError) {
      let sample = try SampleReader.recipient(for: message)
      return try MessageEncoder(message).bytes(for: sample)
    } catch {
      throw OutboxError(path: path + "/edition.json", reason: .malformed(error.description))
    }
  }

  /// The message that its readers get.
  /// - Throws: `OutboxError` when `edition.json` holds what no composition writes.
  public func message() throws(OutboxError) -> Message {
    guard case .date(let date) = DateReader(zone: .gmt).read(edition.composed) else {
      throw OutboxError(path: path + "/edition.json", reason: .malformed("'composed' is no date"))
    }
    let sender = edition.newsletter
    do {
      return Message(
        from: try sender.from.map(Mailbox.init(parsing:)) ?? SampleReader.sender(name: sender.name),
        replyTo: try sender.replyTo.map(Mailbox.init(parsing:)), subject: edition.subject,
        date: date, edition: edition.id, listName: sender.name, unsubscribe: sender.unsubscribe,
        text: text, html: html, pictures: enclosures.pictures,
        attachments: enclosures.attachments)
    } catch {
      throw OutboxError(path: path + "/edition.json", reason: .malformed("\(error)"))
    }
  }
}
