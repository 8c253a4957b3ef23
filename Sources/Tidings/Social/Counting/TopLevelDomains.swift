/// Which names end a web address that has no scheme.
enum TopLevelDomains {
  private static let ascii = names(TopLevelDomainTable.ascii)
  private static let international = names(TopLevelDomainTable.international)
  private static let recent = names(TopLevelDomainTable.recent)
  private static let longest = international.map(\.count).max() ?? 0

  private static func names(_ table: String) -> Set<[UInt32]> {
    Set(table.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map(\.value) })
  }

  /// Whether `name`, in any case, is a top-level domain as written: `com`, `рф`, not `xn--p1ai`.
  static func contains(_ name: some StringProtocol) -> Bool {
    let name = name.lowercased().unicodeScalars.map(\.value)
    return ascii.contains(name) || international.contains(name) || recent.contains(name)
  }

  /// How many scalars of `scalars[start..<end]` are a top-level domain to X; 0 for none.
  ///
  /// Text may run on after it, as Chinese and Japanese do, but no ASCII letter, digit, `@`, `+` or
  /// `-`. A name in its `xn--` form is known by that form alone.
  static func length(in scalars: [Unicode.Scalar], from start: Int, to end: Int) -> Int {
    guard start < end else { return 0 }
    var plain = start
    while plain < end, scalars[plain].isASCIILetterOrDigit { plain += 1 }
    let name = scalars[start..<plain].map(\.lowercasedValue)
    if !name.isEmpty, name.count < 32, ascii.contains(name), ends(scalars, at: plain) {
      return plain - start
    }
    if name == Array("xn".unicodeScalars.map(\.value)), plain + 2 < scalars.count {
      return encodedLength(in: scalars, from: start)
    }
    return internationalLength(in: scalars, from: start, to: end)
  }

  private static func encodedLength(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    var index = start + 2
    guard scalars[index] == "-", scalars[index + 1] == "-" else { return 0 }
    index += 2
    let name = index
    while index < scalars.count, scalars[index].isASCIILetterOrDigit || scalars[index] == "-" {
      index += 1
    }
    return index > name ? index - start : 0
  }

  private static func internationalLength(
    in scalars: [Unicode.Scalar], from start: Int, to end: Int
  ) -> Int {
    var name = scalars[start..<min(end, start + longest)].map(\.lowercasedValue)
    guard name.contains(where: { $0 > 0x7F }) else { return 0 }
    while !name.isEmpty {
      if international.contains(name), ends(scalars, at: start + name.count) { return name.count }
      name.removeLast()
    }
    return 0
  }

  private static func ends(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index < scalars.count else { return true }
    return !scalars[index].isASCIILetterOrDigit && !["@", "+", "-"].contains(scalars[index])
  }
}
