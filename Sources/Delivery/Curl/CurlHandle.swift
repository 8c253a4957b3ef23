import CCurl
import Glibc

/// An easy handle and the one connection it keeps open between transfers.
struct CurlHandle: ~Copyable {
  /// Nil only when memory ran out; every transfer then fails.
  private let raw: UnsafeMutableRawPointer?

  init() {
    raw = CurlLibrary.isReady ? curl_easy_init() : nil
  }

  deinit {
    // libcurl says goodbye, and would wait up to two minutes for an answer to that.
    shut(Int(SHUT_RD))
    curl_easy_cleanup(raw)
  }

  /// Runs `request` to its end on this thread, which it blocks.
  borrowing func perform(_ request: CurlRequest, listener: any CurlListener) -> CurlOutcome {
    guard let raw else { return Self.failed(CURLE_FAILED_INIT) }
    let strings: [String] =
      switch request.job {
      case .mail(_, let recipient, _): [recipient]
      case .post(let headers), .get(let headers, _): headers
      }
    guard let list = CurlList(strings) else { return Self.failed(CURLE_OUT_OF_MEMORY) }
    let exchange = CurlExchange(
      upload: request.upload, longestBody: request.longestBody, listener: listener)
    return withExtendedLifetime(exchange) {
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CURL_ERROR_SIZE)) { buffer in
        buffer.initialize(repeating: 0)
        // No option, and with it no pointer to this transfer, outlives it; the connection does.
        defer { curl_easy_reset(raw) }
        var code = Self.set(request, list, exchange, on: raw)
        if code == CURLE_OK { code = tidings_set_error_buffer(raw, buffer.baseAddress) }
        if code == CURLE_OK { code = curl_easy_perform(raw) }
        return Self.outcome(code, exchange, raw, words: buffer)
      }
    }
  }

  /// Breaks the connection off, so that nothing more is said or heard over it.
  borrowing func hangUp() {
    shut(Int(SHUT_RDWR))
  }

  private borrowing func shut(_ direction: Int) {
    guard let raw else { return }
    let socket = tidings_get_socket(raw)
    if socket >= 0 { shutdown(socket, Int32(direction)) }
  }

  private static func failed(_ code: CURLcode) -> CurlOutcome {
    CurlOutcome(
      fault: CurlFault(code), words: String(cString: curl_easy_strerror(code)), responseCode: 0,
      isHandedOver: false, isReused: false, body: [], retryAfter: 0, redirect: nil,
      elapsed: .zero)
  }

  private static func outcome(
    _ code: CURLcode, _ exchange: CurlExchange, _ raw: UnsafeMutableRawPointer,
    words: UnsafeMutableBufferPointer<CChar>
  ) -> CurlOutcome {
    let bytes = words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return CurlOutcome(
      fault: CurlFault(code),
      words: bytes.isEmpty
        ? String(cString: curl_easy_strerror(code)) : String(decoding: bytes, as: UTF8.self),
      responseCode: tidings_get_response_code(raw),
      isHandedOver: exchange.handedOver == exchange.upload.count,
      isReused: tidings_get_new_connections(raw) == 0,
      body: exchange.body, retryAfter: Int(clamping: tidings_get_retry_after(raw)),
      redirect: tidings_get_redirect(raw).map { String(cString: $0) },
      elapsed: .microseconds(tidings_get_total_time(raw)))
  }
}
