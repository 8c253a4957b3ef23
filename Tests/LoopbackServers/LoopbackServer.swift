import Foundation
import Glibc
import Synchronization

/// A server on 127.0.0.1 with a thread for each connection, gone with `stop`.
package final class LoopbackServer: Sendable {
  package let port: Int
  private let listener: Int32
  private let state = Mutex(State())

  private struct State {
    /// False once the listener is closed: its number may be another's then.
    var isListening = true
    var isStopped = false
    var connections: [Int32] = []
  }

  package init(serve: @escaping @Sendable (LoopbackConnection) -> Void) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, size) == 0 && listen(listener, 64) == 0
          && getsockname(listener, address, &size) == 0
      }
    }
    guard listener >= 0, isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in
      while true {
        let file = accept(listener, nil, nil)
        guard file >= 0 else {
          if [EINTR, ECONNABORTED].contains(errno), !state.withLock(\.isStopped) { continue }
          state.withLock { state in
            state.isListening = false
            _ = close(listener)
          }
          return
        }
        var on: Int32 = 1
        setsockopt(file, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        guard keep(file) else { continue }
        Thread.detachNewThread { [self] in
          serve(LoopbackConnection(file: file))
          drop(file)
        }
      }
    }
  }

  /// Once is enough; more does no harm.
  package func stop() {
    state.withLock { state in
      state.isStopped = true
      if state.isListening { shutdown(listener, Int32(SHUT_RDWR)) }
      for file in state.connections { shutdown(file, Int32(SHUT_RDWR)) }
    }
  }

  private func keep(_ file: Int32) -> Bool {
    let isKept = state.withLock { state in
      if !state.isStopped { state.connections.append(file) }
      return !state.isStopped
    }
    if !isKept { close(file) }
    return isKept
  }

  private func drop(_ file: Int32) {
    state.withLock { state in
      state.connections.removeAll { $0 == file }
      _ = close(file)
    }
  }
}

/// One client's connection, read by lines or by bytes.
package final class LoopbackConnection {
  private let file: Int32
  private var buffer: [UInt8] = []
  private var position = 0

  init(file: Int32) {
    self.file = file
  }

  /// The next line with its end, or nil when the client has gone.
  package func line() -> [UInt8]? {
    var line: [UInt8] = []
    while let byte = byte() {
      line.append(byte)
      if byte == 0x0A { return line }
    }
    return nil
  }

  package func bytes(_ count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard let byte = byte() else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  package func write(_ text: String) { write(Array(text.utf8)) }

  package func write(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        send(file, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  /// Says nothing until the client has gone.
  package func waitForEnd() {
    while byte() != nil {}
  }

  private func byte() -> UInt8? {
    if position == buffer.count {
      buffer = [UInt8](unsafeUninitializedCapacity: 65_536) { chunk, filled in
        filled = max(0, recv(file, chunk.baseAddress, chunk.count, 0))
      }
      position = 0
      if buffer.isEmpty { return nil }
    }
    defer { position += 1 }
    return buffer[position]
  }
}
