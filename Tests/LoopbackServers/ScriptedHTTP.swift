import Foundation
import Synchronization

/// A request as a test server has it.
package struct HTTPRequest: Sendable {
  package let line: String
  /// Names in lower case.
  package let headers: [String: String]
  package let body: [UInt8]

  package var json: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]) ?? [:]
  }
}

/// What a test server answers.
package enum HTTPStep: Sendable {
  case answer(_ status: Int, _ body: String, headers: [String] = [])
  case bytes(_ status: Int, _ body: [UInt8], headers: [String] = [])
  case drop
  case silence
}

/// An HTTP server for one test; the count is of its requests, from 1.
package final class ScriptedHTTP: Sendable {
  private let server: LoopbackServer
  private let seen: Seen

  package var port: Int { server.port }
  package var requests: [HTTPRequest] { seen.requests.withLock { $0 } }
  package var connections: Int { seen.connections.withLock { $0 } }

  package convenience init(_ script: @escaping @Sendable (_ count: Int) -> HTTPStep) throws {
    try self.init(answering: { _, count in script(count) })
  }

  /// A server that answers by what is asked.
  package init(
    answering script: @escaping @Sendable (_ request: HTTPRequest, _ count: Int) -> HTTPStep
  ) throws {
    let seen = Seen()
    self.seen = seen
    server = try LoopbackServer { connection in
      seen.connections.withLock { $0 += 1 }
      while let request = Self.request(from: connection) {
        let count = seen.requests.withLock { requests in
          requests.append(request)
          return requests.count
        }
        switch script(request, count) {
        case .answer(let status, let body, let headers):
          connection.write(Self.head(status, body.utf8.count, headers) + body)
        case .bytes(let status, let body, let headers):
          connection.write(Self.head(status, body.count, headers))
          connection.write(body)
        case .drop: return
        case .silence: return connection.waitForEnd()
        }
      }
    }
  }

  package func stop() { server.stop() }

  private final class Seen: Sendable {
    let requests = Mutex<[HTTPRequest]>([])
    let connections = Mutex(0)
  }

  private static func head(_ status: Int, _ size: Int, _ headers: [String]) -> String {
    (["HTTP/1.1 \(status) X", "Content-Length: \(size)"] + headers).joined(separator: "\r\n")
      + "\r\n\r\n"
  }

  private static func request(from connection: LoopbackConnection) -> HTTPRequest? {
    guard let first = text(connection.line()) else { return nil }
    var headers: [String: String] = [:]
    while let line = text(connection.line()), !line.isEmpty {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    let size = headers["content-length"].flatMap { Int($0) } ?? 0
    guard let body = connection.bytes(size) else { return nil }
    return HTTPRequest(line: first, headers: headers, body: body)
  }

  private static func text(_ line: [UInt8]?) -> String? {
    line.map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .newlines) }
  }
}
