/// Links, hashtags and mentions where a network publishes no rule of its own: as X finds them.
struct CommonText {
  let links: [Count.Link]
  let hashtags: [Entity]
  let mentions: [Entity]

  init(_ text: String) {
    let scalars = ScalarText(text)
    let found = LinkScanner.links(in: scalars, grammar: XText.links)
    links = Count.Link.links(found, in: scalars)
    hashtags = HashtagRule.hashtags(in: scalars, links: found)
    mentions = MentionRule.mentions(in: scalars, links: found)
  }

  /// For networks that count every byte, links in full.
  @Sendable static func inBytes(_ text: String) -> Measure {
    let found = CommonText(text)
    return Measure(
      amount: text.utf8.count, links: found.links, hashtags: found.hashtags,
      mentions: found.mentions)
  }

  /// For networks that count every UTF-16 unit, links in full: LinkedIn, Telegram, Discord.
  @Sendable static func inUTF16(_ text: String) -> Measure {
    let found = CommonText(text)
    return Measure(
      amount: text.utf16.count, links: found.links, hashtags: found.hashtags,
      mentions: found.mentions)
  }
}
