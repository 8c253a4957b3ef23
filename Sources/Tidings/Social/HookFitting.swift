/// Finds the longest opening that leaves a post within its network's limit.
struct HookFitting {
  let network: Network
  /// Of what the limit would allow, the part that a sentence must keep to be preferred.
  private static let worthwhile = 0.6

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

  /// With the longest part of one of `cuttable` that fits.
  func longest(_ cuttable: [HookText], in layout: PostLayout) -> Post {
    let opening = cuttable.lazy.map { cut($0, in: layout) }.first { !$0.isEmpty } ?? ""
    return Post(layout, opening: opening, network: network)
  }

  /// The longest part of `hook` that fits, empty when not even its first word does.
  private func cut(_ hook: HookText, in layout: PostLayout) -> String {
    guard let longest = longest(hook, hook.breaks[...], in: layout) else { return "" }
    let least = Int(Double(hook.breaks[longest].offset) * Self.worthwhile)
    let sentence = hook.breaks[...longest].lastIndex {
      $0.endsSentence && $0.offset >= least && fits(hook.cut(at: $0), in: layout)
    }
    return hook.cut(at: hook.breaks[sentence ?? longest])
  }

  /// Halves the places until one is left, then steps back: a cut may change what is a link.
  private func longest(
    _ hook: HookText, _ breaks: ArraySlice<HookText.Break>, in layout: PostLayout
  ) -> Int? {
    var low = breaks.startIndex
    var high = breaks.endIndex
    while low < high {
      let middle = (low + high) / 2
      if fits(hook.cut(at: breaks[middle]), in: layout) { low = middle + 1 } else { high = middle }
    }
    return breaks[..<low].lastIndex {
      let cut = hook.cut(at: $0)
      return !cut.isEmpty && fits(cut, in: layout)
    }
  }

  private func fits(_ hook: String, in layout: PostLayout) -> Bool {
    network.count(layout.text(hook: hook)).valid
  }
}
