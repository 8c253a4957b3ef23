/// How a good editor writes a post for one network.
struct PostStyle: Sendable {
  /// How many hashtags serve a post there.
  let hashtags: Int
  /// How many more go into a field of the API's own.
  let furtherHashtags: Int
  let hook: Hook
  let links: Links

  init(hashtags: Int, furtherHashtags: Int = 0, hook: Hook, links: Links) {
    self.hashtags = hashtags
    self.furtherHashtags = furtherHashtags
    self.hook = hook
    self.links = links
  }

  /// What the network says of the addresses it turns into links.
  enum Links: Sendable {
    /// Nothing; they are counted as X finds them.
    case unpublished
    case schemed
    /// Names such as `README.md` become links too.
    case bareNames
  }

  /// How much of an article opens a post.
  enum Hook: Sendable {
    /// Title and summary where both fit, else the summary.
    case short
    /// The title, then summary and first sentences up to about as many characters.
    case paragraph(Int)
    /// The title alone: the network asks for nothing else.
    case title
    /// The article itself, as Markdown.
    case whole
  }
}
