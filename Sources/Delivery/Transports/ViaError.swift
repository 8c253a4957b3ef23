import Foundation
import Tidings

/// Why a `--via` names no way out.
public struct ViaError: Error, Sendable, Hashable {
  /// As it was given, but for a password.
  public let text: String
  public let reason: String
  public let hint: String?

  static let expected = "outbox, smtp://HOST:PORT, smtps://HOST:PORT or postmark"

  init(_ text: String, _ reason: String, hint: String? = nil) {
    self.text = Self.hidingPassword(text)
    self.reason = reason
    self.hint = hint
  }

  init(scheme: String, of text: String) {
    let known = ["smtp", "smtps", "postmark+https", "postmark+http"]
    let likely: String? =
      switch scheme {
      case "http", "https": "postmark+\(scheme)"
      case "postmark": "postmark+https"
      default: Likeness.nearest(to: scheme, among: known)
      }
    self.init(
      text, "begins with '\(scheme.printable(limit: 40))://', expected \(Self.expected)",
      hint: likely.map { "did you mean '\($0)://'?" })
  }

  init(noScheme text: String) {
    let likely =
      Likeness.nearest(to: text, among: ["outbox", "postmark"])
      ?? (text.contains(".") || text.contains(":") ? "smtp://\(text)" : nil)
    self.init(
      text, "is no way out, expected \(Self.expected)",
      hint: likely.map { "did you mean '\(Self.hidingPassword($0).printable(limit: 80))'?" })
  }

  /// A password given by mistake must not be repeated in a log.
  private static func hidingPassword(_ text: String) -> String {
    guard let at = text.lastIndex(of: "@") else { return text.printable(limit: 200) }
    let start = text.range(of: "://")?.upperBound ?? text.startIndex
    guard start < at, let colon = text[start..<at].firstIndex(of: ":") else {
      return text.printable(limit: 200)
    }
    return (text[...colon] + "(hidden)" + text[at...]).printable(limit: 200)
  }
}

extension ViaError: CustomStringConvertible {
  /// In full: `--via 'smpt://x' begins with 'smpt://', expected …; did you mean 'smtp://'?`.
  public var description: String {
    "--via '\(text)' \(reason)" + (hint.map { "; \($0)" } ?? "")
  }
}
