import CCurl

extension CurlHandle {
  /// Sets every option of `request`; the first that libcurl does not take ends it.
  static func set(
    _ request: CurlRequest, _ list: borrowing CurlList, _ exchange: CurlExchange,
    on raw: UnsafeMutableRawPointer
  ) -> CURLcode {
    let context = Unmanaged.passUnretained(exchange).toOpaque()
    let connect = request.timeouts.connect.milliseconds
    var code = tidings_set_url(raw, request.url)
    func then(_ next: @autoclosure () -> CURLcode) {
      if code == CURLE_OK { code = next() }
    }
    then(tidings_set_no_signal(raw))
    // With one connection at most, what is known of it (AUTH, capabilities) is never another's.
    then(tidings_set_max_connections(raw, 1))
    then(tidings_set_connect_timeout(raw, connect))
    then(tidings_set_read(raw, readUpload, context))
    then(tidings_set_write(raw, keepBody, context))
    then(tidings_set_header(raw, hearLine, context))
    then(tidings_set_debug(raw, watchCommands, context))
    if request.avoidsProxy { then(tidings_set_no_proxy(raw, "*")) }
    if let file = request.caFile { then(tidings_set_ca_file(raw, file)) }
    if let user = request.user { then(tidings_set_user(raw, user)) }
    if let password = request.password { then(tidings_set_password(raw, password.exposed)) }
    switch request.job {
    case .mail(let sender, _, let security):
      let reply = max(1, (request.timeouts.reply.milliseconds + 999) / 1_000)
      then(tidings_set_protocols(raw, "smtp,smtps"))
      // No size is set: libcurl 7.88 compares it with the count after dot-stuffing, and could
      // end a message early.
      then(tidings_set_upload(raw))
      then(tidings_set_mail_from(raw, sender))
      then(tidings_set_mail_recipients(raw, list.raw))
      then(tidings_set_reply_timeout(raw, reply))
      // A body that is not taken at all would otherwise wait for ever.
      then(tidings_set_low_speed(raw, 1, reply))
      switch security {
      case .startTLS: then(tidings_set_use_ssl_all(raw))
      case .opportunistic:
        then(tidings_set_use_ssl_where_offered(raw))
        if request.caFile == nil { then(tidings_set_unverified(raw)) }
      case .implicitTLS, .plaintext: break
      }
    case .post:
      then(tidings_set_protocols(raw, "http,https"))
      then(tidings_set_http_1_1(raw))
      // The body comes through the callback, which cannot rewind: libcurl then never sends it
      // twice of its own accord when a kept connection turns out dead.
      then(tidings_set_post(raw, curl_off_t(request.upload.count)))
      then(tidings_set_headers(raw, list.raw))
      then(tidings_set_timeout(raw, connect + request.timeouts.reply.milliseconds))
    case .get:
      then(tidings_set_protocols(raw, "http,https"))
      then(tidings_set_any_encoding(raw))
      then(tidings_set_headers(raw, list.raw))
      then(tidings_set_timeout(raw, max(1, connect + request.timeouts.reply.milliseconds)))
      then(tidings_set_progress(raw, askWhether, context))
    }
    return code
  }
}

private let readUpload: tidings_read = { buffer, size, count, context in
  guard let buffer, let context else { return 0 }
  let exchange = Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
  return exchange.fill(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
}

private let keepBody: tidings_write = { bytes, size, count, context in
  guard let context else { return 0 }
  let exchange = Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
  return exchange.keep(UnsafeRawBufferPointer(start: bytes, count: size * count))
    ? size * count : 0
}

private let hearLine: tidings_write = { bytes, size, count, context in
  guard let context else { return 0 }
  let exchange = Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
  let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
  return exchange.listener.received(String(decoding: line, as: UTF8.self)) ? size * count : 0
}

private let watchCommands: tidings_debug = { _, kind, bytes, count, context in
  guard kind == CURLINFO_HEADER_OUT, let context else { return 0 }
  let exchange = Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
  let text = UnsafeRawBufferPointer(start: bytes, count: count)
  exchange.listener.sent(String(decoding: text, as: UTF8.self))
  return 0
}

private let askWhether: tidings_progress = { context, _, _, _, _ in
  guard let context else { return 0 }
  let exchange = Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
  return exchange.listener.isCancelled ? 1 : 0
}

extension Duration {
  /// Rounded up, at least 0, and small enough for a C long in any unit.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    let whole = Int(min(seconds, 10_000_000)) * 1_000
    return whole + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
