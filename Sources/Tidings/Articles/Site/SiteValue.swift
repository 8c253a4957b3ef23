import Foundation
import TOMLKit
import Yams

/// What a key of a site's configuration holds, every scalar as text.
enum SiteValue: Hashable {
  case null
  case text(String)
  case list([SiteValue])
  /// By key in lower case.
  case map([String: SiteValue])

  /// How many values one file may hold: aliases can make a short one endless.
  static let limit = 50_000

  /// The value below each key in turn; null where there is none.
  subscript(keys: String...) -> SiteValue {
    keys.reduce(self) { $0.map[$1] ?? .null }
  }

  /// The scalar without surrounding white space; nil when empty or no scalar.
  var text: String? {
    guard case .text(let text) = self else { return nil }
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : trimmed
  }

  var bool: Bool? {
    switch text?.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    default: nil
    }
  }

  var map: [String: SiteValue] {
    guard case .map(let map) = self else { return [:] }
    return map
  }

  /// The values of a list; a single value is a list of one.
  var list: [SiteValue] {
    switch self {
    case .null: []
    case .list(let list): list
    case .text, .map: [self]
    }
  }

  /// The same with what `other` holds, which goes before, map by map.
  func merged(with other: SiteValue) -> SiteValue {
    guard case .map(let mine) = self, case .map(let others) = other else {
      return other == .null ? self : other
    }
    return .map(mine.merging(others) { $0.merged(with: $1) })
  }

  /// Nil when it holds too many values or lies too deep.
  init?(yaml node: Node, budget: inout Int, depth: Int = 0) {
    budget -= 1
    guard budget > 0, depth < 64 else { return nil }
    switch node {
    case .scalar(let scalar):
      let isNull =
        scalar.style == .plain && ["", "~", "null"].contains(scalar.string.lowercased())
      self = isNull ? .null : .text(scalar.string)
    case .sequence(let sequence):
      var list: [SiteValue] = []
      for element in sequence {
        guard let value = SiteValue(yaml: element, budget: &budget, depth: depth + 1) else {
          return nil
        }
        list.append(value)
      }
      self = .list(list)
    case .mapping(let mapping):
      var map: [String: SiteValue] = [:]
      for (key, element) in mapping {
        guard let key = key.scalar?.string else { continue }
        guard let value = SiteValue(yaml: element, budget: &budget, depth: depth + 1) else {
          return nil
        }
        map[key.lowercased()] = value
      }
      self = .map(map)
    case .alias: self = .null
    }
  }

  init(toml value: any TOMLValueConvertible) {
    switch value.type {
    case .string: self = .text(value.string ?? "")
    case .int: self = .text(value.int.map(String.init) ?? "")
    case .double: self = .text(value.double.map { String($0) } ?? "")
    case .bool: self = .text(value.bool == true ? "true" : "false")
    // No setting that is asked for is a date.
    case .date, .time, .dateTime: self = .null
    case .array: self = .list((value.array ?? []).map(SiteValue.init(toml:)))
    case .table:
      var map: [String: SiteValue] = [:]
      if let table = value.table {
        for key in table.keys {
          if let value = table[key] { map[key.lowercased()] = SiteValue(toml: value) }
        }
      }
      self = .map(map)
    }
  }
}
