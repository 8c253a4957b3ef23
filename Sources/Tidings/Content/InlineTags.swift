/// Which of the single tags among a paragraph's inlines are to be read.
enum InlineTags {
  /// A tag's name, by nothing but its first letters; its attributes are a parser's affair.
  private enum Kind {
    case open(String)
    case close(String)
    case void
    case comment
    case other
  }

  /// For each literal whether it is kept: end tags with their start tags, elements without an end
  /// tag, and comments; nil stands for what is no tag.
  static func kept(_ literals: [String?], losses: Losses) -> [Bool] {
    var result = literals.map { _ in false }
    var open: [(index: Int, name: String)] = []
    var depths: [String: Int] = [:]
    for (index, literal) in literals.enumerated() {
      guard let literal else { continue }
      switch kind(of: literal) {
      case .void, .comment:
        result[index] = true
      case .open(let name):
        open.append((index, name))
        depths[name, default: 0] += 1
      case .close(let name):
        guard depths[name, default: 0] > 0 else { continue }
        while let last = open.popLast() {
          depths[last.name, default: 1] -= 1
          guard last.name == name else { continue }
          result[last.index] = true
          result[index] = true
          break
        }
      case .other:
        break
      }
    }
    for (index, literal) in literals.enumerated() where !result[index] {
      if let literal, case .open(let name) = kind(of: literal) {
        losses.note("'<\(name.prefix(80))>' without its end tag")
      }
    }
    return result
  }

  private static func kind(of literal: String) -> Kind {
    if literal.hasPrefix("<!--") {
      return literal.hasSuffix("-->") && literal.utf8.count >= 7 ? .comment : .other
    }
    var rest = literal.dropFirst()
    let isClose = rest.hasPrefix("/")
    if isClose { rest.removeFirst() }
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.lowercased()
    if name.isEmpty { return .other }
    if HTMLNames.void.contains(name) { return isClose ? .other : .void }
    if isClose { return .close(name) }
    return literal.hasSuffix("/>") ? .other : .open(name)
  }
}
