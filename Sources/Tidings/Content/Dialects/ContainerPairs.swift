/// Which lines of colons open and close a container: `:::note` … `:::`.
struct ContainerPairs {
  struct Opening {
    let title: ContainerTitle
    let end: Int
  }

  /// By the number of the line; only those that are closed.
  private(set) var openings: [Int: Opening] = [:]
  /// Closing lines that have no opening, or whose opening is one of `openings`.
  private(set) var closings: Set<Int> = []
  /// Opening lines that are never closed.
  private(set) var unclosed: [Int: ContainerTitle] = [:]

  init(_ bytes: [UInt8], _ lines: [MarkdownLine]) {
    var open: [(line: Int, colons: Int, title: ContainerTitle)] = []
    for (number, line) in lines.enumerated() where !line.isCode {
      let words = line.words(in: bytes)
      guard words.opens(with: ":::") else { continue }
      let colons = words.prefix { $0 == UInt8(ascii: ":") }.count
      let rest = words.dropFirst(colons)
      if rest.isEmpty {
        closings.insert(number)
        // The nearest of as many colons; containers within it stay open otherwise.
        let tail = open.suffix(50)
        guard let match = tail.lastIndex(where: { $0.colons == colons }) ?? tail.indices.last else {
          continue
        }
        for inner in open[(match + 1)...] { unclosed[inner.line] = inner.title }
        openings[open[match].line] = Opening(title: open[match].title, end: number)
        open.removeSubrange(match...)
      } else if let title = ContainerTitle(container: rest) {
        open.append((number, colons, title))
      }
    }
    for container in open { unclosed[container.line] = container.title }
  }
}
