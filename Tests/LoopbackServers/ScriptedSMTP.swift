import Foundation
import Glibc
import Synchronization

/// What a test server does instead of, or as, its answer.
package enum Step: Sendable {
  case reply(String)
  case drop
  case silence
  /// Answers once the client cannot be waiting any more, and goes on.
  case late(String, microseconds: UInt32)
}

/// How a test server answers; what is left as it is accepts everything.
package struct SMTPScript: Sendable {
  package var greeting: Step = .reply("220 test.example ready")
  package var extensions = ["PIPELINING", "8BITMIME"]
  package var startTLS: Step = .reply("454 no TLS now")
  package var login: Step = .reply("235 welcome")
  package var sender: @Sendable (_ address: String) -> Step = { _ in .reply("250 sender fine") }
  package var recipient: @Sendable (_ address: String) -> Step = { _ in .reply("250 recipient fine")
  }
  package var data: Step = .reply("354 go on")
  /// The count is of this server's messages, from 1.
  package var body: @Sendable (_ count: Int) -> Step = { .reply("250 2.0.0 Ok: queued as \($0)") }
  /// Closes each connection in silence after so many messages.
  package var messagesPerConnection = Int.max

  package init() {}
}

/// A message as a test server has it, its dots undone.
package struct Mail: Sendable, Hashable {
  package let sender: String
  package let recipients: [String]
  package let bytes: [UInt8]

  package init(sender: String, recipients: [String], bytes: [UInt8]) {
    self.sender = sender
    self.recipients = recipients
    self.bytes = bytes
  }
}

/// An SMTP server for one test.
package final class ScriptedSMTP: Sendable {
  package let server: LoopbackServer
  private let notes: Notes

  package var port: Int { server.port }
  /// The messages whose final dot was seen, whatever was said to it.
  package var mails: [Mail] { notes.mails.withLock { $0 } }
  /// All commands of all connections, as they came.
  package var commands: [String] { notes.commands.withLock { $0 } }
  package var connections: Int { notes.connections.withLock { $0 } }

  package init(_ script: SMTPScript = SMTPScript()) throws {
    let notes = Notes()
    self.notes = notes
    server = try LoopbackServer { connection in
      notes.connections.withLock { $0 += 1 }
      SMTPTalk(connection: connection, script: script, notes: notes).run()
    }
  }

  package func stop() { server.stop() }

  final class Notes: Sendable {
    let mails = Mutex<[Mail]>([])
    let commands = Mutex<[String]>([])
    let connections = Mutex(0)
  }
}

/// One connection's talk.
private struct SMTPTalk {
  let connection: LoopbackConnection
  let script: SMTPScript
  let notes: ScriptedSMTP.Notes

  func run() {
    guard take(script.greeting) else { return }
    var sender = ""
    var recipients: [String] = []
    var count = 0
    while let line = connection.line() {
      let command = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .newlines)
      notes.commands.withLock { $0.append(command) }
      switch command.uppercased().prefix(4) {
      case "EHLO":
        let lines = ["test.example"] + script.extensions
        for line in lines.dropLast() { connection.write("250-\(line)\r\n") }
        connection.write("250 \(lines.last ?? "")\r\n")
      case "STAR":
        guard take(script.startTLS) else { return }
      case "AUTH":
        // PLAIN asks once, LOGIN for the name and then the password.
        for _ in 0..<(command.uppercased().hasPrefix("AUTH LOGIN") ? 2 : 1) {
          connection.write("334 \r\n")
          guard connection.line() != nil else { return }
        }
        guard take(script.login) else { return }
      case "MAIL":
        sender = Self.address(in: command)
        recipients = []
        guard take(script.sender(sender)) else { return }
      case "RCPT":
        recipients.append(Self.address(in: command))
        guard take(script.recipient(recipients.last ?? "")) else { return }
      case "DATA":
        guard take(script.data) else { return }
        guard case .reply(let text) = script.data, text.hasPrefix("354") else { continue }
        guard let bytes = body() else { return }
        let number = notes.mails.withLock { mails in
          mails.append(Mail(sender: sender, recipients: recipients, bytes: bytes))
          return mails.count
        }
        guard take(script.body(number)) else { return }
        count += 1
        if count >= script.messagesPerConnection { return }
      case "QUIT":
        connection.write("221 bye\r\n")
        return
      default: connection.write("502 what\r\n")
      }
    }
  }

  /// Whether the talk goes on.
  private func take(_ step: Step) -> Bool {
    switch step {
    case .reply(let text):
      connection.write(text + "\r\n")
      return true
    case .drop: return false
    case .silence:
      connection.waitForEnd()
      return false
    case .late(let text, let microseconds):
      usleep(microseconds)
      connection.write(text + "\r\n")
      return true
    }
  }

  /// The message up to the lone dot, with RFC 5321 4.5.2 undone.
  private func body() -> [UInt8]? {
    var bytes: [UInt8] = []
    while let line = connection.line() {
      if line == [0x2E, 0x0D, 0x0A] { return bytes }
      bytes += line.first == 0x2E ? line.dropFirst() : line[...]
    }
    return nil
  }

  private static func address(in command: String) -> String {
    let start = command.firstIndex(of: "<").map(command.index(after:)) ?? command.startIndex
    let end = command.lastIndex(of: ">") ?? command.endIndex
    return start <= end ? String(command[start..<end]) : ""
  }
}
