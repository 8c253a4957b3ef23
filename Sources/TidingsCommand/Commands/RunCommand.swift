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
    let console = Console.standard
    let composer = try edition.composer()
    let plan = try SendPlan(settings, options: sending)
    try plan.validateList(console: console)
    let id = options.edition ?? composer.defaultID(now: settings.now)
    let resumed = try await finishEarlier(settings: settings, plan: plan, console: console)
    var status = resumed?.status ?? .done
    if resumed?.edition != id {
      do {
        let sent = try await sendNew(
          id, edition: edition, composer: composer, plan: plan, console: console)
        if status == .done { status = sent == .nothing && resumed != nil ? .done : sent }
      } catch let failure as CommandFailure where failure.status == .nothing && resumed != nil {
        // What was left of the earlier edition did go out, or failed, and its status tells.
        console.note(failure.message)
      }
    }
    if status != .done { throw status }
  }

  /// Composes and sends the edition of this run.
  private func sendNew(
    _ id: String, edition: EditionSettings, composer: Composer, plan: SendPlan, console: Console
  ) async throws -> ExitStatus {
    let settings = edition.base
    if try settings.existingLedger()?.edition(id)?.finished != nil {
      throw CommandFailure(
        "nothing to send: the edition '\(id)' went out already", status: .nothing)
    }
    let composing = try await Composing(
      edition, id: id, defaultSince: "last-edition", console: console)
    let composition = try composing.composition(id: id, composer: composer)
    let path = try composing.write(composition)
    if !options.common.json {
      console.print(ComposeCommand.Summary(composition, path: path).text)
    }
    return try await Sending(
      try settings.outbox.load(id), plan: plan, console: console
    ).send(asRun: true)
  }

  /// Sends what an earlier run left of its edition; nil when there is nothing to finish.
  private func finishEarlier(
    settings: Settings, plan: SendPlan, console: Console
  ) async throws -> (edition: String, status: ExitStatus)? {
    let outbox = settings.outbox
    guard let ledger = try settings.existingLedger(),
      let last = try ledger.lastEdition(before: .distantFuture, excluding: nil)
    else { return nil }
    let isUnfinished = try last.finished == nil || ledger.tally(last.id)[.deferred] > 0
    guard isUnfinished else { return nil }
    let frozen: FrozenEdition
    do throws(OutboxError) {
      frozen = try outbox.load(last.id)
    } catch {
      console.note(
        "error: the edition '\(last.id)' was left unfinished and cannot be finished: \(error)")
      return (last.id, .inPart)
    }
    console.note("finishing the edition '\(last.id)', which an earlier run left unfinished")
    let status = try await Sending(frozen, plan: plan, console: console).send(asRun: true)
    return (last.id, status == .nothing ? .done : status)
  }
}
