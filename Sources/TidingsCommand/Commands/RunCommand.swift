import ArgumentParser
import Delivery
import Foundation
import Tidings

/// The weekly job.
struct RunCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "The weekly job: compose, check, send and write the snippets, once.",
    discussion: """
      Picks what is new since the last edition (the last 30 days for the first one), and sends it \
      when the check finds no error. An edition that an earlier run left unfinished is finished \
      first. With too little to send it does nothing and exits with 3.

      Example, for cron:
        0 9 * * 1  cd /srv/blog && tidings run --config tidings.yml
      """)

  @OptionGroup var options: EditionOptions
  @OptionGroup(title: "Sending") var sending: SendOptions

  var printsJSON: Bool { options.common.json }

  func run() async throws {
    let edition = try EditionSettings(options)
    let settings = edition.base
    let console = Console(json: printsJSON)
    let composer = try edition.composer()
    let plan = try SendPlan(settings, options: sending)
    try plan.validateList(console: console)
    let id = options.edition ?? composer.defaultID(now: settings.now)
    var document = Document()
    let earlier = try await finishEarlier(settings: settings, plan: plan, console: console)
    document.finished = earlier?.report
    var status = earlier?.status ?? .done
    if earlier?.edition != id {
      do {
        let sent = try await sendNew(
          id, edition: edition, composer: composer, plan: plan, console: console,
          document: &document)
        if status == .done { status = sent == .nothing && earlier != nil ? .done : sent }
      } catch let failure as CommandFailure where failure.status == .nothing && earlier != nil {
        // What was left of the earlier edition did go out, or failed, and its status tells.
        console.note(failure.message)
      }
    }
    if printsJSON { console.print(StableJSON.data(document)) }
    if status != .done { throw status }
  }

  /// What one run did; absent is what it had no need to do.
  private struct Document: Encodable {
    var finished: SendReport?
    var composed: ComposeCommand.Summary?
    var sent: SendReport?
  }

  /// Composes and sends the edition of this run.
  private func sendNew(
    _ id: String, edition: EditionSettings, composer: Composer, plan: SendPlan, console: Console,
    document: inout Document
  ) async throws -> ExitStatus {
    let settings = edition.base
    if try settings.existingLedger()?.edition(id)?.finished != nil {
      throw CommandFailure(
        "nothing to send: the edition '\(id)' went out already", status: .nothing)
    }
    let composing = try await Composing(
      edition, id: id, defaultSince: "last-edition", console: console)
    let composition = try composing.composition(id: id, composer: composer)
    let summary = ComposeCommand.Summary(composition, path: try composing.write(composition))
    document.composed = summary
    if !printsJSON { console.print(summary.text) }
    let report = try await Sending(try settings.outbox.load(id), plan: plan, console: console)
      .send(asRun: true)
    document.sent = report
    if !printsJSON { console.print(report.text) }
    return report.status == .done && composing.hasBrokenSource ? .inPart : report.status
  }

  /// Sends what an earlier run left of its edition; nil when there is nothing to finish.
  private func finishEarlier(
    settings: Settings, plan: SendPlan, console: Console
  ) async throws -> (edition: String, status: ExitStatus, report: SendReport?)? {
    guard let ledger = try settings.existingLedger(),
      let last = try ledger.lastEdition(before: .distantFuture)
    else { return nil }
    let isUnfinished = try last.finished == nil || ledger.tally(last.id)[.deferred] > 0
    guard isUnfinished else { return nil }
    let frozen: FrozenEdition
    do throws(OutboxError) {
      frozen = try settings.outbox.load(last.id)
    } catch {
      console.note(
        "the edition '\(last.id)' was left unfinished and cannot be finished: \(error)", .error)
      return (last.id, .inPart, nil)
    }
    console.note("finishing the edition '\(last.id)', which an earlier run left unfinished")
    let report = try await Sending(frozen, plan: plan, console: console).send(asRun: true)
    if !printsJSON { console.print(report.text) }
    return (last.id, report.status == .nothing ? .done : report.status, report)
  }
}
