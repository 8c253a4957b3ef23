/// The links by which one reader leaves, from an `Unsubscribe` that was found to be safe.
struct LeaveLinks: Sendable, Hashable {
  private let url: [Piece]?
  /// A `mailto:` link that is the same for all readers.
  let mail: String?

  private enum Piece: Sendable, Hashable {
    case fixed(String)
    case field(String)
  }

  /// - Throws: `MailError.emptyUnsubscribe`, `unsubscribeURL` and `unsubscribeMail`.
  init(_ unsubscribe: Unsubscribe) throws(MailError) {
    if unsubscribe.url == nil && unsubscribe.mail == nil { throw .emptyUnsubscribe }
    if let template = unsubscribe.url {
      url = try Self.pieces(of: template)
    } else {
      url = nil
    }
    if let mail = unsubscribe.mail {
      do {
        let address = try EmailAddress(mail)
        // RFC 6068 2: all that could end the address or begin a header of the link is encoded.
        let local = address.local.percentEncoded(keeping: "+")
        self.mail = "mailto:\(local)@\(address.domain)?subject=unsubscribe"
      } catch {
        throw .unsubscribeMail(error)
      }
    } else {
      mail = nil
    }
  }

  /// The names of the reader's fields that the URL shows.
  var fields: [String] {
    (url ?? []).compactMap { piece in
      switch piece {
      case .fixed: nil
      case .field(let name): name
      }
    }
  }

  /// Whether readers leave by one click (RFC 8058 3.1).
  var hasURL: Bool { url != nil }

  /// The URL for one reader; nil when readers leave by mail only.
  ///
  /// - Throws: `MailError.missingField` for a placeholder that the reader has no value for.
  func url(for recipient: Recipient) throws(MailError) -> String? {
    guard let url else { return nil }
    var text = ""
    for piece in url {
      switch piece {
      case .fixed(let fixed): text += fixed
      case .field(let name): text += try recipient.value(of: name).percentEncoded()
      }
    }
    return text
  }

  /// The value of `List-Unsubscribe` (RFC 2369 3.2) with a reader's URL, which comes first.
  func header(url: String?) -> String {
    [url, mail].compactMap { $0.map { "<\($0)>" } }.joined(separator: ", ")
  }

  private static func pieces(of template: String) throws(MailError) -> [Piece] {
    guard template.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) else {
      throw .unsubscribeURL(template, .notASCII)
    }
    var pieces: [Piece] = []
    var sample = ""
    var rest = template[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      let fixed = String(rest[..<brace])
      rest = rest[brace...]
      guard rest.first == "{", let end = rest.firstIndex(of: "}") else {
        throw .unsubscribeURL(template, .brace)
      }
      let name = rest[..<end].dropFirst()
      if name.isEmpty || name.contains("{") { throw .unsubscribeURL(template, .brace) }
      pieces += [.fixed(fixed), .field(String(name))]
      sample += fixed + "x"
      rest = rest[end...].dropFirst()
    }
    pieces.append(.fixed(String(rest)))
    sample += rest
    try judge(sample: sample, template: template)
    return pieces
  }

  /// Judges a template by what it becomes with an `x` for each value.
  private static func judge(sample: String, template: String) throws(MailError) {
    guard let url = WebURL(sample), url.text == sample else {
      throw .unsubscribeURL(template, .notURL)
    }
    let isLocal = url.host == "localhost" || url.host == "127.0.0.1"
    guard sample.lowercased().hasPrefix("https://") || isLocal else {
      throw .unsubscribeURL(template, .notHTTPS)
    }
    let authority = template.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
      .last?.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if authority?.contains("{") ?? true { throw .unsubscribeURL(template, .placeholderInHost) }
  }
}
