/// A feature that may stand inline although a client lacks it, because nothing is lost there.
struct ClientAllowance {
  let slug: String
  /// Nil for all.
  let clients: [MailClient]?
  /// Why it does no harm; each is held by a test or an oracle.
  let reason: String

  private init(_ slug: String, in clients: [MailClient]? = nil, _ reason: String) {
    self.slug = slug
    self.clients = clients
    self.reason = reason
  }

  func covers(_ client: MailClient) -> Bool { clients?.contains(client) ?? true }

  /// The clients that lack a feature and lose something by it.
  static func missed(in feature: ClientFacts.Feature) -> [MailClient] {
    feature.lacking.filter { !(all[feature.slug]?.covers($0) ?? false) }
  }

  static let all: [String: ClientAllowance] = Dictionary(
    uniqueKeysWithValues: list.map { ($0.slug, $0) })

  private static let outlook = MailClient.allCases.filter(\.isOutlook)
  private static let yahoo: [MailClient] = [.yahooWeb, .yahooIOS, .yahooAndroid]

  private static let list: [ClientAllowance] = [
    .init("html-body", "every message has one; its style is repeated on a table's cell"),
    .init("html-style", in: [.gmailMobileWeb], "it holds enhancements only"),
    .init("html-role", "passed over where it is not known"),
    .init("html-aria-label", "passed over where it is not known"),
    .init("html-aria-hidden", "passed over where it is not known"),
    .init("css-display-none", in: [.gmailMobileWeb], "the preheader is also 0 high"),
    .init("css-max-height", in: outlook, "the preheader, which display and mso-hide hide there"),
    .init("css-overflow", in: outlook, "what is hidden or scrolls shows whole"),
    .init("css-border-radius", in: outlook, "corners become square"),
    .init("css-height", in: yahoo, "pictures have a height attribute too"),
    .init("css-word-break", in: yahoo, "word-wrap stands beside it"),
    .init("css-word-wrap", "word-break stands beside it"),
    .init("css-overflow-wrap", "word-wrap and word-break stand beside it"),
  ]
}
