/// What a reader calls the site at an address.
enum SiteName {
  /// The name for `url`: a well-known site's own, else its host.
  static func name(of url: WebURL) -> String {
    let host = url.host
    return known.first { host == $0.host || host.hasSuffix("." + $0.host) }?.name ?? host
  }

  /// Words that a link may have in place of a name.
  static let placeholders: Set<String> = [
    "here", "this post", "this article", "the original", "original", "original post",
    "original article", "my blog", "my website", "my site", "link", "aqui", "aquí", "hier", "ici",
  ]

  private static let known: [(host: String, name: String)] = [
    ("linkedin.com", "LinkedIn"), ("medium.com", "Medium"), ("dev.to", "DEV"),
    ("substack.com", "Substack"), ("hashnode.dev", "Hashnode"), ("hashnode.com", "Hashnode"),
    ("x.com", "X"), ("twitter.com", "X"), ("threads.net", "Threads"), ("threads.com", "Threads"),
    ("bsky.app", "Bluesky"), ("mastodon.social", "Mastodon"), ("facebook.com", "Facebook"),
    ("github.com", "GitHub"), ("github.blog", "GitHub Blog"), ("wordpress.com", "WordPress"),
    ("tumblr.com", "Tumblr"), ("huggingface.co", "Hugging Face"), ("youtube.com", "YouTube"),
    ("reddit.com", "Reddit"), ("news.ycombinator.com", "Hacker News"), ("lobste.rs", "Lobsters"),
  ]
}
