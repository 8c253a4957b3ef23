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
    /// By how much it is more than the network takes by hand and by its API.
    let excess: Int

    var fits: Bool { excess <= 0 }

    init(_ layout: PostLayout, opening: String, isWhole: Bool, network: Network) {
      self.layout = layout
      self.opening = opening
      self.isWhole = isWhole
      text = layout.text(hook: opening)
      count = network.count(text)
      excess = network.excess(of: text, counted: count)
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
  func longest(_ cuttable: [() -> HookText], in layout: PostLayout) -> Post {
    var tried: [String: Post] = [:]
    func post(_ opening: String) -> Post {
      let post =
        tried[opening] ?? Post(layout, opening: opening, isWhole: false, network: network)
      tried[opening] = post
      return post
    }
    let opening = cuttable.lazy.map { text in
      text().longest { opening in
        post(opening).excess
      }
    }.first { !$0.isEmpty }
    return post(opening ?? "")
  }
}
