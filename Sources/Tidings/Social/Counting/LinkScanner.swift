/// Finds the web addresses that a network would turn into links, in one pass.
struct LinkScanner {
  /// Longer addresses are no links: in UTF-16 units, their scheme counted twice, as X counts.
  static let longestLink = 4096
  private static let longestSlug = 40
  /// After one of these a bare name is the rest of something longer.
  private static let marksInNames: ScalarSet = "-_./"

  /// One address, in scalars.
  struct Found: Equatable {
    let range: Range<Int>
    let hasScheme: Bool
    /// How many UTF-16 units X takes for the 23 that a link counts.
    ///
    /// Of a host whose end is in another script X takes the Latin part and the path, but leaves as
    /// many units at the end to be counted apart.
    let weighed: Int
  }

  private let grammar: LinkGrammar
  private let scalars: [Unicode.Scalar]
  private var hosts: HostNames?
  private var found: [Found] = []

  static func links(in text: ScalarText, grammar: LinkGrammar) -> [Found] {
    var scanner = LinkScanner(grammar: grammar, scalars: text.scalars)
    scanner.scan()
    return scanner.found
  }

  private init(grammar: LinkGrammar, scalars: [Unicode.Scalar]) {
    self.grammar = grammar
    self.scalars = scalars
  }

  private mutating func scan() {
    guard scalars.contains(".") else { return }
    var index = 0
    while index < scalars.count {
      let before = scalars[index]
      if mayPrecede(before), let end = takeAstral(at: index) ?? take(from: index + 1, after: before)
      {
        index = end
      } else if index == 0, let end = take(from: 0, after: nil) {
        index = end
      } else {
        index += 1
      }
    }
  }

  /// X reads UTF-16, where the second half of an emoji is a host's letter: `🙂.example.org`.
  private mutating func takeAstral(at index: Int) -> Int? {
    scalars[index].value > 0xFFFF ? take(from: index, after: scalars[index]) : nil
  }

