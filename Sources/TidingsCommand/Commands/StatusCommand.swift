import ArgumentParser
import Delivery
import Foundation
import Tidings

/// What went out, what failed, what is unknown.
struct StatusCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Prints what went out, what failed and what is unknown, reader by reader.",
    discussion: """
      Examples:
        tidings status latest
        tidings status 2025-03-01 --all --json
      """)

  @Argument(help: "The edition, or 'latest'.")
  var edition = "latest"

  @Flag(help: "Every reader, also those who have it.")
  var all = false

  @OptionGroup var common: CommonOptions

  var printsJSON: Bool { common.json }

  func run() throws {
    let settings = try Settings(common)
    let outbox = settings.outbox
    let frozen = try outbox.load(edition)
    let id = frozen.edition.id
    let ledger = try settings.existingLedger()
    let isSending = try ledger?.isSending() ?? false
    let states = Set(LedgerEntry.State.allCases).subtracting(all ? [] : [.accepted])
    // Where nothing was mailed, what was written to the outbox is what there is to tell.
    let written = frozen.edition.deliveries(by: .outbox)
    let files = try ledger?.tally(written)
    let mailed = try ledger?.tally(id).total ?? 0
    let key = mailed == 0 && files?.total ?? 0 > 0 ? written : id
    let entries = try ledger?.entries(key, in: states) ?? []
    let report = Report(
      edition: frozen.edition, record: try ledger?.edition(id), tally: try ledger?.tally(key),
      entries: entries, written: files?[.accepted] ?? 0, isSending: isSending)
    let console = Console(json: printsJSON)
    if common.json {
      console.print(StableJSON.data(report))
    } else {
      console.print(report.text)
    }
  }

  private struct Report: Encodable {
    let edition: String
    let number: Int
    let subject: String
    let composed: String
    let firstSent: String?
    let finished: String?
    let sending: Bool
    let counts: [String: Int]
    /// Messages in the edition's own folder, which reached nobody.
    let written: Int
    let readers: [Reader]

    struct Reader: Encodable {
      let address: String
      let state: String
      let attempts: Int
      let code: Int?
      let words: String
      let transport: String
      let messageID: String
      let time: String
    }

    init(
      edition: Edition, record: EditionRecord?, tally: LedgerTally?, entries: [LedgerEntry],
      written: Int, isSending: Bool
    ) {
      func time(_ date: Date) -> String {
        Moment(instant: date, offset: 0, hasTime: true).description
      }
      self.edition = edition.id
      number = edition.number
      subject = edition.subject
      composed = edition.composed
      firstSent = record?.firstSent.map(time)
      finished = record?.finished.map(time)
      sending = isSending
      self.written = written
      counts = Dictionary(
        uniqueKeysWithValues: LedgerEntry.State.allCases.map { ($0.rawValue, tally?[$0] ?? 0) })
      readers = entries.map {
        Reader(
          address: $0.address, state: $0.state.rawValue, attempts: $0.attempts, code: $0.code,
          words: $0.words, transport: $0.transport, messageID: $0.messageID, time: time($0.time))
      }
    }

    var text: String {
      let going =
        sending
        ? "being sent now" : firstSent == nil ? "not sent" : finished == nil ? "unfinished" : "done"
      let shown = LedgerEntry.State.allCases.filter { $0 != .intended || sending }
      let head = """
        edition   \(edition) (No. \(number))
        subject   \(subject)
        composed  \(composed)
        sending   \(going)\(firstSent.map { ", begun \($0)" } ?? "")\(finished.map { ", finished \($0)" } ?? "")
        readers   \(shown.map { "\(counts[$0.rawValue] ?? 0) \($0.rawValue)" }.joined(separator: ", "))
        """
      let lines = readers.map { reader in
        "\(reader.state)  \(reader.address)  \(reader.words)"
      }
      let outbox = written == 0 ? [] : ["outbox    \(written) written, which reached nobody"]
      return ([head] + outbox + lines).joined(separator: "\n")
    }
  }
}
