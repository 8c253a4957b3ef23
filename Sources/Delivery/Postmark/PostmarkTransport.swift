import Tidings

/// Delivers through Postmark's HTTP interface, one request a message.
public struct PostmarkTransport: Transport {
  public let name: String
  public let width: Int
  private let url: String
  private let place: String
  private let isLoopback: Bool
  private let token: Secret
  private let stream: String
  private let caFile: String?
  private let timeouts: Timeouts
  private let pool: Pool<HTTPConnection>

  public static let defaultBase = "https://api.postmarkapp.com"

  /// A transport that connects at its first delivery.
  ///
  /// `base` is where the interface stands, https unless it is on this machine; `stream` names one
  /// of the account's message streams; `width` is held between 1 and 64.
  ///
  /// - Throws: what makes the base or the token unusable.
  public init(
    token: Secret, stream: String = "broadcast", base: String = defaultBase,
    caFile: String? = nil, timeouts: Timeouts = Timeouts(reply: .seconds(60)), width: Int = 4
  ) throws(DeliveryFailure) {
    guard let url = WebURL(base), !base.contains("?"), !base.contains("#"), !base.contains("@")
    else {
      throw DeliveryFailure(.fatal, at: base, "is no web address to send to")
    }
    // WebURL drops the brackets of an IPv6 address in some versions of Foundation.
    let host = url.host.trimmingPrefix("[").prefix { $0 != "]" }
    isLoopback = Loopback.contains(String(host))
    if url.text.lowercased().hasPrefix("http:"), !isLoopback {
      throw DeliveryFailure(
        .fatal, at: base, "the token would go over the network in the clear",
        hint: "use https://; http:// is for this machine only")
    }
    guard token.isPrintable else {
      throw DeliveryFailure(
        .fatal, at: base, "the Postmark server token is empty or has a control character",
        hint: "does its file have more than one line?")
    }
    let trimmed = url.text.hasSuffix("/") ? String(url.text.dropLast()) : url.text
    self.url = trimmed + "/email"
    place = trimmed
    name = base == Self.defaultBase ? "postmark" : "postmark (\(trimmed))"
    self.token = token
    self.stream = stream
    self.caFile = caFile
    self.timeouts = timeouts
    self.width = min(max(width, 1), 64)
    pool = Pool((0..<self.width).map { _ in HTTPConnection() })
  }

  public func deliver(_ parcel: Parcel) async throws(DeliveryFailure) -> Receipt {
    let request = try request(for: parcel)
    let connection = await pool.take()
    let (outcome, wasSent) = await connection.perform(request)
    await pool.give(connection)
    do {
      return try PostmarkVerdict(place: place).receipt(outcome, wasSent: wasSent).hiding(token)
    } catch {
      throw error.hiding(token)
    }
  }

  public func close() async {
    for connection in pool.members { await connection.close() }
  }

  private func request(for parcel: Parcel) throws(DeliveryFailure) -> CurlRequest {
    guard let content = parcel.content else {
      throw DeliveryFailure(.fatal, at: place, "the message was not given in parts")
    }
    let body = PostmarkRequest(content: content, messageID: parcel.messageID, stream: stream)
    if let field = body.unsafeField {
      throw DeliveryFailure(.refused, at: place, "'\(field)' has a control character")
    }
    let bytes: [UInt8]
    do {
      bytes = try body.bytes
    } catch {
      throw DeliveryFailure(.refused, at: place, "the message cannot be written as JSON: \(error)")
    }
    return CurlRequest(
      url: url,
      job: .post(headers: [
        "Content-Type: application/json", "Accept: application/json",
        "X-Postmark-Server-Token: \(token.exposed)",
        // Without this libcurl waits for 100 Continue before a large body.
        "Expect:",
      ]),
      upload: bytes, user: nil, password: nil, caFile: caFile, avoidsProxy: isLoopback,
      timeouts: timeouts)
  }
}
