/// Where an article first appeared: what its attribution is written from.
public struct Origin: Sendable, Hashable {
  /// The name that a reader knows the place by, such as `LinkedIn`.
  public let site: String
  public let url: WebURL?
  public let date: Moment?
  public let author: String?

  public init(site: String, url: WebURL?, date: Moment?, author: String?) {
    self.site = site
    self.url = url
    self.date = date
    self.author = author
  }
}
