import Foundation
import Glibc
import Tidings

/// Counts line after line of standard input, each answered before the next is waited for.
struct CountStream {
  /// A line that has no end must not fill the memory.
  private static let longestLine = 64 << 20
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
    var chunk = [UInt8](repeating: 0, count: Self.chunk)
    while true {
      let length = read(STDIN_FILENO, &chunk, chunk.count)
      if length < 0, errno == EINTR { continue }
      guard length >= 0 else {
        throw CommandFailure("cannot read standard input: \(String(cString: strerror(errno)))")
      }
      if length == 0 { break }
      var searched = buffer.count
      var start = 0
      buffer.append(contentsOf: chunk[..<length])
      while let end = buffer[searched...].firstIndex(of: 0x0A) {
        try answer(buffer[start..<end])
        start = end + 1
        searched = start
      }
      buffer.removeFirst(start)
      guard buffer.count <= Self.longestLine else {
        throw failure("longer than \(Self.longestLine >> 20) MB", at: number + 1)
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
