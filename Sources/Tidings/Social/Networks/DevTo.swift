extension Network {
  /// dev.to: the article itself, whose canonical address stays where it first appeared.
  ///
  /// That an article may have 800 KB and its title 128 characters is what its pages say when they
  /// refuse one; no primary source was found.
  static let devTo = Network(
    id: "devto", title: "dev.to", limit: 800_000, unit: .bytes,
    style: PostStyle(hashtags: 4, hook: .whole, links: .unpublished),
    otherNames: ["dev.to", "dev", "forem"],
    measure: CommonText.inBytes,
    // Its API takes the article and not a post: `CrossPost.payload`.
    share: { _ in nil }, payload: { _ in nil })
}
