import Delivery
import Foundation
import Tidings
import Yams

/// What a `tidings.yml` says, key by key, checked against the list of keys.
struct SettingsFile: Sendable {
  /// As the user named it.
  let path: String
  private let values: [String: Value]
  private let environment: [String: String]

  /// No file: every key is absent.
  static let none = SettingsFile(path: "", values: [:], environment: [:])

  /// What stands at a key, and where.
  private struct Value: Sendable {
    let line: Int?
    /// Nil for what is neither a text nor a list of texts.
    let texts: [String]?
    let isList: Bool
    /// What stands below it, in the order of the file; nil for what has no keys of its own.
    let entries: [Entry]?

    /// Nil for a key without a value.
    init?(_ node: Node) {
      guard node.null == nil else { return nil }
      line = node.mark?.line
      isList = node.sequence != nil
      let scalars = node.sequence.map(Array.init)?.map(\.scalar) ?? [node.scalar]
      texts = scalars.contains { $0 == nil } ? nil : scalars.compactMap { $0?.string }
      entries = node.mapping.map { mapping in
        mapping.map { Entry(name: $0.key.string ?? "", line: $0.key.mark?.line, value: $0.value) }
      }
    }
  }

  /// A name that the user chose, and the texts behind it.
  private struct Entry: Sendable {
    let name: String
    let line: Int?
    /// Nil for what is neither a text nor a list of texts.
    let texts: [String]?

    init(name: String, line: Int?, value: Node) {
      self.name = name
      self.line = line
      let scalars = value.sequence.map { $0.map(\.scalar) } ?? [value.scalar]
      let isNull = value.null != nil
      texts =
        isNull ? [] : scalars.contains { $0 == nil } ? nil : scalars.compactMap { $0?.string }
    }
  }

  private init(path: String, values: [String: Value], environment: [String: String]) {
    self.path = path
    self.values = values
    self.environment = environment
  }

  /// - Throws: `SettingsError` with file and line for what is no YAML, or an unknown key.
  init(path: String, environment: [String: String]) throws(SettingsError) {
    let text: String
    do {
      text = try FileBytes.text(at: path)
    } catch {
      throw SettingsError(path: path, line: nil, reason: error.description)
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw SettingsError(
        path: path, line: error.line, reason: "this is not YAML: \(error.problem)")
    } catch {
      throw SettingsError(path: path, line: nil, reason: "this is not YAML")
    }
    var values: [String: Value] = [:]
    for (key, node) in root?.mapping.map(Array.init) ?? [] {
      let name = key.string ?? ""
      if SettingsKey.all.contains(where: { $0.path.hasPrefix(name + ".") }) {
        guard let section = node.mapping else {
          if node.null != nil { continue }
          // `tags: [ai]` is meant for a list of that name.
          let near =
            node.sequence == nil
            ? nil : SettingsKey.all.first { $0.path.hasSuffix("." + name) }
          let hint = near.map { ", did you mean '\($0.path)'?" } ?? ""
          throw SettingsError(
            path: path, line: node.mark?.line,
            reason: "'\(name)' expects keys of its own below it\(hint)")
        }
        for (key, node) in section {
          let full = name + "." + (key.string ?? "")
          try Self.check(full, line: key.mark?.line, path: path)
          values[full] = Value(node)
        }
      } else {
        try Self.check(name, line: key.mark?.line, path: path)
        values[name] = Value(node)
      }
    }
    if root != nil, root?.mapping == nil {
      throw SettingsError(path: path, line: 1, reason: "expected keys and values")
    }
    self.init(path: path, values: values, environment: environment)
  }

  private static func check(_ name: String, line: Int?, path: String) throws(SettingsError) {
    guard !SettingsKey.all.contains(where: { $0.path == name }) else { return }
    let paths = SettingsKey.all.map(\.path)
    let section = name.split(separator: ".").first.map { $0 + "." } ?? ""
    let near =
      Likeness.nearest(to: name, among: paths.filter { $0.hasPrefix(section) })
      ?? Likeness.nearest(to: name, among: paths + sections)
      ?? paths.first { $0.hasSuffix("." + name) }
    let hint = near.map { ", did you mean '\($0)'?" } ?? "; 'tidings help config' lists the keys"
    throw SettingsError(path: path, line: line, reason: "unknown key '\(name)'\(hint)")
  }

  private static let sections = Array(
    Set(
      SettingsKey.all.compactMap { $0.path.split(separator: ".").dropLast().first.map(String.init) }
    )
  ).sorted()

  // MARK: Values, unless an option is given

  func text(_ key: String, given option: String? = nil) throws(SettingsError) -> String? {
    if let option { return option }
    guard let value = values[key] else { return nil }
    guard !value.isList, let text = value.texts?.first else { throw error(key, "expected a text") }
    return try expanded(text, key: key)
  }

  /// A list; one text stands for a list of one.
  func list(_ key: String, given option: [String] = []) throws(SettingsError) -> [String]? {
    if !option.isEmpty { return option }
    guard let value = values[key] else { return nil }
    guard let texts = value.texts else { throw error(key, "expected a list of texts") }
    var expanded: [String] = []
    for text in texts { expanded.append(try self.expanded(text, key: key)) }
    return expanded
  }

  /// Lists under names that the user chose; one text stands for a list of one.
  func lists(_ key: String) throws(SettingsError) -> [String: [String]] {
    Dictionary(try entries(key).map { ($0.name, $0.texts) }) { $1 }
  }

