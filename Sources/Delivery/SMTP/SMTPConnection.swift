import Tidings

/// One connection to an SMTP server, reused from message to message, on a thread of its own.
///
/// An actor because libcurl's handle must not be used from two threads at a time.
actor SMTPConnection {
  private let executor = QueueExecutor(label: "tidings.smtp")
  private let server: SMTPServer
  private let access: SMTPAccess
  private var handle = CurlHandle()
  private var session = SMTPSession()

  init(server: SMTPServer, access: SMTPAccess) {
    self.server = server
    self.access = access
  }

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// Blocks this connection's thread until the parcel's fate is known.
  func deliver(_ parcel: Parcel) throws(DeliveryFailure) -> Receipt {
    var (dialogue, outcome) = transfer(parcel)
    if outcome.isReused, Self.wasStale(dialogue) {
      (dialogue, outcome) = transfer(parcel)
    }
    let verdict = SMTPVerdict(
      server: server, recipient: parcel.recipient.description, timeouts: access.timeouts)
    return try verdict.receipt(dialogue, outcome)
  }

  func close() {
    renew()
  }

  private func transfer(_ parcel: Parcel) -> (SMTPDialogue, CurlOutcome) {
    let dialogue = SMTPDialogue(
      session: session, needsLogin: server.user != nil,
      needsUTF8: !(parcel.sender.local + parcel.recipient.local).utf8.allSatisfy { $0 < 0x80 })
    let request = CurlRequest(
      url: server.url,
      job: .mail(
        sender: parcel.sender.description, recipient: parcel.recipient.description,
        security: server.security),
      upload: parcel.bytes, user: server.user, password: access.password, caFile: access.caFile,
      avoidsProxy: server.isLoopback, timeouts: access.timeouts)
    let outcome = handle.perform(request, listener: dialogue)
    session = dialogue.session
    if outcome.fault != nil, !Self.isInStep(dialogue) {
      // A late reply would be read as the answer to the next command.
      handle.hangUp()
      renew()
    }
    return (dialogue, outcome)
  }

  private func renew() {
    handle = CurlHandle()
    session = SMTPSession()
  }

  /// Every command has had its answer: the message's was the last.
  private static func isInStep(_ dialogue: SMTPDialogue) -> Bool {
    dialogue.stage == .body && dialogue.reply?.stage == .body && dialogue.reply?.reply.code != 421
  }

  /// The server had closed the kept connection, by silence or by 421, before it took anything.
  private static func wasStale(_ dialogue: SMTPDialogue) -> Bool {
    guard let (stage, reply) = dialogue.reply else { return dialogue.stage == .sender }
    return stage == .sender && reply.code == 421
  }
}

/// What one needs beside the server's name to be let in.
struct SMTPAccess: Sendable {
  let password: Secret?
  let caFile: String?
  let timeouts: Timeouts
}
