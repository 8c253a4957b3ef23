/// What libcurl's callbacks see of one transfer; alive for that transfer, on one thread.
final class CurlExchange {
  let upload: [UInt8]
  let listener: any CurlListener
  private(set) var handedOver = 0
  private(set) var body: [UInt8] = []
  /// In bytes, once unpacked.
  private let longestBody: Int

  init(upload: [UInt8], longestBody: Int, listener: any CurlListener) {
    self.upload = upload
    self.longestBody = longestBody
    self.listener = listener
  }

  /// How many of the upload's next bytes went into `buffer`; 0 at the end.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, upload.count - handedOver)
    guard count > 0 else { return 0 }
    upload.withUnsafeBytes { bytes in
      buffer.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[handedOver..<handedOver + count]))
    }
    handedOver += count
    return count
  }

  /// Whether the bytes were kept; no more than `longestBody` is.
  func keep(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard body.count + bytes.count <= longestBody else { return false }
    body.append(contentsOf: bytes)
    return true
  }
}

/// Follows the dialogue of one transfer, line by line.
protocol CurlListener: AnyObject {
  /// A command or a request's head went out; never called with the upload itself.
  func sent(_ text: String)

  /// A line of the other side's reply came in; false ends the transfer there.
  func received(_ line: String) -> Bool

  /// Asked from time to time; true ends the transfer.
  var isCancelled: Bool { get }
}

extension CurlListener {
  var isCancelled: Bool { false }
}
