import Foundation
import TOMLKit

/// Front matter in TOML, read by the library.
enum TOMLBlock {
  /// The entries of `block`, whose first line has the number `firstLine`.
  /// - Throws: `FrontMatter.Fault` for what is no TOML.
  static func entries(
    in block: Bytes, firstLine: Int
  ) throws(FrontMatter.Fault) -> [FrontMatter.Entry] {
    if let line = lineWithoutTableName(block) {
      throw .init(
        line: line + firstLine - 1,
        reason: "the front matter is not TOML: a table without a name")
    }
    let table: TOMLTable
    do {
      table = try TOMLTable(string: block.string)
    } catch let error as TOMLParseError {
      throw .init(
        line: error.source.begin.line + firstLine - 1,
        reason: "the front matter is not TOML: \(error.description)")
    } catch {
      throw .init(line: firstLine, reason: "the front matter is not TOML")
    }
    let lines = KeyLines.lines(of: block, firstLine: firstLine, separator: UInt8(ascii: "="))
    return table.keys.sorted().compactMap { key in
      table[key].map {
        .init(
          key: key.lowercased(), value: FrontMatterValue(toml: $0),
          line: lines[key.lowercased()] ?? firstLine)
      }
    }
  }

  /// The first line that opens a table and names none, which stops the library's parser dead.
  static func lineWithoutTableName(_ text: some Collection<UInt8>) -> Int? {
    var number = 0
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      var rest = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard rest.first == UInt8(ascii: "[") else { continue }
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "[") { rest = rest.dropFirst() }
      switch rest.first(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) ?? 0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "]"):
        continue
      default: return number
      }
    }
    return nil
  }
}

extension FrontMatterValue {
  fileprivate init(toml value: any TOMLValueConvertible) {
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
