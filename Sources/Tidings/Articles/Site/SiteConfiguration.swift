import Foundation
import TOMLKit
import Yams

/// A site's configuration file, read as far as it can be.
struct SiteConfiguration {
  let path: String
  let values: SiteValue
  /// The line on which each top-level key stands, counted from 1.
  let lines: [String: Int]
  /// Why the file, or a part of it, could not be read.
  let diagnostics: [Diagnostic]

  /// The largest file that is read, in bytes: far above any site's configuration.
  private static let limit = 1 << 20

  /// Reads TOML, YAML or JSON by the extension of `path`.
  ///
  /// Of a broken file the plain `key: value` lines at the top level are still taken.
  init(at path: String) {
    self.path = path
    let text: String
    switch Self.text(at: path) {
    case .success(let found): text = found
    case .failure(let problem):
      values = .null
      lines = [:]
      diagnostics = [problem.diagnostic(path)]
      return
    }
    lines = Self.keyLines(of: text)
    do throws(Problem) {
      values = try path.hasSuffix(".toml") ? Self.toml(text) : Self.yaml(text)
      diagnostics = []
    } catch {
      values = Self.plainLines(of: text)
      diagnostics = [error.diagnostic(path)]
    }
  }

  /// A warning about the value of `key`.
  func warning(_ key: String, _ reason: String) -> Diagnostic {
    Diagnostic(path: path, line: lines[key], reason: reason, severity: .warning)
  }

  struct Problem: Error {
    var line: Int?
    let reason: String

    func diagnostic(_ path: String) -> Diagnostic {
      Diagnostic(
        path: path, line: line,
        reason: "\(reason); the site's settings are read from it as far as they can be",
        severity: .warning)
    }
  }

  /// The file's text with plain line ends.
  static func text(at path: String) -> Result<String, Problem> {
    do throws(FileBytesError) {
      let bytes = try FileBytes(at: path).bytes
      guard bytes.count <= limit else { throw .tooLarge }
      let text = SourceText(bytes)
      guard text.oddLine == nil else {
        return .failure(Problem(reason: "the site's configuration is not UTF-8"))
      }
      return .success(text.bytes[...].string)
    } catch .tooLarge {
      return .failure(Problem(reason: "the site's configuration is larger than \(limit >> 20) MB"))
    } catch {
      return .failure(Problem(reason: "the site's configuration cannot be read: \(error)"))
    }
  }

  private static func toml(_ text: String) throws(Problem) -> SiteValue {
    if let line = TOMLBlock.lineWithoutTableName(text.utf8) {
      throw Problem(
        line: line, reason: "the site's configuration is not TOML: expected a name after '['")
    }
    do {
      return SiteValue(toml: try TOMLTable(string: text))
    } catch let error as TOMLParseError {
      throw Problem(
        line: error.source.begin.line,
        reason: "the site's configuration is not TOML: \(error.description.oneLine)")
    } catch {
      throw Problem(reason: "the site's configuration is not TOML")
    }
  }

  private static func yaml(_ text: String) throws(Problem) -> SiteValue {
    guard !hasManyAliases(text) else {
      throw Problem(reason: "the site's configuration has too many aliases")
    }
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw problem(error)
    } catch {
      throw Problem(reason: "the site's configuration is not YAML")
    }
    guard let node else { return .map([:]) }
    var budget = SiteValue.limit
    guard let value = SiteValue(yaml: node, budget: &budget) else {
      throw Problem(reason: "the site's configuration holds too many values")
    }
    guard case .map = value else {
      throw Problem(line: 1, reason: "the site's configuration has no keys, expected 'key: value'")
    }
    return value
  }

  /// Aliases of aliases make a few bytes endless, and the library expands them as it reads.
  private static func hasManyAliases(_ text: String) -> Bool {
    var count = 0
    var previous = UInt8(ascii: " ")
    for byte in text.utf8 {
      if previous == UInt8(ascii: "*"), byte | 0x20 >= UInt8(ascii: "a"), byte < 0x80 { count += 1 }
      previous = byte
    }
    return count > 100 && text.utf8.contains(UInt8(ascii: "&"))
  }

  private static func problem(_ error: YamlError) -> Problem {
    switch error {
    case .scanner(_, let words, let mark, _), .parser(_, let words, let mark, _),
      .composer(_, let words, let mark, _):
      Problem(line: mark.line, reason: "the site's configuration is not YAML: \(words.oneLine)")
    case .duplicatedKeysInMapping(let keys, let context):
      Problem(
        line: context.mark.line,
        reason: "the key '\(keys.joined(separator: "', '").oneLine)' stands twice")
    case .reader, .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      Problem(reason: "the site's configuration is not YAML")
    }
  }

  private static func keyLines(of text: String) -> [String: Int] {
    var lines: [String: Int] = [:]
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let key = line.drop { $0 == " " || $0 == "\t" || $0 == "\"" || $0 == "[" }
        .prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      guard !key.isEmpty else { continue }
      let name = key.lowercased()
      if lines[name] == nil { lines[name] = number + 1 }
    }
    return lines
  }

  /// The `key: value` and `key = value` lines before any table, for a file that does not parse.
  private static func plainLines(of text: String) -> SiteValue {
    var map: [String: SiteValue] = [:]
    for line in text.split(separator: "\n") {
      if line.first == "[" { break }
      let key = line.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      let rest = line[key.endIndex...].drop { $0 == " " || $0 == "\t" }
      guard !key.isEmpty, let sign = rest.first, sign == ":" || sign == "=" else { continue }
      let value = rest.dropFirst().trimmingCharacters(in: .whitespaces)
      let scalar =
        if let quote = value.first, quote == "\"" || quote == "'" {
          String(value.dropFirst().prefix { $0 != quote })
        } else {
          value.components(separatedBy: " #")[0].trimmingCharacters(in: .whitespaces)
        }
      if map[key.lowercased()] == nil, !scalar.isEmpty { map[key.lowercased()] = .text(scalar) }
    }
    return .map(map)
  }
}
