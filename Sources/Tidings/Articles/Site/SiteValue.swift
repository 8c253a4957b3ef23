/// What a site's configuration holds: values as front matter has them, looked up by their keys.
extension FrontMatterValue {
  /// The value below each key in turn; null where there is none.
  subscript(keys: String...) -> FrontMatterValue {
    keys.reduce(self) { $0.map[$1] ?? .null }
  }

  /// The values of a list; a single value is a list of one.
  var list: [FrontMatterValue] {
    switch self {
    case .null: []
    case .list(let list): list
    case .text, .map: [self]
    }
  }

  /// The same with what `other` holds, which goes before, map by map.
  func merged(with other: FrontMatterValue) -> FrontMatterValue {
    guard case .map(let mine) = self, case .map(let others) = other else {
      return other == .null ? self : other
    }
    return .map(mine.merging(others) { $0.merged(with: $1) })
  }
}
