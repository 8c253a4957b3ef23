import ArgumentParser
import Delivery
import Foundation
import Glibc
import Tidings

/// Standard output and standard error: nothing reaches a terminal but through here.
struct Console: Sendable {
  /// Notes are JSON, one object a line.
  let json: Bool

  /// A result, on standard output; control characters in it are shown, not obeyed.
  func print(_ text: String) {
    write(text.terminalSafe + "\n", to: STDOUT_FILENO)
  }

  /// Bytes of our own making, such as JSON.
  func print(_ data: Data) {
    write(data, to: STDOUT_FILENO)
  }

  /// A list of any length as one JSON document.
  func print<Values: RandomAccessCollection>(list values: Values)
  where Values.Element: Encodable {
    StableJSON.write(list: values) { print($0) }
  }

  /// Lines of any number, many at a time.
  func print(lines: some Sequence<String>) {
    var text = ""
    for line in lines {
      text += line.terminalSafe + "\n"
      if text.utf8.count > 1 << 16 {
        write(text, to: STDOUT_FILENO)
        text = ""
      }
    }
    write(text, to: STDOUT_FILENO)
  }

  /// Everything that is no result, on standard error.
  func note(_ text: String, _ severity: Severity = .note) {
    guard json else {
      let mark = severity == .note ? "" : severity.rawValue + ": "
      return write((mark + text).terminalSafe + "\n", to: STDERR_FILENO)
    }
    write(["severity": severity.rawValue, "reason": text])
  }

  enum Severity: String {
    case note
    case warning
    case error
  }

  /// What is wrong with one input: a line, or a JSON object on one.
  func note(_ diagnostic: Diagnostic) {
    guard json else { return write(diagnostic.description.terminalSafe + "\n", to: STDERR_FILENO) }
    write(DiagnosticLine(diagnostic))
  }

  private func write(_ line: some Encodable) {
    write(String(decoding: StableJSON.line(line), as: UTF8.self) + "\n", to: STDERR_FILENO)
  }

  /// Shows how far a long run is; only a person at a terminal sees it.
  func progress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    write("\r\u{1B}[K" + text.terminalSafe, to: STDERR_FILENO)
  }

  func endProgress() {
    guard isatty(STDERR_FILENO) == 1 else { return }
    write("\r\u{1B}[K", to: STDERR_FILENO)
  }

  /// The one place where an error becomes text and an exit status.
  func report(_ error: any Error) -> ExitStatus {
    switch error {
    case let status as ExitStatus:
      return status
    case let failure as CommandFailure:
      // That nothing is due is no fault.
      note(failure.message, failure.status == .nothing ? .note : .error)
      return failure.status
    default:
      let code = TidingsCommand.exitCode(for: error)
      if code == .success {
        print(TidingsCommand.fullMessage(for: error))
        return .done
      }
      if code == .validationFailure, !json {
        note(TidingsCommand.fullMessage(for: error))
      } else if code == .validationFailure {
        note(TidingsCommand.message(for: error), .error)
      } else {
        note("\(error)", .error)
      }
      return .notStarted
    }
  }

  private func write(_ text: String, to file: Int32) { write(Data(text.utf8), to: file) }

  private func write(_ data: Data, to file: Int32) {
    var bytes = data
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      // A reader that went away, such as `head`, is no fault of ours.
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }
}

/// A diagnostic as one JSON object.
private struct DiagnosticLine: Encodable {
  let severity: String
  let path: String
  let line: Int?
  let reason: String

  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    path = diagnostic.path
    line = diagnostic.line
    reason = diagnostic.reason
  }
}

extension String {
  /// With every control character but the line end, and every mark that turns the writing
  /// direction, as `\u{…}`: what comes from an article or a server moves no cursor.
  var terminalSafe: String {
    // Every mark that is unsafe begins with one of these bytes, in UTF-8.
    let mayBeUnsafe = utf8.contains { byte in
      (byte < 0x20 && byte != 0x0A) || byte == 0x7F || byte == 0xC2 || byte == 0xE2
    }
    guard mayBeUnsafe else { return self }
    var safe = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isUnsafe =
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
      if isUnsafe {
        safe.append(
          contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      } else {
        safe.append(scalar)
      }
    }
    return String(safe)
  }
}