  private func mayPrecede(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "@", "＠", "$", "#", "＃": false
    default: !scalar.isASCIILetterOrDigit && !scalar.isRefusedByX
    }
  }

  /// Keeps the link that starts at `start`, if any; where what looked like one ends.
  private mutating func take(from start: Int, after before: Unicode.Scalar?) -> Int? {
    let scheme = schemeLength(at: start)
    let host = start + scheme
    guard host < scalars.count, scalars[host].isDomainScalar else { return nil }
    if hosts?.range.contains(host) != true { hosts = HostNames(in: scalars, from: host) }
    guard let hostEnd = hosts?.end(from: host) else { return nil }
    let pathStart = portEnd(from: hostEnd)
    let pathEnd = pathEnd(from: pathStart)
    let end = queryEnd(from: pathEnd)
    let latin = hosts?.latinHosts(in: host..<hostEnd) ?? []
    guard isEncodable(host..<hostEnd, latin: latin), length(start..<end, scheme) <= Self.longestLink
    else { return end }
    if scheme > 0 {
      if let end = shortLinkEnd(host..<hostEnd, pathStart..<pathEnd, end) {
        found.append(
          Found(range: start..<end, hasScheme: true, weighed: units(in: start..<end)))
      }
    } else if grammar.linksBareNames, before.map({ !Self.marksInNames.contains($0) }) ?? true {
      for (index, range) in latin.enumerated() {
        let hasPath = index == latin.count - 1 && pathEnd > pathStart
        let weighed = units(in: range) + (hasPath ? units(in: hostEnd..<end) : 0)
        let range = range.lowerBound..<(hasPath ? end : range.upperBound)
        found.append(Found(range: range, hasScheme: false, weighed: weighed))
      }
    }
    return end
  }

  private func schemeLength(at start: Int) -> Int {
    guard scalars[start...].first?.lowercasedValue == 0x68 else { return 0 }
    func matches(_ text: String) -> Bool {
      let end = start + text.unicodeScalars.count
      guard end <= scalars.count else { return false }
      return zip(scalars[start..<end], text.unicodeScalars)
        .allSatisfy { $0.lowercasedValue == $1.value }
    }
    return matches("https://") ? 8 : matches("http://") ? 7 : 0
  }

  private func portEnd(from start: Int) -> Int {
    guard start < scalars.count, scalars[start] == ":" else { return start }
    var end = start + 1
    while end < scalars.count, ("0"..."9").contains(scalars[end]) { end += 1 }
    return end > start + 1 ? end : start
  }

  private func pathEnd(from start: Int) -> Int {
    guard start < scalars.count, scalars[start] == "/" else { return start }
    var index = start + 1
    var end = index
    while index < scalars.count {
      if let close = parenthesesEnd(from: index) {
        if grammar.endsWithParentheses(scalars[index..<close], index == end) { end = close }
        index = close
      } else if grammar.inPath(scalars[index]) {
        index += 1
        if grammar.endsPath(scalars[index - 1]) { end = index }
      } else {
        break
      }
    }
    return end
  }

  /// Past `(…)` with at most one more pair inside, and something between them.
  private func parenthesesEnd(from start: Int) -> Int? {
    guard scalars[start] == "(" else { return nil }
    var index = pathRunEnd(from: start + 1)
    guard index < scalars.count else { return nil }
    if scalars[index] == ")" { return index > start + 1 ? index + 1 : nil }
    guard scalars[index] == "(" else { return nil }
    let inner = index + 1
    index = pathRunEnd(from: inner)
    guard index > inner, index < scalars.count, scalars[index] == ")" else { return nil }
    index = pathRunEnd(from: index + 1)
    guard index < scalars.count, scalars[index] == ")" else { return nil }
    return index + 1
  }

  private func pathRunEnd(from start: Int) -> Int {
    var index = start
    while index < scalars.count, grammar.inPath(scalars[index]) { index += 1 }
    return index
  }

  private func queryEnd(from start: Int) -> Int {
    guard start < scalars.count, scalars[start] == "?" else { return start }
    var index = start + 1
    var end = start
    while index < scalars.count, grammar.inQuery(scalars[index]) {
      index += 1
      if grammar.endsQuery(scalars[index - 1]) { end = index }
    }
    return end
  }

  /// Whether every label of a host fits the domain name system in its ASCII form.
  private func isEncodable(_ host: Range<Int>, latin: [Range<Int>]) -> Bool {
    if scalars[host].starts(with: "xn--".unicodeScalars), latin.isEmpty { return false }
    if scalars[host].allSatisfy(\.isASCII) {
      var length = 0
      for scalar in scalars[host] {
        if scalar == "." {
          guard (1...Punycode.longestLabel).contains(length) else { return false }
          length = 0
        } else {
          length += 1
        }
      }
      return (1...Punycode.longestLabel).contains(length)
    }
    // Punycode's own separators part a label too, yet the whole label keeps the limit.
    return scalars[host].split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
      let parts = $0.split(omittingEmptySubsequences: false) {
        "\u{3002}\u{FF0E}\u{FF61}".unicodeScalars.contains($0)
      }
      var length = parts.count - 1
      for part in parts where !part.isEmpty {
        guard let encoded = Punycode.encode(label: part) else { return false }
        length += encoded.utf8.count
      }
      return (1...Punycode.longestLabel).contains(length)
    }
  }

  private func length(_ range: Range<Int>, _ scheme: Int) -> Int {
    (scheme == 0 ? 8 : scheme) + units(in: range)
  }

  private func units(in range: Range<Int>) -> Int {
    scalars[range].reduce(0) { $0 + UTF16.width($1) }
  }

  /// Where a link with a scheme ends: X's own short links hold nothing after their slug.
  private func shortLinkEnd(_ host: Range<Int>, _ path: Range<Int>, _ end: Int) -> Int? {
    guard
      host.upperBound == path.lowerBound,
      scalars[host].map(\.lowercasedValue) == "t.co".unicodeScalars.map(\.value)
    else { return end }
    var slugEnd = path.lowerBound + 1
    while slugEnd < path.upperBound, scalars[slugEnd].isASCIILetterOrDigit { slugEnd += 1 }
    let slug = slugEnd - path.lowerBound - 1
    guard slug > 0 else { return end }
    return slug > Self.longestSlug ? nil : queryEnd(from: slugEnd)
  }
}
