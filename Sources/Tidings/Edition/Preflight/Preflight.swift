/// What must be right before an edition goes out.
public struct Preflight: Sendable {
  /// Errors first, each kind in the order of the rules.
  public let findings: [Finding]

  /// Looks at an edition and at both parts as its sample reader gets them.
  ///
  /// `messageSize` is the encoded message's, in bytes; findings of the rules in `ignored` are left out.
  public init(
    edition: Edition, html: String, text: String, messageSize: Int? = nil,
    facts: ClientFacts = .builtIn, ignoring ignored: Set<Rule> = []
  ) {
    let matter = Matter(
      edition: edition, html: html, text: text, messageSize: messageSize, facts: facts,
      ignoring: ignored)
    let families: [@Sendable (Matter) -> [Finding]] = [
      ArticleRules.findings, AttributionRules.findings, SenderRules.findings,
      SubjectRules.findings, PreheaderRules.findings, FieldRules.findings, LawRules.findings,
      LinkRules.findings, PictureRules.findings, ContentRules.findings, SizeRules.findings,
      AttachmentRules.findings, ContrastRules.findings, ClientRules.findings, ThemeRules.findings,
      AgreementRules.findings,
    ]
    let found = families.mapInParallel { $0(matter) }.joined()
      .filter { !ignored.contains($0.rule) }
    findings = found.filter { $0.severity == .error } + found.filter { $0.severity == .warning }
  }

  public var errors: [Finding] { findings.filter { $0.severity == .error } }
}
