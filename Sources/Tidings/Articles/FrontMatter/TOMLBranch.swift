/// A table of TOML in the making: values, further tables, and lists of tables.
final class TOMLBranch {
  private var members: [String: Member] = [:]
  /// Lower-case keys in the order of the file.
  private var order: [String] = []
  /// Whether a header of its own has opened it: there is one for each table.
  private var hasHeader = false

  private struct Member {
    /// In the author's own letters: two that differ in case are two keys to TOML.
    let key: String
    let line: Int
    var content: Content
  }

  private enum Content {
    case value(FrontMatterValue)
    case branch(TOMLBranch)
    case branches([TOMLBranch])
  }

  /// Why a key cannot stand where it does.
  enum Refusal: Error {
    case twice(String)
    case noTable(String)
  }

  /// Sets the value of a dotted key; of keys that differ in case only, the last counts.
  func set(_ path: [String], to value: FrontMatterValue, line: Int) throws(Refusal) {
    guard let key = path.last else { return }
    let branch = try descend(path.dropLast(), line: line)
    if let earlier = branch.members[key.lowercased()], earlier.key == key { throw .twice(key) }
    branch.put(.value(value), for: key, line: line)
  }

  /// The table that a header opens: `[path]`, or one more of `[[path]]`.
  func open(_ path: [String], isList: Bool, line: Int) throws(Refusal) -> TOMLBranch {
    guard let key = path.last else { return self }
    let parent = try descend(path.dropLast(), line: line)
    let opened = TOMLBranch()
    opened.hasHeader = true
    switch (parent.members[key.lowercased()]?.content, isList) {
    case (nil, false): parent.put(.branch(opened), for: key, line: line)
    case (nil, true): parent.put(.branches([opened]), for: key, line: line)
    case (.branches(var list), true):
      // Let go first: a list with two owners is copied whole at each header.
      parent.members[key.lowercased()]?.content = .value(.null)
      list.append(opened)
      parent.members[key.lowercased()]?.content = .branches(list)
    case (.branch(let branch), false):
      guard !branch.hasHeader else { throw .twice(key) }
      branch.hasHeader = true
      return branch
    case (.branch, true), (.branches, false), (.value, _): throw .twice(key)
    }
    return opened
  }

  /// The table that `path` leads to, made on the way where there is none.
  private func descend(_ path: ArraySlice<String>, line: Int) throws(Refusal) -> TOMLBranch {
    var branch = self
    for key in path {
      switch branch.members[key.lowercased()]?.content {
      case .branch(let next): branch = next
      case .branches(let list): branch = list.last ?? branch
      case .value: throw .noTable(key)
      case nil:
        let next = TOMLBranch()
        branch.put(.branch(next), for: key, line: line)
        branch = next
      }
    }
    return branch
  }

  private func put(_ content: Content, for key: String, line: Int) {
    let name = key.lowercased()
    if members[name] == nil { order.append(name) }
    members[name] = Member(key: key, line: line, content: content)
  }

  /// What it holds, in the order of the file.
  var entries: [FrontMatter.Entry] {
    order.compactMap { key in
      members[key].map { .init(key: key, value: Self.value(of: $0.content), line: $0.line) }
    }
  }

  var value: FrontMatterValue {
    .map(members.mapValues { Self.value(of: $0.content) })
  }

  private static func value(of content: Content) -> FrontMatterValue {
    switch content {
    case .value(let value): value
    case .branch(let branch): branch.value
    case .branches(let list): .list(list.map(\.value))
    }
  }
}
