/// Something worth reading elsewhere, that the editor points to.
public struct CuratedLink: Sendable, Hashable {
  public let title: String
  public let url: WebURL
  /// Who published it.
  public let source: String?
  /// One paragraph.
  public let comment: Document?

  public init(title: String, url: WebURL, source: String? = nil, comment: Document? = nil) {
    self.title = title
    self.url = url
    self.source = source
    self.comment = comment
  }
}
