extension StringProtocol {
  /// One line that is safe in a terminal and a ledger: controls and marks that turn the writing
  /// direction become spaces, runs of white space one, and what is over `limit` characters goes.
  func printable(limit: Int = 1_000) -> String {
    var result = ""
    var count = 0
    var isSpaceDue = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace || Self.isUnsafe(scalar) {
        isSpaceDue = count > 0
        continue
      }
      if isSpaceDue {
        result.unicodeScalars.append(" ")
        count += 1
        isSpaceDue = false
      }
      guard count < limit else { return result + "…" }
      result.unicodeScalars.append(scalar)
      count += 1
    }
    return result
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: false
    }
  }
}
