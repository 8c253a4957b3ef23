/// Finds the opening that leaves a post in one layout within its network's limit.
struct HookFitting {
  private let network: Network
  private let layout: PostLayout
  /// What stands around the opening, once it was counted.
  private var around: PostLength?
  /// The last opening and its measure: the same one is asked for again and again.
  private var last: (opening: String, measure: Measure)?

  init(network: Network, layout: PostLayout) {
    self.network = network
    self.layout = layout
  }

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
  mutating func whole(_ openings: [Hook.Openings]) -> Post? {
    for tier in openings {
      for opening in tier() where isShort(opening) || excess(of: opening) <= 0 {
        let post = post(opening, isWhole: true)
        if post.fits { return post }
      }
    }
    return nil
  }

  /// Whether a post with `opening` has no more bytes than the limit, and is worth counting whole.
  private func isShort(_ opening: String) -> Bool {
    layout.bytes + opening.utf8.count <= network.limit
  }

  /// With the best beginning of one of `words` that fits.
  mutating func longest(_ words: [String]) -> Post {
    let post = longest(words) { $0.excess(of: $1) }
    // A limit on something else than the length shows in the whole post only.
    return post.fits ? post : longest(words) { $0.post($1, isWhole: false).excess }
  }

  /// What `opening` alone takes.
  mutating func amount(of opening: String) -> Int { measure(opening).amount }

  private mutating func longest(
    _ words: [String], excess: (inout Self, String) -> Int
  ) -> Post {
    for words in words {
      let text = HookText(words, unbreakable: measure(words).unbreakable)
      let opening = text.longest { excess(&self, $0) }
      if !opening.isEmpty { return post(opening, isWhole: false) }
    }
    return post("", isWhole: false)
  }

  private func post(_ opening: String, isWhole: Bool) -> Post {
    Post(layout, opening: opening, isWhole: isWhole, network: network)
  }

  /// That of the post which begins with `opening`, of which alone is counted what can be.
  private mutating func excess(of opening: String) -> Int {
    guard let rest = layout.rest, !opening.isEmpty else {
      return post(opening, isWhole: false).excess
    }
    let around = around ?? network.length(of: rest, amount: network.measure(rest).amount)
    self.around = around
    let measure = measure(opening)
    return network.excess(
      of: around + network.length(of: opening, amount: measure.amount),
      isValid: measure.faults.isEmpty)
  }

  private mutating func measure(_ opening: String) -> Measure {
    if let last, last.opening == opening { return last.measure }
    let measure = network.measure(opening)
    last = (opening, measure)
    return measure
  }
}
