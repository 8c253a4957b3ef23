public import Foundation

/// Who writes, to whom it looks like coming, and what stands around the articles.
public struct Newsletter: Sendable, Hashable {
  public let name: String
  public let from: Mailbox?
  public let replyTo: Mailbox?
  public let url: WebURL?
  /// Lines, as on an envelope.
  public let postalAddress: String?
  /// A BCP 47 tag.
  public let language: String
  public let zone: TimeZone
  public let unsubscribe: Unsubscribe?
  /// A Mustache template of one line; nil takes the wording's.
  public let subject: String?
  /// What mailboxes show beside the subject; nil takes the further titles.
  public let preheader: String?
  /// Markdown that stands before the articles.
  public let intro: String?
  /// What templates show as `{{variables.NAME}}`, by name.
  public let variables: [String: String]
  public let wording: Wording

  public init(
    name: String, from: Mailbox? = nil, replyTo: Mailbox? = nil, url: WebURL? = nil,
    postalAddress: String? = nil, language: String = "en", zone: TimeZone = .gmt,
    unsubscribe: Unsubscribe? = nil, subject: String? = nil, preheader: String? = nil,
    intro: String? = nil, variables: [String: String] = [:], wording: Wording? = nil
  ) {
    self.name = name
    self.from = from
    self.replyTo = replyTo
    self.url = url
    self.postalAddress = postalAddress
    self.language = language
    self.zone = zone
    self.unsubscribe = unsubscribe
    self.subject = subject
    self.preheader = preheader
    self.intro = intro
    self.variables = variables
    self.wording = wording ?? Wording(language: language)
  }
}

extension TimeZone {
  /// Foundation calls UTC by an older name.
  var name: String { identifier == "GMT" ? "UTC" : identifier }
}
