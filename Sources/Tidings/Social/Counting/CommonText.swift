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
}
