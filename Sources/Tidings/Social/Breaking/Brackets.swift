/// Brackets and quotation marks that close again on their line.
enum Brackets {
  /// For each place in a text, counted in scalars, how many are open; empty when none ever is.
  static func depths(in scalars: [Unicode.Scalar]) -> [Int32] {
    var changes: [Int32] = []
    var open: [(index: Int, closer: Unicode.Scalar)] = []
    func isAtWordStart(_ index: Int) -> Bool {
      (index == 0 || scalars[index - 1].isAnySpace || scalars[index - 1] == "(")
        && index + 1 < scalars.count && !scalars[index + 1].isAnySpace
    }
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\n" {
        open.removeAll()
        continue
      }
      let match = open.lastIndex { $0.closer == scalar || $0.closer == "“" && scalar == "”" }
      if let match {
        if changes.isEmpty { changes = Array(repeating: 0, count: scalars.count + 1) }
        changes[open[match].index + 1] += 1
        changes[index + 1] -= 1
        open.removeSubrange(match...)
      } else if open.count < deepest, let closer = closer(of: scalar),
        scalar != "\"" || isAtWordStart(index)
      {
        open.append((index, closer))
      }
    }
    var depth: Int32 = 0
    return changes.map {
      depth += $0
      return depth
    }
  }

  /// More than this at a time are no one's prose.
  private static let deepest = 16

  private static func closer(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "(": ")"
    case "[": "]"
    case "{": "}"
    case "\"": "\""
    case "“": "”"
    case "„": "“"
    case "«": "»"
    case "‹": "›"
    case "（": "）"
    case "［": "］"
    case "「": "」"
    case "『": "』"
    case "【": "】"
    case "《": "》"
    case "〈": "〉"
    case "〔": "〕"
    default: nil
    }
  }
}
