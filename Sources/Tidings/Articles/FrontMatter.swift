import Foundation
import TOMLKit
import Yams

/// The keys and values that stand before an article's body.
struct FrontMatter: Hashable {
  /// By key in lower case.
  let values: [String: FrontMatterValue]
  /// What follows the closing fence.
  let body: Substring
  /// The line of the file on which each top-level key stands, counted from 1.
  let lines: [String: Int]

  /// Reads the envelope of `text`, whose lines end in `\n`.
  ///
  /// A text that opens with no fence, or whose fences hold no map, is all body.
  /// - Throws: `FrontMatterError` when a fence opens keys that cannot be read.
  init(_ text: String) throws(FrontMatterError) {
    // Blank lines before the first fence are a slip of the hand; lines are counted with them.
    let blank = text.prefix { $0 == "\n" }.count
    guard let envelope = try Envelope(String(text.dropFirst(blank)), linesBefore: blank) else {
      self.init(values: [:], body: text[...], lines: [:])
      return
    }
    guard case .map(let values) = try envelope.parsed() else {
      self.init(values: [:], body: text[...], lines: [:])
      return
    }
    self.init(values: values, body: envelope.body, lines: envelope.keyLines())
  }

  private init(values: [String: FrontMatterValue], body: Substring, lines: [String: Int]) {
    self.values = values
    self.body = body
    self.lines = lines
  }

  /// The value of the first of `keys` that holds one, also below `params` or `extra`.
  func first(of keys: [String]) -> (key: String, value: FrontMatterValue)? {
    for key in keys {
      for value in [values[key], nested("params", key), nested("extra", key)] {
        guard let value, value != .null, value != .text("") else { continue }
        return (key, value)
      }
    }
    return nil
  }

  /// The text of the first of `keys` that has one.
  func text(of keys: [String]) -> (key: String, text: String)? {
    for key in keys {
      if let found = first(of: [key]), let text = found.value.text { return (key, text) }
    }
    return nil
  }

  private func nested(_ table: String, _ key: String) -> FrontMatterValue? {
    guard case .map(let map) = values[table] else { return nil }
    return map[key]
  }
}

/// Why a front-matter block cannot be read.
struct FrontMatterError: Error, Hashable {
  /// A line of the file, counted from 1.
  let line: Int?
  let reason: Reason

  enum Reason: Hashable {
    case unclosed(fence: String)
    case notYAML(String)
    case notTOML(String)
    case notJSON(String)
    case tooLarge
  }
}

extension FrontMatterError: CustomStringConvertible {
  var description: String {
    switch reason {
    case .unclosed(let fence):
      "the front matter has no closing '\(fence)' line"
    case .notYAML(let problem):
      "the front matter is not YAML: \(problem)"
        + (problem.contains("mapping values") ? " (a value with ': ' in it needs quotes)" : "")
    case .notTOML(let problem):
      "the front matter is not TOML: \(problem)"
    case .notJSON(let problem):
      "the front matter is not JSON: \(problem)"
    case .tooLarge:
      "the front matter holds more than \(FrontMatterValue.limit) values"
    }
  }
}

/// The fenced block at the start of a file, before it is read.
private struct Envelope {
  let format: Format
  let block: Substring
  let body: Substring
  /// Lines of the file that stand before the block.
  let linesBefore: Int

  enum Format {
    case yaml
    case toml
    case json
  }

  /// The envelope of `text`, or nil when it opens with none.
  init?(_ text: String, linesBefore: Int) throws(FrontMatterError) {
    let firstLineEnd = text.firstIndex(of: "\n") ?? text.endIndex
    switch text[..<firstLineEnd].trimmingCharacters(in: .whitespaces) {
    case "---":
      try self.init(
        text, from: firstLineEnd, format: .yaml, fences: ["---", "..."], linesBefore: linesBefore)
    case "+++":
      try self.init(
        text, from: firstLineEnd, format: .toml, fences: ["+++"], linesBefore: linesBefore)
    default:
      guard text.first == "{" else { return nil }
      guard let end = Self.jsonEnd(in: text) else {
        guard text.dropFirst().first(where: { !$0.isWhitespace }) == "\"" else { return nil }
        throw FrontMatterError(line: linesBefore + 1, reason: .unclosed(fence: "}"))
      }
      self.init(
        format: .json, block: text[..<end],
        body: text[end...].drop { $0 == "\n" }, linesBefore: linesBefore)
    }
  }

  private init(format: Format, block: Substring, body: Substring, linesBefore: Int) {
    self.format = format
    self.block = block
    self.body = body
    self.linesBefore = linesBefore
  }