  /// Single texts under names that the user chose, in the order of the file.
  ///
  /// `example` is what such a value may be, in YAML.
  func texts(
    _ key: String, example: String
  ) throws(SettingsError) -> [(name: String, text: String)] {
    guard values[key] == nil || values[key]?.entries != nil else {
      throw error(key, "expected names with a text each below it, such as \(example)")
    }
    var texts: [(name: String, text: String)] = []
    for (name, found) in try entries(key) {
      guard let text = found.first, found.count == 1 else {
        throw error(key, entry: name, "expected a text")
      }
      texts.append((name, text))
    }
    return texts
  }

  /// The same in the order of the file.
  func entries(_ key: String) throws(SettingsError) -> [(name: String, texts: [String])] {
    guard let value = values[key] else { return [] }
    guard let entries = value.entries else {
      throw error(key, "expected names with lists of texts below it")
    }
    var lists: [(name: String, texts: [String])] = []
    for entry in entries {
      guard let texts = entry.texts else {
        throw error(key, entry: entry.name, "expected a list of texts")
      }
      var expanded: [String] = []
      for text in texts { expanded.append(try self.expanded(text, key: key)) }
      lists.append((entry.name, expanded))
    }
    return lists
  }

  func number(_ key: String, given option: Int? = nil) throws(SettingsError) -> Int? {
    if let option { return option }
    guard let text = try text(key) else { return nil }
    guard let number = Int(text), (1...1_000_000).contains(number) else {
      throw error(key, "'\(text)' is no whole number from 1 to 1000000")
    }
    return number
  }

  func flag(_ key: String) throws(SettingsError) -> Bool? {
    guard let text = try text(key) else { return nil }
    switch text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: throw error(key, "'\(text)' is neither true nor false")
    }
  }

  /// A path, relative to the folder that the configuration lies in.
  func place(_ key: String, given option: String? = nil) throws(SettingsError) -> String? {
    if let option { return option }
    return try text(key).map { place(of: $0) }
  }

  /// A path that stands in the configuration, from where the program runs.
  func place(of text: String) -> String {
    guard !text.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return text }
    return path[...slash] + text
  }

  /// A secret from the environment, or from the file that `key-file` names.
  func secret(_ key: String) throws(SettingsError) -> Secret? {
    if let value = values[key] {
      guard !value.isList, let text = value.texts?.first, text.hasPrefix("${"), text.hasSuffix("}")
      else {
        throw error(key, "a secret is never written here, expected ${NAME} or '\(key)-file'")
      }
      return Secret(try expanded(text, key: key))
    }
    guard let file = try place(key + "-file") else { return nil }
    do {
      return Secret(
        try FileBytes.text(at: file).trimmingCharacters(in: .whitespacesAndNewlines))
    } catch {
      throw self.error(key + "-file", "\(file): \(error)")
    }
  }

  func error(_ key: String, _ reason: String) -> SettingsError {
    SettingsError(path: path, line: values[key]?.line, reason: "'\(key)': \(reason)")
  }

  /// What is odd about a key's value.
  func warning(_ key: String, _ reason: String) -> Diagnostic {
    Diagnostic(path: path, line: values[key]?.line, reason: reason, severity: .warning)
  }

  /// What is wrong with one of the names below a key.
  func error(_ key: String, entry: String, _ reason: String) -> SettingsError {
    let found = values[key]?.entries?.first { $0.name == entry }
    return SettingsError(
      path: path, line: found?.line ?? values[key]?.line, reason: "'\(key).\(entry)': \(reason)")
  }

  /// What is wrong with a value: the option is to blame when it gave the value, else the file.
  ///
  /// The option bears the key's last name, unless `option` is another.
  func error(
    _ key: String, isOption: Bool, option: String? = nil, _ reason: String
  ) -> SettingsError {
    guard isOption else { return error(key, reason) }
    let name = option ?? key.split(separator: ".").last.map(String.init) ?? key
    return SettingsError("--\(name): \(reason)")
  }

  /// `text` with each `${NAME}` replaced by that environment variable.
  private func expanded(_ text: String, key: String) throws(SettingsError) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "${"),
      let close = rest[open.upperBound...].firstIndex(of: "}")
    {
      let name = String(rest[open.upperBound..<close])
      guard let value = environment[name], !value.isEmpty else {
        throw error(key, "the environment variable '\(name)' is not set")
      }
      result += rest[..<open.lowerBound] + value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

/// What is wrong with the configuration.
struct SettingsError: Error, Hashable, CustomStringConvertible {
  /// Empty for what an option says.
  let path: String
  let line: Int?
  let reason: String

  init(path: String, line: Int?, reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  init(_ reason: String) {
    self.init(path: "", line: nil, reason: reason)
  }

  var description: String {
    path.isEmpty ? reason : "\(line.map { "\(path):\($0)" } ?? path): \(reason)"
  }
}

extension YamlError {
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded: nil
    }
  }

  fileprivate var problem: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _), .reader(let problem, _, _, _), .writer(let problem),
      .emitter(let problem), .representer(let problem):
      problem
    case .duplicatedKeysInMapping(let keys, _):
      "the key '\(keys.joined(separator: "', '"))' stands twice"
    case .no, .memory, .dataCouldNotBeDecoded: "it cannot be read"
    }
  }
}
