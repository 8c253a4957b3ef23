/// Finds the opening that leaves a post within its network's limit.
struct HookFitting {
  let network: Network

  /// A post with one opening, and what its network says of it.
  struct Post {
    let layout: PostLayout
    let opening: String
    let text: String
    let count: Count

    init(_ layout: PostLayout, opening: String, network: Network) {
      self.layout = layout
      self.opening = opening
      text = layout.text(hook: opening)
      count = network.count(text)
    }
  }

  /// With the first of `openings` that fits whole.
  func whole(_ openings: [String], in layout: PostLayout) -> Post? {
    openings.lazy.map { Post(layout, opening: $0, network: network) }.first { $0.count.valid }
  }

  /// With the best beginning of one of `cuttable` that fits.
  func longest(_ cuttable: [HookText], in layout: PostLayout) -> Post {
    let opening = cuttable.lazy.map { longest($0, in: layout) }.first { !$0.isEmpty } ?? ""
    return Post(layout, opening: opening, network: network)
  }

  private func longest(_ hook: HookText, in layout: PostLayout) -> String {
    hook.longest { opening in
      let count = network.count(layout.text(hook: opening))
      // A post may be refused for more than its length.
      return count.valid ? count.count - count.limit : max(1, count.count - count.limit)
    }
  }
}
