/// The size that the first bytes of a picture's file tell.
///
/// The bytes are anybody's: whatever they are, the answer is a size above zero or none.
struct PictureHeader: Hashable {
  let format: PictureFacts.Format
  /// In pixels, as the picture is shown.
  let width: Int
  let height: Int

  /// Nil for another format, a broken header, or one that ends before it says the size.
  init?(_ bytes: [UInt8]) {
    let bytes = HeaderBytes(bytes: bytes)
    let size: (width: Int, height: Int)?
    if bytes.holds("\u{89}PNG\r\n\u{1A}\n", at: 0) {
      format = .png
      size = Self.png(bytes)
    } else if bytes.big(2, at: 0) == 0xFFD8 {
      format = .jpeg
      size = Self.jpeg(bytes)
    } else if bytes.holds("GIF87a", at: 0) || bytes.holds("GIF89a", at: 0) {
      format = .gif
      size = bytes.little(2, at: 6).flatMap { width in
        bytes.little(2, at: 8).map { (width, $0) }
      }
    } else if bytes.holds("RIFF", at: 0), bytes.holds("WEBP", at: 8) {
      format = .webp
      size = Self.webp(bytes)
    } else {
      return nil
    }
    guard let size, size.width > 0, size.height > 0 else { return nil }
    (width, height) = size
  }

  /// PNG (ISO 15948) 11.2.2: the first chunk is IHDR, its numbers have 31 bits.
  private static func png(_ bytes: HeaderBytes) -> (Int, Int)? {
    guard bytes.holds("IHDR", at: 12), let width = bytes.big(4, at: 16),
      let height = bytes.big(4, at: 20), max(width, height) <= Int(Int32.max)
    else { return nil }
    return (width, height)
  }

  /// ITU-T T.81 B: segments up to the frame header, on the way Exif's word on how it was turned.
  private static func jpeg(_ bytes: HeaderBytes) -> (Int, Int)? {
    var place = 2
    var isOnItsSide = false
    while true {
      guard bytes[place] == 0xFF, let marker = bytes[place + 1] else { return nil }
      switch marker {
      case 0xFF:
        // B.1.1.2: any number of fill bytes.
        place += 1
        continue
      case 0x01, 0xD0...0xD8:
        place += 2
        continue
      case 0xD9, 0xDA: return nil
      case 0xC4, 0xC8, 0xCC: break
      case 0xC0...0xCF:
        guard let height = bytes.big(2, at: place + 5), let width = bytes.big(2, at: place + 7)
        else { return nil }
        return isOnItsSide ? (height, width) : (width, height)
      case 0xE1:
        let end = place + 2 + (bytes.big(2, at: place + 2) ?? 0)
        if let turn = orientation(bytes, within: place + 4..<max(place + 4, end)) {
          isOnItsSide = (5...8).contains(turn)
        }
      default: break
      }
      guard let length = bytes.big(2, at: place + 2), length >= 2 else { return nil }
      place += 2 + length
    }
  }

  /// Exif 2.32 4.6.4: tag 0x0112 of the first directory, which says how to turn the picture.
  ///
  /// Nothing is read behind `segment`, so that many of them take no longer than one.
  private static func orientation(_ bytes: HeaderBytes, within segment: Range<Int>) -> Int? {
    guard bytes.holds("Exif\0\0", at: segment.lowerBound) else { return nil }
    let header = segment.lowerBound + 6
    let isLittle = bytes.holds("II", at: header)
    guard isLittle || bytes.holds("MM", at: header) else { return nil }
    func number(_ size: Int, at place: Int) -> Int? {
      isLittle ? bytes.little(size, at: place) : bytes.big(size, at: place)
    }
    guard let offset = number(4, at: header + 4), let count = number(2, at: header + offset) else {
      return nil
    }
    for entry in 0..<count {
      let place = header + offset + 2 + 12 * entry
      guard place < segment.upperBound, let name = number(2, at: place) else { return nil }
      if name == 0x0112 { return number(2, at: place + 8) }
    }
    return nil
  }

  /// RFC 9649 2.5 to 2.7: lossy, lossless, or a canvas with more than one chunk.
  private static func webp(_ bytes: HeaderBytes) -> (Int, Int)? {
    if bytes.holds("VP8 ", at: 12) {
      // RFC 6386 9.1: 14 bits each, above them how to scale.
      guard let frame = bytes[20], frame & 1 == 0, bytes.big(3, at: 23) == 0x9D012A,
        let width = bytes.little(2, at: 26), let height = bytes.little(2, at: 28)
      else { return nil }
      return (width & 0x3FFF, height & 0x3FFF)
    }
    if bytes.holds("VP8L", at: 12) {
      guard bytes[20] == 0x2F, let bits = bytes.little(4, at: 21) else { return nil }
      return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }
    guard bytes.holds("VP8X", at: 12), let width = bytes.little(3, at: 24),
      let height = bytes.little(3, at: 27)
    else { return nil }
    return (width + 1, height + 1)
  }
}

/// Bytes of which any may be asked for, and nil be the answer.
private struct HeaderBytes {
  let bytes: [UInt8]

  subscript(place: Int) -> UInt8? { bytes.indices.contains(place) ? bytes[place] : nil }

  /// Whether the code points of `text`, all below 256, stand at `place`.
  func holds(_ text: String, at place: Int) -> Bool {
    text.unicodeScalars.enumerated().allSatisfy { index, scalar in
      self[place + index].map { UInt32($0) == scalar.value } ?? false
    }
  }

  /// The number in `count` bytes, at most four, the highest byte first.
  func big(_ count: Int, at place: Int) -> Int? {
    var number = 0
    for index in place..<place + count {
      guard let byte = self[index] else { return nil }
      number = number << 8 | Int(byte)
    }
    return number
  }

  /// The number in `count` bytes, at most four, the lowest byte first.
  func little(_ count: Int, at place: Int) -> Int? {
    var number = 0
    for index in (place..<place + count).reversed() {
      guard let byte = self[index] else { return nil }
      number = number << 8 | Int(byte)
    }
    return number
  }
}
