import ArgumentParser
import Delivery
import Foundation
import Tidings

/// Freezes an edition in the outbox.
struct ComposeCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "compose",
    abstract: "Writes a frozen edition to the outbox: this is the dry run.",
    discussion: """
      What is composed is what 'send' transmits. Open preview.html to see all of it.

      Examples:
        tidings compose --articles posts --tag ai --tag open-source --since 30d
        tidings compose --config tidings.yml --now 2025-03-01T09:00:00Z
      """)

  @OptionGroup var options: EditionOptions

  var printsJSON: Bool { options.common.json }

  func run() async throws {
    let settings = try EditionSettings(options)
    let console = Console(json: printsJSON)
    let composer = try settings.composer()
    let id = options.edition ?? composer.defaultID(now: settings.base.now)
    let composing = try await Composing(settings, id: id, console: console)
    let composition = try composing.composition(id: id, composer: composer)
    let path = try composing.write(composition)
    if options.common.json {
      console.print(StableJSON.data(Summary(composition, path: path)))
    } else {
      console.print(Summary(composition, path: path).text)
    }
    if composing.isInPart { throw ExitStatus.inPart }
  }

  /// What was composed, as it is printed.
  struct Summary: Encodable {
    let edition: String
    let path: String
    let subject: String
    let picked: Int
    let left: [String: Int]
    let files: [String]
    private let leftInWords: String
    private let titles: [String]

    enum CodingKeys: String, CodingKey {
      case edition, path, subject, picked, left, files
    }

    init(_ composition: Composer.Composition, path: String) {
      let edition = composition.edition
      self.edition = edition.id
      self.path = path
      subject = edition.subject
      picked = edition.picked.count
      titles = edition.picked.map(\.title)
      left = edition.left
      files = composition.files.map(\.name)
      leftInWords = edition.leftInWords
    }

    var text: String {
      let tops = files.filter { !$0.contains("/") }
      let folders = Dictionary(grouping: files.filter { $0.contains("/") }) { name in
        String(name[..<(name.lastIndex(of: "/") ?? name.endIndex)])
      }
      let names = tops + folders.keys.sorted().map { "\($0)/ (\(folders[$0]?.count ?? 0))" }
      return """
        edition   \(edition)
        subject   \(subject)
        picked    \(picked)
        \(titles.map { "            \($0)" }.joined(separator: "\n"))
        left out  \(leftInWords)
        files     \(path)/
        \(names.map { "            \($0)" }.joined(separator: "\n"))
        """
    }
  }
}

extension Composing {
  /// Writes the edition, unless one of that name is on its way to readers already.
  func write(_ composition: Composer.Composition) throws -> String {
    let id = composition.edition.id
    for remark in composition.edition.themeRemarks ?? [] { console.note("\(remark)", .warning) }
    if let ledger = try settings.base.existingLedger(), try ledger.isSettled(id),
      (try? outbox.load(id))?.edition != composition.edition
    {
      throw CommandFailure(
        "the edition '\(id)' went out already and stays as it is; give --edition NAME for another")
    }
    return try outbox.write(composition)
  }
}

extension Ledger {
  /// Somebody may have the edition, or is about to get it.
  fileprivate func isSettled(_ edition: String) throws(LedgerError) -> Bool {
    if try self.edition(edition) != nil { return true }
    let tally = try tally(edition)
    guard tally.reached == 0, tally.total > 0 else { return tally.reached > 0 }
    return try isSending()
  }
}
