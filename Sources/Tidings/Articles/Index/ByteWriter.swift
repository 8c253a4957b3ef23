/// Writes values as bytes, least significant first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func put(_ value: Double) { put(value.bitPattern) }

  /// With its length in bytes before it.
  mutating func put(_ text: String) {
    var text = text
    text.withUTF8 {
      put(UInt32($0.count))
      bytes.append(contentsOf: $0)
    }
  }

  mutating func put<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
    put(value != nil)
    if let value { write(&self, value) }
  }

  mutating func put(_ text: String?) { put(text) { $0.put($1) } }

  mutating func put<Value>(_ values: [Value], _ write: (inout ByteWriter, Value) -> Void) {
    put(UInt32(values.count))
    for value in values { write(&self, value) }
  }

  mutating func append(_ other: [UInt8]) { bytes += other }
}
