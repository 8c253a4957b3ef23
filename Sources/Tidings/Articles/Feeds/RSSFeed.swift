/// RSS 0.91 to 2.0, and WordPress's export, which is RSS with more in it.
struct RSSFeed {
  let root: FeedElement
  /// Where the feed itself lies.
  let address: WebURL?

  var feed: Feed {
    let channel = root.first("channel") ?? root
    let reader = RSSItemReader(channel: channel, root: root, address: address)
    // In 0.90 and in broken feeds they stand elsewhere than in the channel.
    let items = root.descendants(["item"])
    if let export = WordPressExport(channel: channel, items: items) {
      return export.feed(reader)
    }
    let read = items.enumerated().map { reader.item($1, number: $0 + 1) }
    return Feed(items: read)
  }
}

/// RSS 0.90 and 1.0, whose items stand beside the channel.
struct RDFFeed {
  let root: FeedElement
  let address: WebURL?

  var feed: Feed {
    let reader = RSSItemReader(
      channel: root.first("channel") ?? root, root: root, address: address)
    let items = root.descendants(["item"])
    return Feed(items: items.enumerated().map { reader.item($1, number: $0 + 1) })
  }
}
