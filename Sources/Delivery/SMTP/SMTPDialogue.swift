/// Follows one delivery's commands and replies, so that its fate can be told exactly.
///
/// libcurl reports the same code for a refused sender, a refused reader and a refused DATA, and
/// goes on without logging in when AUTH is not offered: only the lines themselves tell.
final class SMTPDialogue: CurlListener {
  private(set) var session: SMTPSession
  private(set) var stage = Stage.connecting
  /// The latest reply, and the stage that it answers.
  private(set) var reply: (stage: Stage, reply: SMTPReply)?
  /// Set when the delivery was ended from here, before anything could be accepted.
  private(set) var objection: Objection?

  private let needsLogin: Bool
  private let needsUTF8: Bool
  private var lines: [String] = []

  /// More of a reply is not kept.
  private static let mostLines = 32

  init(session: SMTPSession, needsLogin: Bool, needsUTF8: Bool) {
    self.session = session
    self.needsLogin = needsLogin
    self.needsUTF8 = needsUTF8
  }

  enum Stage: Sendable, Hashable {
    case connecting
    case hello
    case startTLS
    case login
    case sender
    case recipient
    case data
    /// After 354: what comes next answers the final dot.
    case body
    case quit
  }

  enum Objection: Sendable, Hashable {
    case loginNotOffered
    case utf8NotOffered
  }

  func sent(_ text: String) {
    guard let next = Self.stage(of: text) else { return }
    if next == .hello { session = SMTPSession() }
    stage = next
    lines = []
  }

  func received(_ line: String) -> Bool {
    guard stage != .quit else { return true }
    let line = line.printable()
    guard let code = Int(line.prefix(3)), line.utf8.count >= 3 else { return true }
    if lines.count < Self.mostLines { lines.append(line) }
    if line.dropFirst(3).first == "-" { return true }
    return conclude(code)
  }

  /// Takes in the reply whose last line has come.
  private func conclude(_ code: Int) -> Bool {
    let words = ["\(code)"] + lines.map { String($0.dropFirst(4)) }
    let reply = SMTPReply(code: code, text: words.joined(separator: " ").printable())
    let capabilities = lines.map { $0.dropFirst(4).uppercased() }
    lines = []
    self.reply = (stage, reply)
    switch stage {
    case .hello: session.capabilities = capabilities
    case .login: if code == 235 { session.isLoggedIn = true }
    case .sender where reply.isAccepted:
      if needsLogin, !session.isLoggedIn { objection = .loginNotOffered }
      if needsUTF8, !session.offers("SMTPUTF8") { objection = objection ?? .utf8NotOffered }
    case .data: if code == 354 { stage = .body }
    case .connecting, .startTLS, .sender, .recipient, .body, .quit: break
    }
    return objection == nil
  }

  private static func stage(of command: String) -> Stage? {
    let verbs: [(String, Stage)] = [
      ("EHLO ", .hello), ("HELO ", .hello), ("STARTTLS\r\n", .startTLS), ("AUTH ", .login),
      ("MAIL FROM:", .sender), ("RCPT TO:", .recipient), ("DATA\r\n", .data), ("QUIT\r\n", .quit),
    ]
    return verbs.first { command.hasPrefix($0.0) }?.1
  }
}

/// What is known of a connection for as long as it lives.
struct SMTPSession: Sendable, Hashable {
  var isLoggedIn = false
  /// EHLO's lines in upper case, such as `AUTH PLAIN LOGIN`.
  var capabilities: [String] = []

  func offers(_ keyword: String) -> Bool {
    capabilities.contains { $0 == keyword || $0.hasPrefix(keyword + " ") }
  }
}
