/// What stands in a payload where only its sender knows the value.
///
/// Each is the whole of a member's value, never a part of a text: a post whose own words read the
/// same stands in another member. Who sends a payload replaces them.
public enum Placeholder {
  /// The network's name for the picture, which is uploaded first.
  ///
  /// An id on X and Mastodon, an URN on LinkedIn, and a whole blob on Bluesky.
  public static let picture = "{picture}"

  /// In a series, the post before.
  ///
  /// Its id on X, Mastodon and Threads, and on Bluesky the object `{"uri": …, "cid": …}` that
  /// `createRecord` answered with.
  public static let previous = "{previous}"

  /// In a series on Bluesky, the first post, named as `previous` is.
  public static let first = "{first}"

  /// Whose post it is, where the settings do not say.
  ///
  /// A DID or handle on Bluesky, an URN on LinkedIn, a chat on Telegram, a subreddit on Reddit.
  public static let account = "{account}"
}
