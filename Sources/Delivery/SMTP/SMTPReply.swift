/// One reply of an SMTP server (RFC 5321 4.2), its lines joined.
struct SMTPReply: Sendable, Hashable {
  let code: Int
  /// Printable, with the code in front: `250 2.0.0 Ok: queued as X`.
  let text: String

  var isAccepted: Bool { (200..<300).contains(code) }
  var isTransient: Bool { (400..<500).contains(code) }
  var isPermanent: Bool { (500..<600).contains(code) }

  /// The server wants somebody to log in, or to log in otherwise (RFC 4954 6).
  var isAboutLogin: Bool { [530, 534, 535, 538].contains(code) }
}
