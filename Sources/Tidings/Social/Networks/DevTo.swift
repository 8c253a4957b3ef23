extension Network {
  /// dev.to: the article itself, whose canonical address is its own, as the link of every post is;
  /// where it first appeared elsewhere, its last line says so.
  ///
  /// That an article may have 800 KB and its title 128 characters is what its pages say when they
  /// refuse one; no primary source was found.
  static let devTo = Network(
    id: "devto", title: "dev.to", limit: 800_000, unit: .bytes,
    style: PostStyle(hashtags: 4, hook: .whole, links: .unpublished),
    otherNames: ["dev.to", "dev", "forem"],
    measure: CommonText.inBytes,
    // Its API takes the article and not a post: `CrossPost.payload`.
    share: nil, payload: { _ in nil })
}
