import Foundation

/// The `tag=value` pairs of a DKIM or DMARC record (RFC 6376 3.2).
struct TagList {
  private let values: [String: String]
  /// The name of the first pair, which some records are known by.
  let first: String?

  init(_ text: String) {
    var values: [String: String] = [:]
    var first: String?
    for part in text.split(separator: ";") {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let name = part[..<equals].trimmingCharacters(in: .whitespaces).lowercased()
      let value = part[part.index(after: equals)...].trimmingCharacters(in: .whitespaces)
      if first == nil { first = name }
      if values[name] == nil { values[name] = value }
    }
    self.values = values
    self.first = first
  }

  subscript(name: String) -> String? { values[name] }
}
