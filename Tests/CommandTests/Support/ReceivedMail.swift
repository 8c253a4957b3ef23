import Foundation
import LoopbackServers

/// A message without what is each reader's own: the fields To and Message-ID, and the local part
/// of the address, which the unsubscribe links hold.
struct ReceivedMail {
  let shared: [String]

  /// `local` is the reader's; it stands for the sample reader's `reader`.
  init(_ bytes: some Sequence<UInt8>, local: String) {
    let text = String(decoding: Array(bytes), as: UTF8.self)
    var lines: [String] = []
    var isHeader = true
    var isOwn = false
    for line in text.components(separatedBy: "\r\n") {
      if line.isEmpty { isHeader = false }
      if isHeader, !line.hasPrefix(" ") {
        isOwn = line.hasPrefix("To: ") || line.hasPrefix("Message-ID: ")
      }
      if isHeader, isOwn { continue }
      lines.append(line.replacingOccurrences(of: local, with: "reader"))
    }
    shared = lines
  }
}

extension Mail {
  /// The value of a header field that is not folded; nil when there is none.
  func field(_ name: String) -> String? {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
      .prefix { !$0.isEmpty }.first { $0.hasPrefix(name + ": ") }
      .map { String($0.dropFirst(name.count + 2)) }
  }
}

extension ScriptedSMTP {
  /// How often each reader was sent a message, whatever was said to it.
  var readers: [String: Int] {
    mails.flatMap(\.recipients).reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
