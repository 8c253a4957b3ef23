extension Preflight {
  /// What is looked at, by a name that never changes; help and settings come from this list.
  public enum Rule: String, Sendable, Hashable, Codable, CaseIterable {
    case articles
    case unreadable
    case dropped
    case articleURL = "article-url"
    case attribution
    case sender
    case noReply = "no-reply"
    case freeMailSender = "free-mail-sender"
    case subjectEmpty = "subject-empty"
    case subjectCut = "subject-cut"
    case subjectLong = "subject-long"
    case subjectShape = "subject-shape"
    case subjectReply = "subject-reply"
    case hiddenCharacters = "hidden-characters"
    case preheaderMissing = "preheader-missing"
    case preheaderRepeated = "preheader-repeated"
    case preheaderLong = "preheader-long"
    case fields
    case unfinished
    case unsubscribe
    case unsubscribeLink = "unsubscribe-link"
    case oneClick = "one-click"
    case postalAddress = "postal-address"
    case linkEmpty = "link-empty"
    case linkRelative = "link-relative"
    case linkScheme = "link-scheme"
    case linkMalformed = "link-malformed"
    case linkDead = "link-dead"
    case linkInsecure = "link-insecure"
    case linkText = "link-text"
    case pictureSource = "picture-source"
    case pictureAlt = "picture-alt"
    case pictureSize = "picture-size"
    case pictureHeavy = "picture-heavy"
    case pictureFormat = "picture-format"
    case pictureInline = "picture-inline"
    case activeContent = "active-content"
    case htmlDepth = "html-depth"
    case htmlSize = "html-size"
    case styleSize = "style-size"
    case messageSize = "message-size"
    case contrast
    case clientSupport = "client-support"
    case theme
    case textTitles = "text-titles"
    case textLinks = "text-links"
    case dnsUnreachable = "dns-unreachable"
    case dnsSPF = "dns-spf"
    case dnsSPFLookups = "dns-spf-lookups"
    case dnsDKIM = "dns-dkim"
    case dnsDMARC = "dns-dmarc"
    case dnsAlignment = "dns-alignment"
    case dnsMX = "dns-mx"
    case dnsLinks = "dns-links"

    /// What it asks for, in one line.
    public var meaning: String {
      switch self {
      case .articles: "an edition holds an article"
      case .unreadable: "every article that may belong to it can be read"
      case .dropped: "nothing of an article's body is left out"
      case .articleURL: "every article has an address to read on at"
      case .attribution: "both parts say where an article first appeared"
      case .sender: "there is a sender"
      case .noReply: "readers can answer"
      case .freeMailSender: "the sender is at a domain of the newsletter's own"
      case .subjectEmpty: "there is a subject"
      case .subjectCut: "the subject has at most 60 characters, what most mailboxes show"
      case .subjectLong: "the subject has at most 150 characters"
      case .subjectShape: "the subject does not shout: capitals, !!, $$, rows of emoji"
      case .subjectReply: "the subject does not pretend to be an answer (Re:, Fwd:)"
      case .hiddenCharacters: "subject and preheader hold no invisible characters"
      case .preheaderMissing: "there is a preheader, and the HTML holds it"
      case .preheaderRepeated: "the preheader says more than the subject and the first line"
      case .preheaderLong: "the preheader has at most 150 characters"
      case .fields: "no template field is left unfilled"
      case .unfinished: "no mark of unfinished text is left: TK, TODO, FIXME, XXX, lorem ipsum"
      case .unsubscribe: "readers can unsubscribe"
      case .unsubscribeLink: "both parts show the link to unsubscribe"
      case .oneClick: "one click unsubscribes (RFC 8058), as Gmail and Yahoo ask"
      case .postalAddress: "both parts show the sender's postal address"
      case .linkEmpty: "every link leads somewhere"
      case .linkRelative: "no link is relative: a mail has no address of its own"
      case .linkScheme: "links are https or mailto"
      case .linkMalformed: "links are well-formed and whole"
      case .linkDead: "links lead to public servers, not to localhost or example.com"
      case .linkInsecure: "links use https"
      case .linkText: "every link has words"
      case .pictureSource: "pictures come over https or travel with the message"
      case .pictureAlt: "pictures are described in words"
      case .pictureSize: "pictures have width and height"
      case .pictureHeavy: "a picture has at most 1 MB, all together 3 MB"
      case .pictureFormat: "pictures are PNG, JPEG or GIF"
      case .pictureInline: "every picture travels with the message where images.inline asks for it"
      case .activeContent: "there are no scripts, frames, forms or remote styles"
      case .htmlDepth: "the HTML is not nested too deep to be looked through"
      case .htmlSize: "the HTML has at most 100,000 bytes once encoded: Gmail cuts off the rest"
      case .styleSize: "the style blocks have at most 8,192 bytes"
      case .messageSize: "the message has at most 10 MB, and never over 25 MB"
      case .contrast: "text can be read in light and dark (WCAG AA)"
      case .clientSupport: "Gmail, Outlook, Apple Mail and Yahoo know all inline HTML and CSS"
      case .theme: "all of the theme has an effect, in every mail program"
      case .textTitles: "the text part has the HTML's titles in their order"
      case .textLinks: "the text part has the HTML's links in their order"
      case .dnsUnreachable: "DNS answers (--dns)"
      case .dnsSPF: "the sender's domain has one valid SPF record (--dns)"
      case .dnsSPFLookups: "SPF takes at most 10 look-ups (--dns)"
      case .dnsDKIM: "the DKIM keys are published and long enough (--dns)"
      case .dnsDMARC: "the sender's domain has a DMARC policy (--dns)"
      case .dnsAlignment: "the DKIM domain is the sender's, as DMARC asks (--dns)"
      case .dnsMX: "the sender's domain takes mail (--dns)"
      case .dnsLinks: "the server where readers unsubscribe has an address (--dns)"
      }
    }

    /// Only asked for by `--dns`.
    public var needsDNS: Bool { rawValue.hasPrefix("dns-") }
  }
}
