/// A check against damage, not against malice: the same for the same bytes, in whatever parts they
/// come.
struct Checksum {
  private var sum: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var count: UInt64 = 0
  /// Bytes of the word that is not full yet, the first of them lowest.
  private var pending: UInt64 = 0
  private var pendingCount: UInt64 = 0

  mutating func add(_ part: some Sequence<UInt8>) {
    let isDone: Void? = part.withContiguousStorageIfAvailable { add(UnsafeRawBufferPointer($0)) }
    if isDone == nil { for byte in part { add(byte) } }
  }

  private mutating func add(_ buffer: UnsafeRawBufferPointer) {
    var index = 0
    while index < buffer.count, pendingCount > 0 {
      add(buffer[index])
      index += 1
    }
    count &+= UInt64((buffer.count - index) / 8 * 8)
    while index + 8 <= buffer.count {
      mix(buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
      index += 8
    }
    while index < buffer.count {
      add(buffer[index])
      index += 1
    }
  }

  private mutating func add(_ byte: UInt8) {
    pending |= UInt64(byte) << (8 * pendingCount)
    pendingCount += 1
    count &+= 1
    guard pendingCount == 8 else { return }
    mix(pending)
    (pending, pendingCount) = (0, 0)
  }

  private mutating func mix(_ word: UInt64) {
    sum = (((sum << 5) | (sum >> 59)) ^ word) &* 0x9DDF_EA08_EB38_2D69
  }

  var value: UInt64 {
    var last = self
    last.mix(pending)
    last.mix(count)
    return last.sum ^ (last.sum >> 29)
  }
}
