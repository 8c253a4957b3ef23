import Foundation

/// The marks of one edition, ready to be appended to addresses.
struct CampaignMarks {
  /// Percent-encoded.
  private let values: [(name: String, value: String)]
  private let hosts: Set<String>
  /// The unsubscribe address up to its first field, if it has one.
  private let leave: String?
  private let hasField: Bool

  static let none = CampaignMarks(values: [], hosts: [], leave: nil)

  init(values: [(name: String, value: String)], hosts: Set<String>, leave: String?) {
    self.values = values
    self.hosts = hosts
    self.leave = leave.map { String($0.prefix { $0 != "{" }) }
    hasField = leave?.contains("{") ?? false
  }

  /// The address with each mark that it does not carry yet; what it says already stays as it is.
  func marked(_ url: WebURL) -> WebURL {
    let text = url.text
    let end = text.firstIndex(of: "#") ?? text.endIndex
    let start = text[..<end].firstIndex(of: "?")
    let query = start.map { text[text.index(after: $0)..<end] } ?? ""
    let present = Set(query.split(separator: "&").map { Self.name(of: $0) })
    let added = values.filter { !present.contains($0.name) }.map { "\($0.name)=\($0.value)" }
    guard !added.isEmpty else { return url }
    let separator = start == nil ? "?" : query.isEmpty || query.last == "&" ? "" : "&"
    return WebURL(
      verified: text[..<end] + separator + added.joined(separator: "&") + text[end...])
  }

  private static func name(of parameter: Substring) -> String {
    let name = String(parameter.prefix { $0 != "=" })
    return (name.removingPercentEncoding ?? name).lowercased()
  }

  /// The document with its links to the newsletter's own site marked, but for those whose words
  /// are an address.
  func marked(_ document: Document) -> Document {
    guard !values.isEmpty, !hosts.isEmpty else { return document }
    return document.rewritten { inlines in
      inlines.map { inline in
        guard case .link(.web(let url), let words) = inline, isOwn(url),
          !url.isNamed(by: words.plainText)
        else { return inline }
        return .link(.web(marked(url)), words)
      }
    }
  }

  private func isOwn(_ url: WebURL) -> Bool {
    guard hosts.contains(url.host) else { return false }
    guard let leave else { return true }
    return hasField ? !url.text.hasPrefix(leave) : url.text != leave
  }
}

extension WebURL {
  /// Whether a link's words are its own address.
  fileprivate func isNamed(by words: String) -> Bool {
    !words.isEmpty
      && (WebURL(words) != nil || text.hasSuffix("://" + words)
        || text.hasSuffix("://" + words + "/"))
  }
}
