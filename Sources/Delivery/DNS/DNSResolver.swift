import Tidings

/// Asks a server for records of the DNS over https, in JSON (`application/dns-json`).
public struct DNSResolver: Sendable {
  private let url: String
  private let isLoopback: Bool
  private let caFile: String?
  private let timeouts: Timeouts
  private let connection = HTTPConnection()

  public static let defaultURL = "https://cloudflare-dns.com/dns-query"

  /// The kinds of record that readiness is told by, with their numbers.
  public enum Kind: Int, Sendable, Hashable {
    case address = 1
    case mailExchange = 15
    case text = 16
    case address6 = 28

    var name: String {
      switch self {
      case .address: "A"
      case .mailExchange: "MX"
      case .text: "TXT"
      case .address6: "AAAA"
      }
    }
  }

  /// A resolver that connects at its first question.
  ///
  /// `url` is https unless it is on this machine.
  /// - Throws: `DNSError` for an address that nothing can be asked at.
  public init(
    url: String = defaultURL, caFile: String? = nil,
    timeouts: Timeouts = Timeouts(connect: .seconds(10), reply: .seconds(10))
  ) throws(DNSError) {
    guard let address = WebURL(url), !url.contains("?"), !url.contains("#") else {
      throw DNSError(
        "'\(url)' is no resolver", hint: "expected an address such as \(Self.defaultURL)")
    }
    // WebURL drops the brackets of an IPv6 address in some versions of Foundation.
    isLoopback = Loopback.contains(String(address.host.trimmingPrefix("[").prefix { $0 != "]" }))
    guard isLoopback || address.text.lowercased().hasPrefix("https:") else {
      throw DNSError(
        "'\(url)' would be asked in the clear", hint: "use https://; http:// is for this machine")
    }
    self.url = address.text
    self.caFile = caFile
    self.timeouts = timeouts
  }

  /// What the records of `name` say, in the server's order; none for a name that does not exist.
  ///
  /// The strings of a text record are joined (RFC 7208 3.3).
  /// - Throws: `DNSError` when the server cannot be reached or does not answer in JSON, and for what is
  ///   no name.
  public func records(_ name: String, _ kind: Kind) async throws(DNSError) -> [String] {
    let isName = name.utf8.allSatisfy { $0.isAlphanumeric || "-_.".utf8.contains($0) }
    guard isName, (1...253).contains(name.utf8.count) else {
      throw DNSError("'\(name)' is no name of the DNS", hint: "mend the domain or the selector")
    }
    let request = CurlRequest(
      url: "\(url)?name=\(name)&type=\(kind.name)",
      job: .get(
        headers: ["User-Agent: tidings", "Accept: application/dns-json"], longestBody: 1 << 18),
      upload: [], user: nil, password: nil, caFile: caFile, avoidsProxy: isLoopback,
      timeouts: timeouts)
    let outcome = await connection.perform(request).outcome
    if outcome.fault != nil {
      throw DNSError(
        "\(url) cannot be asked: \(outcome.words)",
        hint: "try again, or name another server with --resolver", isOfServer: true)
    }
    guard outcome.responseCode == 200 else {
      throw DNSError(
        "\(url) answered \(outcome.responseCode)",
        hint: "does it answer application/dns-json? --resolver names another server",
        isOfServer: true)
    }
    return try DNSAnswer(outcome.body, question: "\(name) \(kind.name)").texts(of: kind)
  }

  public func close() async { await connection.close() }
}
