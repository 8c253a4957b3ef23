import Foundation
import TOMLKit
import Yams

/// What a front-matter key holds, with every scalar in the author's own letters.
///
/// Keeping letters means that `title: No` and `title: 2024` stay titles.
enum FrontMatterValue: Hashable {
  case null
  case text(String)
  case list([FrontMatterValue])
  case map([String: FrontMatterValue])

  /// The scalar without surrounding white space; nil when empty, null, a list or a map.
  var text: String? {
    guard case .text(let text) = self else { return nil }
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// YAML 1.1's words for true and false, in any case; nil for everything else.
  var bool: Bool? {
    switch text?.lowercased() {
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

extension FrontMatterValue {
  /// How many values one block may hold: aliases can make a short block endless.
  static let limit = 20_000

  init(yaml node: Node, budget: inout Int) throws(FrontMatterError) {
    budget -= 1
    guard budget > 0 else { throw FrontMatterError(line: node.mark?.line, reason: .tooLarge) }
    switch node {
    case .scalar(let scalar):
      let isNull =
        scalar.style == .plain
        && (scalar.string.isEmpty || scalar.string == "~" || scalar.string.lowercased() == "null")
      self = isNull ? .null : .text(scalar.string)
    case .sequence(let sequence):
      var list: [FrontMatterValue] = []
      for element in sequence { list.append(try .init(yaml: element, budget: &budget)) }
      self = .list(list)
    case .mapping(let mapping):
      var map: [String: FrontMatterValue] = [:]
      for (key, value) in mapping {
        guard let key = key.scalar?.string else { continue }
        map[key.lowercased()] = try .init(yaml: value, budget: &budget)
      }
      self = .map(map)
    case .alias:
      self = .null
    }
  }

  init(toml value: any TOMLValueConvertible) {
    switch value.type {
    case .string: self = .text(value.string ?? "")
    case .int: self = .text(value.int.map(String.init) ?? "")
    case .double: self = .text(value.double.map { String($0) } ?? "")
    case .bool: self = .text(value.bool == true ? "true" : "false")
    case .date: self = .text(value.date.map(Self.text) ?? "")
    case .time: self = .text(value.time.map(Self.text) ?? "")
    case .dateTime: self = .text(value.dateTime.map(Self.text) ?? "")
    case .array: self = .list((value.array ?? []).map(FrontMatterValue.init(toml:)))
    case .table:
      var map: [String: FrontMatterValue] = [:]
      if let table = value.table {
        for key in table.keys {
          if let value = table[key] { map[key.lowercased()] = .init(toml: value) }
        }
      }
      self = .map(map)
    }
  }

  private static func text(_ date: TOMLDate) -> String {
    [pad(date.year, 4), pad(date.month, 2), pad(date.day, 2)].joined(separator: "-")
  }

  private static func text(_ time: TOMLTime) -> String {
    [time.hour, time.minute, time.second].map { pad($0, 2) }.joined(separator: ":")
  }

  private static func text(_ dateTime: TOMLDateTime) -> String {
    var text = Self.text(dateTime.date) + "T" + Self.text(dateTime.time)
    if let minutes = dateTime.offset?.offset {
      text +=
        (minutes < 0 ? "-" : "+") + pad(abs(minutes) / 60, 2) + ":" + pad(abs(minutes) % 60, 2)
    }
    return text
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension FrontMatterValue: Decodable {
  /// Reads JSON, where a number is what it means: 1.10 is 1.1.
  init(from decoder: any Decoder) throws {
    if let map = try? decoder.container(keyedBy: AnyKey.self) {
      var values: [String: FrontMatterValue] = [:]
      for key in map.allKeys {
        values[key.stringValue.lowercased()] = try map.decode(FrontMatterValue.self, forKey: key)
      }
      self = .map(values)
    } else if var list = try? decoder.unkeyedContainer() {
      var values: [FrontMatterValue] = []
      while !list.isAtEnd { values.append(try list.decode(FrontMatterValue.self)) }
      self = .list(values)
    } else {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .null
      } else if let bool = try? value.decode(Bool.self) {
        self = .text(bool ? "true" : "false")
      } else if let number = try? value.decode(Int.self) {
        self = .text(String(number))
      } else if let number = try? value.decode(Double.self) {
        self = .text(String(number))
      } else {
        self = .text(try value.decode(String.self))
      }
    }
  }

  private struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
