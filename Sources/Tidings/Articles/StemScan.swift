/// Tells whether a text holds one of some stems, without regard to ASCII case.
struct StemScan: Sendable {
  /// By the kinds of their first two bytes.
  private let stems: [[[UInt8]]]
  /// Whether a stem begins with two bytes of these kinds: nearly every place of a text is passed
  /// over at one look into this table.
  private let isStart: [Bool]

  /// `stems` are in lower case; one of a single byte is passed over.
  init(_ stems: [[UInt8]]) {
    var table: [[[UInt8]]] = Array(repeating: [], count: 1_024)
    for stem in stems where stem.count > 1 {
      table[Self.kind(stem[0]) << 5 | Self.kind(stem[1])].append(stem)
    }
    self.stems = table
    isStart = table.map { !$0.isEmpty }
  }

  /// 1 to 26 for a letter in either case, 27 to 31 for what is no ASCII, 0 else.
  private static func kind(_ byte: UInt8) -> Int {
    byte.isLetter ? Int(byte & 31) : byte < 0x80 ? 0 : 27 + Int(byte % 5)
  }

  private static let kinds: [Int] = (0...255).map { kind(UInt8($0)) }

  func finds(in text: Bytes) -> Bool {
    guard text.count > 1 else { return false }
    return text.withUnsafeBufferPointer { text in
      Self.kinds.withUnsafeBufferPointer { kinds in
        isStart.withUnsafeBufferPointer { isStart in
          var first = kinds[Int(text[0])]
          for index in 1..<text.count {
            let second = kinds[Int(text[index])]
            let pair = first << 5 | second
            if isStart[pair], isStem(in: text, at: index - 1, pair: pair) { return true }
            first = second
          }
          return false
        }
      }
    }
  }

  private func isStem(in text: UnsafeBufferPointer<UInt8>, at index: Int, pair: Int) -> Bool {
    for stem in stems[pair] where stem.count <= text.count - index {
      var offset = 0
      while offset < stem.count, text[index + offset].lowercased == stem[offset] { offset += 1 }
      if offset == stem.count { return true }
    }
    return false
  }
}