  private init?(
    _ text: String, from firstLineEnd: String.Index, format: Format, fences: [String],
    linesBefore: Int
  ) throws(FrontMatterError) {
    guard firstLineEnd < text.endIndex else { return nil }
    let start = text.index(after: firstLineEnd)
    var lineStart = start
    while lineStart < text.endIndex {
      let lineEnd = text[lineStart...].firstIndex(of: "\n") ?? text.endIndex
      let line = text[lineStart..<lineEnd]
      if let first = line.first, first == "-" || first == "+" || first == ".",
        fences.contains(line.trimmingCharacters(in: .whitespaces))
      {
        let body = lineEnd < text.endIndex ? text[text.index(after: lineEnd)...] : ""
        self.init(
          format: format, block: text[start..<lineStart], body: body, linesBefore: linesBefore + 1)
        return
      }
      lineStart = lineEnd < text.endIndex ? text.index(after: lineEnd) : text.endIndex
    }
    guard Self.looksLikeKey(text[start...].prefix { $0 != "\n" }) else { return nil }
    throw FrontMatterError(line: linesBefore + 1, reason: .unclosed(fence: fences[0]))
  }

  private static func looksLikeKey(_ line: Substring) -> Bool {
    let key = line.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == " " }
    guard let first = key.first, first.isLetter else { return false }
    return line[key.endIndex...].hasPrefix(":") || line[key.endIndex...].hasPrefix("=")
  }

  /// The index after the brace that closes the object at the start of `text`.
  private static func jsonEnd(in text: String) -> String.Index? {
    let bytes = text.utf8
    var depth = 0
    var isInString = false
    var isEscaped = false
    for index in bytes.indices {
      let byte = bytes[index]
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return bytes.index(after: index) }
      default: break
      }
    }
    return nil
  }

  func parsed() throws(FrontMatterError) -> FrontMatterValue {
    switch format {
    case .yaml: try parsedYAML()
    case .toml: try parsedTOML()
    case .json: try parsedJSON()
    }
  }

  private func parsedYAML() throws(FrontMatterError) -> FrontMatterValue {
    guard !hasManyAliases else { throw FrontMatterError(line: nil, reason: .tooLarge) }
    let node: Node?
    do {
      node = try Yams.compose(yaml: String(block))
    } catch let error as YamlError {
      throw yamlError(error)
    } catch {
      throw FrontMatterError(line: nil, reason: .notYAML("\(error)"))
    }
    guard let node else { return .map([:]) }
    var budget = FrontMatterValue.limit
    return try FrontMatterValue(yaml: node, budget: &budget)
  }

  /// Aliases of aliases make a few bytes endless, and the library expands them as it reads.
  ///
  /// No front matter of the census has an anchor; twenty aliases leave room and no danger.
  private var hasManyAliases: Bool {
    var anchors = 0
    var aliases = 0
    var previous = Character("\n")
    var rest = block[...]
    while let character = rest.popFirst() {
      if character == "&" || character == "*", previous.isWhitespace || "[{,:?-".contains(previous),
        rest.first?.isLetter ?? false || rest.first?.isNumber ?? false
      {
        if character == "&" { anchors += 1 } else { aliases += 1 }
      }
      previous = character
    }
    return anchors > 0 && aliases > 20
  }

  private func yamlError(_ error: YamlError) -> FrontMatterError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      FrontMatterError(line: mark.line + linesBefore, reason: .notYAML(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      FrontMatterError(
        line: context.mark.line + linesBefore,
        reason: .notYAML("the key '\(keys.joined(separator: "', '"))' stands twice"))
    case .reader(let problem, _, _, _):
      FrontMatterError(line: nil, reason: .notYAML(problem))
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      FrontMatterError(line: nil, reason: .notYAML("it cannot be read"))
    }
  }

  private func parsedTOML() throws(FrontMatterError) -> FrontMatterValue {
    do {
      return FrontMatterValue(toml: try TOMLTable(string: String(block)))
    } catch let error as TOMLParseError {
      throw FrontMatterError(
        line: error.source.begin.line + linesBefore, reason: .notTOML(error.description))
    } catch {
      throw FrontMatterError(line: nil, reason: .notTOML("\(error)"))
    }
  }

  /// A brace that opens no JSON is the body's own, such as a Liquid tag's.
  private func parsedJSON() throws(FrontMatterError) -> FrontMatterValue {
    guard let value = try? JSONDecoder().decode(FrontMatterValue.self, from: Data(block.utf8))
    else {
      let second = block.dropFirst().first { !$0.isWhitespace }
      guard second == "\"" else { return .null }
      throw FrontMatterError(
        line: linesBefore + 1, reason: .notJSON("expected keys and values in braces"))
    }
    return value
  }

  /// Top-level keys by the first line on which each stands.
  func keyLines() -> [String: Int] {
    var lines: [String: Int] = [:]
    for (number, line) in block.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let key = line.drop { $0 == " " || $0 == "\"" || $0 == "\t" || $0 == "{" }
        .prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      guard !key.isEmpty else { continue }
      let name = key.lowercased()
      if lines[name] == nil { lines[name] = number + 1 + linesBefore }
    }
    return lines
  }
}
