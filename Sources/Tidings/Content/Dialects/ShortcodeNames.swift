/// What the shortcodes, include files and components of many themes are called.
enum ShortcodeNames {
  static let youTube: Set<String> = [
    "youtube", "youtubeembed", "youtubevideo", "youtubeplayer", "youtubelite", "liteyoutube",
    "liteyoutubeembed", "youtubeenhanced", "yt", "embedyoutube",
  ]
  static let vimeo: Set<String> = ["vimeo", "vimeoembed", "vimeovideo", "embedvimeo"]
  static let media: Set<String> = [
    "video", "audio", "reactplayer", "videoplayer", "audioplayer", "mp4", "html5video",
  ]
  static let posts: Set<String> = [
    "tweet", "twitter", "x", "xpost", "tweetembed", "twitterembed", "twittersimple", "xsimple",
    "statictweet", "twittertweetembed", "embedtweet",
  ]
  static let instagram: Set<String> = ["instagram", "instagramembed", "instagramsimple"]
  static let gist: Set<String> = ["gist", "gistembed", "githubgist"]
  static let references: Set<String> = ["ref", "relref"]
  static let links: Set<String> = [
    "button", "link", "a", "btn", "linkbutton", "linkcard", "linkto", "nextlink", "cta", "card",
  ]
  static let callouts: Set<String> = [
    "note", "notice", "tip", "warning", "warn", "info", "caution", "danger", "important", "alert",
    "callout", "admonition", "hint", "success", "error", "question", "example", "aside",
    "attention", "message", "infobox", "remark", "tips", "todo", "seealso", "abstract", "summary",
    "update", "quotebox", "calloutbox", "notification",
  ]
  /// Callouts whose own name says nothing.
  static let plainCallouts: Set<String> = [
    "notice", "alert", "callout", "admonition", "aside", "message", "infobox", "calloutbox",
    "quotebox", "hint", "remark", "notification",
  ]
  static let details: Set<String> = [
    "details", "expand", "collapse", "collapsible", "spoiler", "accordion", "disclosure",
    "accordionitem", "toggle",
  ]
  static let quotes: Set<String> = ["quote", "blockquote", "pullquote", "epigraph", "cite"]

  static func isPicture(_ name: String) -> Bool {
    ["img", "pic", "photo", "picture", "figure", "image", "fig"].contains(name)
      || ["image", "figure", "img", "picture"].contains(where: name.hasSuffix)
      || ["image", "figure", "img", "picture", "responsiveimage"].contains(where: name.hasPrefix)
  }
}
