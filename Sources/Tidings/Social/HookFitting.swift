/// Finds the opening that leaves a post within its network's limit.
struct HookFitting {
  let network: Network

  /// A post with one opening, and what its network says of it.
  struct Post {
    let layout: PostLayout
    let opening: String
    /// Nothing of the opening was cut.
    let isWhole: Bool
    let text: String
    let count: Count
    /// Whether the network takes it by hand and by its API.
    let fits: Bool

    init(_ layout: PostLayout, opening: String, isWhole: Bool, network: Network) {
      self.layout = layout
      self.opening = opening
      self.isWhole = isWhole
      text = layout.text(hook: opening)
      count = network.count(text)
      fits = network.excess(of: text, counted: count) <= 0
    }
  }

  /// With the first of `openings` that fits whole.
  func whole(_ openings: [Hook.Openings], in layout: PostLayout) -> Post? {
    for tier in openings {
      for opening in tier() {
        let post = Post(layout, opening: opening, isWhole: true, network: network)
        if post.fits { return post }
      }
    }
    return nil
  }

  /// With the best beginning of one of `cuttable` that fits.
  func longest(_ cuttable: [HookText], in layout: PostLayout) -> Post {
    let opening = cuttable.lazy.map { longest($0, in: layout) }.first { !$0.isEmpty } ?? ""
    return Post(layout, opening: opening, isWhole: false, network: network)
  }

  private func longest(_ hook: HookText, in layout: PostLayout) -> String {
    hook.longest { opening in
      let text = layout.text(hook: opening)
      let count = network.count(text)
      return network.excess(of: text, counted: count)
    }
  }
}
