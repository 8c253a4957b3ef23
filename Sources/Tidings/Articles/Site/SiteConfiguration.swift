import Foundation

/// A site's configuration file, read as far as it can be.
struct SiteConfiguration {
  let path: String
  let values: FrontMatterValue
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
    let text: Bytes
    switch Self.text(at: path) {
    case .success(let found): text = found
    case .failure(let problem):
      values = .null
      lines = [:]
      diagnostics = [problem.diagnostic(path)]
      return
    }
    do throws(FrontMatter.Fault) {
      let entries = try Self.entries(of: text, isTOML: path.hasSuffix(".toml"))
      values = .map(Dictionary(entries.map { ($0.key, $0.value) }) { $1 })
      lines = Dictionary(entries.map { ($0.key, $0.line) }) { first, _ in first }
      diagnostics = []
    } catch {
      values = Self.plainLines(of: text)
      lines = KeyLines.lines(of: text, firstLine: 1, separator: UInt8(ascii: ":"))
      diagnostics = [Problem(line: error.line, reason: error.reason).diagnostic(path)]
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
  static func text(at path: String) -> Result<Bytes, Problem> {
    do throws(FileBytesError) {
      let bytes = try FileBytes(at: path).bytes
      guard bytes.count <= limit else { throw .tooLarge }
      let text = SourceText(bytes)
      guard text.oddLine == nil else {
        return .failure(Problem(reason: "the site's configuration is not UTF-8"))
      }
      return .success(text.bytes[...])
    } catch .tooLarge {
      return .failure(Problem(reason: "the site's configuration is larger than \(limit >> 20) MB"))
    } catch {
      return .failure(Problem(reason: "the site's configuration cannot be read: \(error)"))
    }
  }

  private static let subject = "the site's configuration"

  private static func entries(
    of text: Bytes, isTOML: Bool
  ) throws(FrontMatter.Fault) -> [FrontMatter.Entry] {
    guard !isTOML else { return try TOMLReader.entries(in: text, firstLine: 1, subject: subject) }
    guard let entries = try YAMLBlock.entries(in: text, firstLine: 1, subject: subject) else {
      throw FrontMatter.Fault(
        line: 1, reason: "\(subject) has no keys, expected 'key: value'")
    }
    return entries
  }

  /// The `key: value` and `key = value` lines before any table, for a file that does not parse.
  private static func plainLines(of text: Bytes) -> FrontMatterValue {
    var map: [String: FrontMatterValue] = [:]
    for line in text.string.split(separator: "\n") {
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
