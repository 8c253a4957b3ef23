import Foundation
import Tidings

/// Counts line after line of standard input, each answered before the next is waited for.
struct CountStream {
  /// In bytes, of answers that are written at once.
  private static let chunk = 1 << 16
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  let network: Network
  let console: Console
  private var number = 0
  private var isValid = true
  private var output: [UInt8] = []

  init(network: Network, console: Console) {
    self.network = network
    self.console = console
  }

  /// Whether every text was valid.
  ///
  /// - Throws: `CommandFailure` at the first line that holds no text; those before are answered.
  mutating func run() throws(CommandFailure) -> Bool {
    var buffer: [UInt8] = []
    while let bytes = try StandardInput.next() {
      var searched = buffer.count
      var start = 0
      buffer += bytes
      while let end = buffer[searched...].firstIndex(of: 0x0A) {
        try answer(buffer[start..<end])
        start = end + 1
        searched = start
      }
      buffer.removeFirst(start)
      // A line that has no end must not fill the memory.
      guard buffer.count <= StandardInput.longestText else {
        throw failure("longer than \(StandardInput.longestText >> 20) MB", at: number + 1)
      }
      flush()
    }
    try answer(buffer[...])
    flush()
    return isValid
  }

  private mutating func answer(_ line: ArraySlice<UInt8>) throws(CommandFailure) {
    number += 1
    let isMarked = number == 1 && line.starts(with: Self.byteOrderMark)
    let line = isMarked ? line.dropFirst(Self.byteOrderMark.count) : line
    guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return }
    let request: CountRequest
    do throws(CountRequestError) {
      request = try CountRequest(line: line)
    } catch {
      throw failure(error.description, at: number)
    }
    let count = network.count(request.text).warning(of: request.warnings)
    isValid = isValid && count.valid
    count.appendLine(to: &output)
    if output.count > Self.chunk { flush() }
  }

  private mutating func failure(_ reason: String, at line: Int) -> CommandFailure {
    flush()
    return CommandFailure("standard input:\(line): \(reason)")
  }

  private mutating func flush() {
    if output.isEmpty { return }
    console.print(Data(output))
    output.removeAll(keepingCapacity: true)
  }
}
