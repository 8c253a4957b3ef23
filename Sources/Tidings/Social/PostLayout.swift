/// The pieces of a post, and how they are laid out.
struct PostLayout {
  let link: String?
  let attribution: String?
  /// Without `#`.
  let hashtags: [String]
  let isAiry: Bool

  /// Hook, link, attribution and hashtags, each on lines of its own, hashtags last.
  func text(hook: String) -> String {
    let source = [link, attribution].compactMap { $0 }.joined(separator: isAiry ? "\n\n" : "\n")
    let tags = hashtags.map { "#" + $0 }.joined(separator: " ")
    return [hook, source, tags].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  func withHashtags(_ count: Int) -> PostLayout {
    PostLayout(
      link: link, attribution: attribution, hashtags: Array(hashtags.prefix(count)),
      isAiry: isAiry)
  }
}
