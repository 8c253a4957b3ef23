extension Edition {
  /// A picture that the edition shows, with what was known of its file.
  public struct ShownPicture: Sendable, Hashable, Codable {
    public let url: WebURL
    /// Empty for one that only decorates, or that its author has not described.
    public let alt: String
    /// The path of the article that shows it; nil for the introduction's.
    public let article: String?
    /// In pixels; nil, as is all that follows, when its file is not at hand.
    public let width: Int?
    public let height: Int?
    /// The size of its file.
    public let bytes: Int?
    public let format: PictureFacts.Format?
    /// Where it lies in the edition's folder when it travels with the message.
    public let file: String?
    /// What names it in the message then.
    public let contentID: String?
    /// Why it does not travel with the message although the edition's pictures are to.
    public let note: String?

    init(
      url: WebURL, alt: String, article: String?, facts: PictureFacts? = nil, file: String? = nil,
      note: String? = nil
    ) {
      self.url = url
      self.alt = alt
      self.article = article
      width = facts?.width
      height = facts?.height
      bytes = facts?.bytes
      format = facts?.format
      self.file = file
      contentID = facts?.contentID
      self.note = note
    }
  }
}
