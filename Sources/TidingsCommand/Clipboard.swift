import Foundation
import Glibc

/// The clipboard of whoever sits at the terminal, also over SSH: filled by OSC 52.
enum Clipboard {
  /// Asks the terminal to take `text`.
  ///
  /// The text goes in Base64, so nothing in it is an escape.
  /// - Throws: `CommandFailure` when there is no terminal to ask.
  static func fill(_ text: String, environment: [String: String]) throws(CommandFailure) {
    let file = open("/dev/tty", O_WRONLY | O_NOCTTY | O_CLOEXEC)
    defer { if file >= 0 { close(file) } }
    let terminal = file >= 0 ? file : STDERR_FILENO
    guard file >= 0 || isatty(STDERR_FILENO) == 1 else {
      throw CommandFailure(
        "--copy asks the terminal to fill the clipboard, and there is none; leave it out, and take"
          + " the text from the output")
    }
    var bytes = Array(sequence(for: text, environment: environment).utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        throw CommandFailure(
          "the terminal cannot be written to: \(String(cString: strerror(errno)))")
      }
      bytes = bytes.dropFirst(written)
    }
  }

  /// What the terminal is sent; tmux and screen hand on what is wrapped for them.
  static func sequence(for text: String, environment: [String: String]) -> String {
    let order = "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}"
    if environment["TMUX"]?.isEmpty == false {
      return "\u{1B}Ptmux;" + order.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\"
    }
    guard environment["STY"]?.isEmpty == false else { return order }
    // screen takes at most 768 bytes at a time.
    var rest = order[...]
    var wrapped = ""
    while !rest.isEmpty {
      wrapped += "\u{1B}P\(rest.prefix(700))\u{1B}\\"
      rest = rest.dropFirst(700)
    }
    return wrapped
  }
}
