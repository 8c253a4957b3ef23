/// Reads what a `ByteWriter` wrote, and believes none of it.
struct ByteReader {
  private let bytes: Bytes
  private(set) var index: Int

  init(_ bytes: Bytes) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The bytes are not what a writer writes.
  struct Damage: Error {}

  mutating func take(_ count: Int) throws(Damage) -> Bytes {
    guard count >= 0, count <= bytes.endIndex - index else { throw Damage() }
    defer { index += count }
    return bytes[index..<(index + count)]
  }

  mutating func integer<Value: FixedWidthInteger>(_: Value.Type = Value.self) throws(Damage)
    -> Value
  {
    let piece = try take(MemoryLayout<Value>.size)
    return piece.withUnsafeBytes { Value(littleEndian: $0.loadUnaligned(as: Value.self)) }
  }

  mutating func bool() throws(Damage) -> Bool { try integer(UInt8.self) != 0 }

  mutating func double() throws(Damage) -> Double { Double(bitPattern: try integer()) }

  mutating func piece() throws(Damage) -> Bytes { try take(Int(try integer(UInt32.self))) }

  mutating func string() throws(Damage) -> String { try piece().string }

  mutating func optional<Value>(
    _ read: (inout ByteReader) throws(Damage) -> Value
  ) throws(Damage) -> Value? {
    try bool() ? try read(&self) : nil
  }

  mutating func optionalString() throws(Damage) -> String? { try bool() ? try string() : nil }

  mutating func list<Value>(
    _ read: (inout ByteReader) throws(Damage) -> Value
  ) throws(Damage) -> [Value] {
    let count = Int(try integer(UInt32.self))
    // Each value has a byte at least.
    guard count <= bytes.endIndex - index else { throw Damage() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  mutating func choice<Value: CaseIterable>(_: Value.Type) throws(Damage) -> Value {
    let number = Int(try integer(UInt8.self))
    let all = Array(Value.allCases)
    guard all.indices.contains(number) else { throw Damage() }
    return all[number]
  }
}
