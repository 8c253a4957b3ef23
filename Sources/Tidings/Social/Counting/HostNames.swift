/// A run of labels and dots, read once, that tells where a host name ends wherever it starts in it.
///
/// Reading each run once keeps a text without spaces linear.
struct HostNames {
  let range: Range<Int>
  private let scalars: [Unicode.Scalar]
  private var labels: [Range<Int>] = []
  private var underscores: [Int?] = []
  /// For each label, how much of it is a top-level domain.
  private var topLevels: [Int] = []
  /// For each label, the last label before the top-level domain of a host that holds it whole.
  private var reach: [Int?] = []

  init(in scalars: [Unicode.Scalar], from start: Int) {
    self.scalars = scalars
    var end = start
    var label = start
    while end < scalars.count {
      let scalar = scalars[end]
      if scalar == "." {
        labels.append(label..<end)
        label = end + 1
      } else if scalar != "-", scalar != "_", !scalar.isDomainScalar {
        break
      }
      end += 1
    }
    range = start..<end
    if labels.isEmpty { return }
    labels.append(label..<end)
    underscores = labels.map { scalars[$0].lastIndex(of: "_") }
    topLevels = labels.map {
      TopLevelDomains.length(in: scalars, from: $0.lowerBound, to: $0.upperBound)
    }
    reach = Array(repeating: nil, count: labels.count)
    for index in labels.indices.reversed() {
      reach[index] = last(from: labels[index].lowerBound, in: index)
    }
  }

  /// Where the longest host that starts at `start` ends.
  func end(from start: Int) -> Int? {
    guard !labels.isEmpty, let last = last(from: start, in: label(at: start)) else { return nil }
    return labels[last + 1].lowerBound + topLevels[last + 1]
  }

  private func last(from start: Int, in label: Int) -> Int? {
    let end = labels[label].upperBound
    guard
      label + 1 < labels.count, start < end, scalars[start].isDomainScalar,
      scalars[end - 1].isDomainScalar
    else { return nil }
    if let further = reach[label + 1] { return further }
    // The label before the top-level domain holds no underscore; those before it may.
    guard topLevels[label + 1] > 0, (underscores[label] ?? -1) < start else { return nil }
    return label
  }

  private func label(at index: Int) -> Int {
    var low = 0
    var high = labels.count - 1
    while low < high {
      let middle = (low + high) / 2
      if labels[middle].upperBound < index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The hosts within `range` that are in Latin letters, up to their top-level domain.
  ///
  /// Only these are links when no scheme stands before them.
  func latinHosts(in range: Range<Int>) -> [Range<Int>] {
    let first = label(at: range.lowerBound)
    let last = label(at: range.upperBound)
    let starts = (first...last).map { latinStart(of: labels[$0].clamped(to: range)) }
    var reach = [Int?](repeating: nil, count: starts.count + 1)
    func further(_ index: Int) -> Int? {
      if let known = reach[index + 1] { return known }
      return first + index < last && topLevels[first + index + 1] > 0 ? index : nil
    }
    for index in starts.indices.reversed() {
      let label = labels[first + index]
      let isWhole = !label.isEmpty && starts[index] <= label.lowerBound
      reach[index] = isWhole ? further(index) : nil
    }
    var hosts: [Range<Int>] = []
    var from = range.lowerBound
    var index = 0
    while index < starts.count {
      let start = max(starts[index], from)
      if start < labels[first + index].upperBound, let last = further(index) {
        from = labels[first + last + 1].lowerBound + topLevels[first + last + 1]
        hosts.append(start..<from)
        index = last + 1
      } else {
        index += 1
      }
    }
    return hosts
  }

  private func latinStart(of label: Range<Int>) -> Int {
    var start = label.upperBound
    while start > label.lowerBound {
      let scalar = scalars[start - 1]
      guard scalar.isASCIILetterOrDigit || scalar == "-" || scalar.isAccentedLatin else { break }
      start -= 1
    }
    return start
  }
}
