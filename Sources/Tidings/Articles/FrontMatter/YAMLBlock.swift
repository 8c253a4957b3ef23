import Foundation
import Yams

/// Front matter and settings in YAML, of every form, read by the library.
enum YAMLBlock {
  /// The entries of `block`, whose first line has the number `firstLine`; nil when it holds no map;
  /// a fault is one of `subject`.
  /// - Throws: `FrontMatter.Fault` for what is no YAML.
  static func entries(
    in block: Bytes, firstLine: Int, subject: String = "the front matter"
  ) throws(FrontMatter.Fault) -> [FrontMatter.Entry]? {
    let tooLarge = FrontMatter.Fault(
      line: firstLine, reason: "\(subject) holds more than \(FrontMatterValue.limit) values")
    guard !hasManyAliases(block) else { throw tooLarge }
    let lines = YAMLLines(block)
    let node: Node?
    do {
      node = try Yams.compose(yaml: block.string)
    } catch let error as YamlError {
      throw fault(error, in: block, lines: lines, firstLine: firstLine, subject: subject)
    } catch {
      throw .init(line: firstLine, reason: "\(subject) is not YAML")
    }
    guard let node else { return [] }
    guard case .mapping(let mapping) = node else { return nil }
    var budget = FrontMatterValue.limit
    var list = EntryList()
    for (key, value) in mapping {
      guard let name = key.scalar?.string.lowercased() else { continue }
      guard let value = FrontMatterValue(yaml: value, budget: &budget) else { throw tooLarge }
      let line = firstLine - 1 + lines.line(key.mark?.line ?? 1)
      // `Title` and `title` are two keys to YAML.
      list.put(.init(key: name, value: value, line: line))
    }
    return list.entries
  }

  /// Aliases of aliases make a few bytes endless, and the library expands them as it reads.
  ///
  /// No front matter of the census has an anchor; twenty aliases leave room and no danger.
  static func hasManyAliases(_ block: Bytes) -> Bool {
    var anchors = 0
    var aliases = 0
    var previous = UInt8.newline
    for index in block.indices.dropLast() {
      let byte = block[index]
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"),
        previous.isSpace || "[{,:?-".utf8.contains(previous),
        block[index + 1].isLetter || block[index + 1].isDigit
      {
        if byte == UInt8(ascii: "&") { anchors += 1 } else { aliases += 1 }
      }
      previous = byte
    }
    return anchors > 0 && aliases > 20
  }

  /// What the library found wrong with `block`.
  static func fault(
    _ error: YamlError, in block: Bytes, lines: YAMLLines, firstLine: Int, subject: String
  )
    -> FrontMatter.Fault
  {
    func fault(_ line: Int?, _ problem: String) -> FrontMatter.Fault {
      .init(
        line: firstLine - 1 + lines.line(line ?? 1),
        reason: "\(subject) is not YAML: \(problem)"
          + (problem.contains("mapping values") ? " (a value with ': ' in it needs quotes)" : ""))
    }
    return switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      fault(line(of: context) ?? mark.line, problem)
    case .duplicatedKeysInMapping(let keys, let context):
      fault(context.mark.line, "the key '\(keys.joined(separator: "', '"))' stands twice")
    case .reader(let problem, _, _, _):
      .init(
        line: firstLine - 1 + (firstControl(in: block) ?? 1),
        reason: "\(subject) is not YAML: \(problem)")
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      fault(nil, "it cannot be read")
    }
  }

  /// Where a key, a text or a list began that never ended: its end is sought on later lines.
  private static func line(of context: YamlError.Context?) -> Int? {
    guard let context, ["simple key", "quoted", "flow"].contains(where: context.text.contains)
    else { return nil }
    return context.mark.line
  }

  /// The line of the block with a character that YAML refuses, counted from 1.
  private static func firstControl(in block: Bytes) -> Int? {
    guard let place = block.firstIndex(where: { ($0 < 0x20 && !$0.isSpace) || $0 == 0x7F }) else {
      return nil
    }
    return 1 + block[..<place].count { $0 == .newline }
  }
}

extension FrontMatterValue {
  /// How many values one block may hold: aliases can make a short block endless.
  static let limit = 20_000

  /// Nil when the block holds more values than `budget`.
  fileprivate init?(yaml node: Node, budget: inout Int) {
    budget -= 1
    guard budget > 0 else { return nil }
    switch node {
    case .scalar(let scalar):
      let isNull =
        scalar.style == .plain
        && (scalar.string.isEmpty || scalar.string == "~" || scalar.string.lowercased() == "null")
      self = isNull ? .null : .text(scalar.string)
    case .sequence(let sequence):
      var list: [FrontMatterValue] = []
      for element in sequence {
        guard let value = FrontMatterValue(yaml: element, budget: &budget) else { return nil }
        list.append(value)
      }
      self = .list(list)
    case .mapping(let mapping):
      var map: [String: FrontMatterValue] = [:]
      for (key, value) in mapping {
        guard let key = key.scalar?.string else { continue }
        guard let value = FrontMatterValue(yaml: value, budget: &budget) else { return nil }
        map[key.lowercased()] = value
      }
      self = .map(map)
    case .alias:
      self = .null
    }
  }
}
