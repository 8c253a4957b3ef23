extension SnippetFormat {
  /// How an article becomes several posts that follow one another.
  enum Series {
    /// One post is enough, or the network knows no series.
    case none
    case parts([PostSeries.Post])
    /// Not every part would fit: none is offered.
    case refused
  }

  /// The posts of an article that has more to say than one holds.
  ///
  /// The first opens as a single post does, and has the link; the body follows, or what the author
  /// gave for the network.
  func series(_ hook: Hook, body: Document, layout: PostLayout) -> Series {
    guard network.takesSeries else { return .none }
    let series = PostSeries(
      unbreakable: { network.measure($0).unbreakable },
      post: { words, place in
        place.index == 0 ? layout.text(hook: place.numbered(words)) : place.numbered(words)
      },
      excess: { network.excess(of: $0, counted: network.count($0)) })
    guard let posts = series.posts(of: hook.groups(body)) else { return .refused }
    return posts.count > 1 ? .parts(posts) : .none
  }
}
