import Foundation

/// What a front-matter key holds, with every scalar in the author's own letters.
///
/// Keeping letters means that `title: No` and `title: 2024` stay titles.
enum FrontMatterValue: Hashable {
  case null
  case text(String)
  case list([FrontMatterValue])
  case map([String: FrontMatterValue])

  /// Null, or an empty text.
  var isEmpty: Bool {
    switch self {
    case .null: true
    case .text(let text): text.isEmpty
    case .list, .map: false
    }
  }

  /// What a map holds by its keys; nothing for other values.
  var map: [String: FrontMatterValue] {
    if case .map(let map) = self { map } else { [:] }
  }

  /// The scalar without surrounding white space; nil when empty, null, a list or a map.
  var text: String? {
    guard case .text(let text) = self, let first = text.utf8.first, let last = text.utf8.last else {
      return nil
    }
    // What begins and ends in visible ASCII has nothing around it.
    if first > 0x20, first < 0x7F, last > 0x20, last < 0x7F { return text }
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// YAML 1.1's words for true and false, in any case; nil for everything else.
  var bool: Bool? {
    guard let text, text.utf8.count <= 5 else { return nil }
    return switch text.lowercased() {
    case "true", "yes", "on", "y": true
    case "false", "no", "off", "n": false
    default: nil
    }
  }
}

extension FrontMatterValue {
  /// The whole number that it is written as.
  var number: Int? { text.flatMap { Int($0) } }

  /// What it is, for a message that names it.
  var shape: String {
    switch self {
    case .null: "null"
    case .text(let text): text.oneLine
    case .list: "list"
    case .map: "map"
    }
  }
}
