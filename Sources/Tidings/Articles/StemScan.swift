/// Tells whether a text holds one of some stems, without regard to ASCII case.
struct StemScan: Sendable {
  private let stems: [[UInt8]]
  /// Which bytes a stem begins with, in either case.
  private let isFirst: [Bool]

  /// `stems` are in lower case and at least two bytes long.
  init(_ stems: [[UInt8]]) {
    self.stems = stems
    let firsts = Set(stems.compactMap(\.first))
    isFirst = (0...255).map { firsts.contains(UInt8($0).lowercased) }
  }

  func finds(in text: Bytes) -> Bool {
    text.withUnsafeBufferPointer { text in
      isFirst.withUnsafeBufferPointer { isFirst in
        text.indices.contains { isFirst[Int(text[$0])] && isStem(in: text, at: $0) }
      }
    }
  }

  private func isStem(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 1 < text.count else { return false }
    let second = text[index + 1].lowercased
    return stems.contains { stem in
      stem[1] == second && stem.count <= text.count - index
        && stem.indices.allSatisfy { text[index + $0].lowercased == stem[$0] }
    }
  }
}
