/// The keys and values that stand before an article's body.
struct FrontMatter {
  /// In the order of the file; no two have the same key.
  let entries: [Entry]
  /// What follows the closing fence.
  let body: Bytes
  /// What was wrong with the block; its lines were read one by one then.
  let fault: Fault?
  /// The maps that hold a theme's or a generator's further keys.
  private let nested: [[String: FrontMatterValue]]
  /// Where Zola has its tags.
  private let taxonomies: [String: FrontMatterValue]

  /// One key of the top level.
  struct Entry: Hashable {
    /// In lower case.
    let key: String
    let value: FrontMatterValue
    /// Of the file, counted from 1.
    let line: Int
  }

  /// Why a block is not what its fences promise.
  struct Fault: Error, Hashable {
    /// A line of the file, counted from 1.
    let line: Int
    let reason: String
  }

  /// Reads the envelope of `text`, whose lines end in `\n`.
  ///
  /// A text that opens with no fence, or whose fences hold no map, is all body.
  init(_ text: [UInt8]) {
    guard let envelope = Envelope(text[...]) else {
      self.init(entries: [], body: text[...], fault: nil)
      return
    }
    let firstLine = envelope.linesBefore + 1
    if let fence = envelope.unclosed {
      let fault = Fault(
        line: max(1, envelope.linesBefore),
        reason: "the front matter has no closing '\(fence)' line; its keys are taken to end where"
          + " lines cease to look like keys")
      let lines = KeyLines(envelope.block, firstLine: firstLine, format: envelope.format)
      self.init(entries: lines.entries, body: envelope.body, fault: fault)
      return
    }
    do throws(Fault) {
      guard var entries = try Self.entries(of: envelope, firstLine: firstLine) else {
        throw Fault(
          line: firstLine,
          reason: "the front matter holds no keys, expected lines such as 'title: A day'")
      }
      if let heading = envelope.heading, !entries.contains(where: { $0.key == "title" }) {
        entries.append(.init(key: "title", value: .text(heading.string), line: 1))
      }
      self.init(entries: entries, body: envelope.body, fault: nil)
    } catch {
      let lines = KeyLines(envelope.block, firstLine: firstLine, format: envelope.format)
      guard lines.isFrontMatter else {
        self.init(entries: [], body: text[...], fault: nil)
        return
      }
      // A key without a gap is no key to YAML, which stumbles only later.
      let line = min(error.line, lines.gaplessLine ?? error.line)
      self.init(
        entries: lines.entries, body: envelope.body, fault: Fault(line: line, reason: error.reason))
    }
  }

  private init(entries: [Entry], body: Bytes, fault: Fault?) {
    self.entries = entries
    taxonomies = entries.first { $0.key == "taxonomies" }?.value.map ?? [:]
    nested = entries.compactMap { $0.key == "params" || $0.key == "extra" ? $0.value.map : nil }
    self.body = body
    self.fault = fault
  }

  /// Nil for a block that holds no map.
  private static func entries(
    of envelope: Envelope, firstLine: Int
  ) throws(Fault) -> [Entry]? {
    switch envelope.format {
    case .yaml, .closingOnly:
      if let flat = FlatYAML.entries(in: envelope.block, firstLine: firstLine) { return flat }
      return try YAMLBlock.entries(in: envelope.block, firstLine: firstLine)
    case .toml: return try TOMLReader.entries(in: envelope.block, firstLine: firstLine)
    case .json: return try JSONBlock.entries(in: envelope.block, firstLine: firstLine)
    case .header, .properties:
      return KeyLines(envelope.block, firstLine: firstLine, format: envelope.format).entries
    }
  }

  // MARK: Values

  /// The value of the first of `keys` that holds one, also below `params` or `extra`.
  func first(of keys: [String]) -> (key: String, value: FrontMatterValue)? {
    for key in keys {
      if let value = self[key], !value.isEmpty { return (key, value) }
      for map in nested {
        if let value = map[key], !value.isEmpty { return (key, value) }
      }
    }
    return nil
  }

  /// Every value of `key`, also below `params`, `extra` or `taxonomies`.
  func all(of key: String) -> [FrontMatterValue] {
    var found: [FrontMatterValue] = []
    if let value = self[key] { found.append(value) }
    for map in nested {
      if let value = map[key] { found.append(value) }
    }
    if let value = taxonomies[key] { found.append(value) }
    return found
  }

  /// The text of the first of `keys` that has one.
  func text(of keys: [String]) -> (key: String, text: String)? {
    for key in keys {
      if let found = first(of: [key]), let text = found.value.text { return (key, text) }
    }
    return nil
  }

  /// The line on which a key of the top level stands.
  func line(of key: String) -> Int? { entries.first { $0.key == key }?.line }

  subscript(key: String) -> FrontMatterValue? { entries.first { $0.key == key }?.value }

}
