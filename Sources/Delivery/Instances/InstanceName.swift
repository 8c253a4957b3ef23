import Foundation
import Tidings

/// A server of Mastodon's: a host, with a port where it needs one.
public struct InstanceName: Sendable, Hashable {
  /// In lower case; it leads nowhere else as a file's name or in an address.
  public let text: String

  /// - Throws: `InstanceError` for what is no host.
  public init(_ text: String) throws(InstanceError) {
    let name = text.lowercased()
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    let isHost =
      name.utf8.count <= 253 && parts.count <= 2
      && (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0.first != "-" && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
      } && (parts.count == 1 || UInt16(parts[1]).map { $0 > 0 } ?? false)
    guard isHost, WebURL("https://\(name)/") != nil else {
      throw InstanceError(
        "'\(text)' is no server", hint: "expected a host such as mastodon.social")
    }
    self.text = name
  }

  /// Whether it is on this machine.
  var isLoopback: Bool { Loopback.contains(String(text.prefix { $0 != ":" })) }

  /// Where its API begins; only a server on this machine is asked in the clear.
  var address: String { "\(isLoopback ? "http" : "https")://\(text)" }
}

extension InstanceName: CustomStringConvertible {
  public var description: String { text }
}
