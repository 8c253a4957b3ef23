/// Tells what became of one delivery from its dialogue and from what libcurl says.
struct SMTPVerdict {
  let server: SMTPServer
  let recipient: String
  let timeouts: Timeouts

  /// - Throws: whatever is not plain acceptance.
  func receipt(_ dialogue: SMTPDialogue, _ outcome: CurlOutcome) throws(DeliveryFailure) -> Receipt
  {
    if let objection = dialogue.objection { throw failure(objection, dialogue.session) }
    let stage = dialogue.stage == .quit ? dialogue.reply?.stage ?? .quit : dialogue.stage
    let reply = dialogue.reply.flatMap { $0.stage == stage ? $0.reply : nil }
    switch stage {
    case .body: return try afterBody(reply, outcome)
    case .data where reply?.code == 354: return try afterBody(nil, outcome)
    case .sender, .recipient, .data: throw inEnvelope(stage, reply, outcome)
    case .connecting, .hello, .startTLS, .login, .quit: throw beforeMail(stage, reply, outcome)
    }
  }

  /// The final dot may be on the wire: only a reply to it settles anything.
  private func afterBody(
    _ reply: SMTPReply?, _ outcome: CurlOutcome
  ) throws(DeliveryFailure) -> Receipt {
    guard let reply else {
      guard outcome.isHandedOver else {
        throw failure(.deferred, lost(outcome, "in the middle of the message"))
      }
      throw failure(
        .unknown, lost(outcome, "after the whole message was sent"),
        hint: "the server may have accepted it")
    }
    if reply.isAccepted { return Receipt(code: reply.code, words: reply.text) }
    if reply.isTransient { throw failure(.deferred, reply) }
    if reply.isPermanent { throw failure(.refused, reply) }
    throw failure(
      .unknown, "the message was answered by '\(reply.text)', which says neither yes nor no")
  }

  /// Before 354 nothing can have been accepted.
  private func inEnvelope(
    _ stage: SMTPDialogue.Stage, _ reply: SMTPReply?, _ outcome: CurlOutcome
  ) -> DeliveryFailure {
    guard let reply, !reply.isAccepted, reply.code != 354 else {
      return failure(.deferred, lost(outcome, "before the message"))
    }
    if reply.isAboutLogin {
      return failure(
        .fatal, reply,
        hint: server.user == nil
          ? "the server wants a user name and a password" : "check the user name and the password")
    }
    if reply.isTransient { return failure(.deferred, reply) }
    if stage == .sender {
      return failure(.fatal, reply, hint: "the server does not take mail from this sender")
    }
    return reply.isPermanent
      ? failure(.refused, reply)
      : failure(.deferred, "'\(reply.text)' is no reply that SMTP has here")
  }

  private func beforeMail(
    _ stage: SMTPDialogue.Stage, _ reply: SMTPReply?, _ outcome: CurlOutcome
  ) -> DeliveryFailure {
    if let reply, reply.isTransient { return failure(.unavailable, reply) }
    switch outcome.fault {
    case .cannotResolve:
      return failure(.unavailable, outcome.words, hint: "is the host's name spelled right?")
    case .cannotConnect:
      return failure(
        .unavailable, "cannot connect (\(outcome.words))",
        hint: "is the server running, and is \(server.port) its port?")
    case .certificate:
      return failure(
        .fatal, "TLS failed (\(outcome.words))",
        hint: "the certificate must be valid for '\(server.host)', or its CA file be named")
    case .tls:
      return failure(
        .fatal, "TLS failed (\(outcome.words))",
        hint: server.security == .implicitTLS
          ? "smtps:// is TLS from the first byte, usually on port 465; smtp:// is STARTTLS" : nil)
    case .startTLSMissing:
      return failure(
        .fatal, "the server does not offer STARTTLS, and nothing is sent in the clear",
        hint: "try smtps:// on port 465, or allow plain text expressly")
    case .loginDenied:
      return failure(
        .fatal, code: reply?.code, "cannot log in (\(reply?.text ?? outcome.words))",
        hint: "check the user name and the password")
    case .timedOut:
      return failure(
        .unavailable, "the server did not answer in time (\(outcome.words))",
        hint: server.security == .implicitTLS ? nil : "does this port expect smtps://?")
    case .ended, .other, nil:
      guard let reply, reply.isPermanent else {
        return failure(.unavailable, lost(outcome, "before the message"))
      }
      if stage == .startTLS {
        return failure(.fatal, reply, hint: "STARTTLS was refused; nothing is sent in the clear")
      }
      return failure(.fatal, reply)
    }
  }

  private func failure(_ objection: SMTPDialogue.Objection, _ session: SMTPSession)
    -> DeliveryFailure
  {
    switch objection {
    case .loginNotOffered:
      let offer = session.capabilities.joined(separator: ", ")
      return failure(
        .fatal, "cannot log in: the server offers no AUTH (it offers: \(offer))",
        hint: server.security == .plaintext || server.security == .opportunistic
          ? "many servers offer AUTH over TLS only" : "leave out the user name if none is needed")
    case .utf8NotOffered:
      return failure(
        .refused,
        "the address '\(recipient)' or the sender's needs SMTPUTF8, which the server lacks")
    }
  }

  private func lost(_ outcome: CurlOutcome, _ when: String) -> String {
    outcome.fault == .timedOut
      ? "no answer within \(timeouts.reply) \(when)"
      : "the connection was lost \(when) (\(outcome.words))"
  }

  private func failure(
    _ kind: DeliveryFailure.Kind, _ reply: SMTPReply, hint: String? = nil
  ) -> DeliveryFailure {
    failure(kind, code: reply.code, reply.text, hint: hint)
  }

  private func failure(
    _ kind: DeliveryFailure.Kind, code: Int? = nil, _ words: String, hint: String? = nil
  ) -> DeliveryFailure {
    DeliveryFailure(kind, at: server.place, code: code, words, hint: hint)
  }
}
