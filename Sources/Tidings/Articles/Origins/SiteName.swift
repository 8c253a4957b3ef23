import Foundation

/// What a reader calls the site at an address.
enum SiteName {
  /// The name for `url`: a well-known site's own, else its host.
  ///
  /// Where every writer has a name of their own below the platform's, as at `ana.substack.com`, the
  /// host says more than the platform.
  static func name(of url: WebURL) -> String {
    let host = url.host
    if let name = known[host] { return name }
    guard let dot = host.firstIndex(of: "."), case let parent = host[host.index(after: dot)...],
      let name = known[String(parent)]
    else { return host }
    return writersHosts.contains(String(parent)) && !services.contains(String(host[..<dot]))
      ? host : name
  }

  /// The name that a link gives the site at `url`: `LinkedIn` for "LinkedIn post", and for a host.
  static func own(_ text: String, at url: WebURL) -> String {
    let folded = text.lowercased()
    let isHost = folded == url.host || folded == "www." + url.host
    if isHost { return name(of: url) }
    let name = name(of: url)
    for kind in [" post", " article", " blog post", " story", ".com"]
    where folded == name.lowercased() + kind {
      return name
    }
    return text
  }

  /// Words that a link may have in place of a name.
  static let placeholders: Set<String> = [
    "here", "over here", "this post", "this article", "this link", "this page", "this blog", "link",
    "the original", "original", "original post", "original article", "the original post",
    "the original article", "the original version", "my blog", "my website", "my site",
    "my own blog", "my personal blog", "my old blog", "my newsletter", "my page", "my profile",
    "our blog", "our website", "our site", "the blog", "blog", "website", "site", "post", "article",
    "source", "url", "permalink", "archived copy", "archived", "archive", "wayback machine",
    "the wayback machine", "internet archive", "aqui", "aquí", "meu blog", "no meu blog",
    "este link",
    "mi blog", "este enlace", "hier", "mein blog", "meinem blog", "ici", "mon blog", "qui",
    "il mio blog", "mijn blog", "这里", "這裡", "此处", "我的博客", "原文", "原文链接", "こちら",
    "ここ", "ブログ",
  ]

  /// What below a platform's name is no writer's own.
  private static let services: Set<String> = ["m", "mobile", "blog", "old", "new", "on", "amp"]

  private static let writersHosts: Set<String> = [
    "substack.com", "hashnode.dev", "wordpress.com", "blogspot.com", "tumblr.com",
    "ghost.io", "beehiiv.com", "github.io", "gitlab.io", "netlify.app", "vercel.app", "pages.dev",
    "bearblog.dev", "micro.blog", "write.as", "livejournal.com", "typepad.com", "posthaven.com",
    "itch.io", "neocities.org", "buttondown.email", "bandcamp.com", "hatenablog.com",
  ]

  private static let known: [String: String] = [
    "linkedin.com": "LinkedIn", "lnkd.in": "LinkedIn", "medium.com": "Medium", "dev.to": "DEV",
    "substack.com": "Substack", "hashnode.dev": "Hashnode", "hashnode.com": "Hashnode",
    "x.com": "X", "twitter.com": "X", "threads.net": "Threads", "threads.com": "Threads",
    "bsky.app": "Bluesky", "mastodon.social": "Mastodon", "facebook.com": "Facebook",
    "instagram.com": "Instagram", "github.com": "GitHub", "github.blog": "GitHub Blog",
    "github.io": "GitHub Pages", "gitlab.com": "GitLab", "gitlab.io": "GitLab Pages",
    "wordpress.com": "WordPress", "blogspot.com": "Blogger", "blogger.com": "Blogger",
    "tumblr.com": "Tumblr", "ghost.io": "Ghost", "beehiiv.com": "beehiiv",
    "buttondown.email": "Buttondown", "buttondown.com": "Buttondown", "micro.blog": "Micro.blog",
    "write.as": "Write.as", "bearblog.dev": "Bear Blog", "livejournal.com": "LiveJournal",
    "typepad.com": "Typepad", "posthaven.com": "Posthaven", "netlify.app": "Netlify",
    "vercel.app": "Vercel", "pages.dev": "Cloudflare Pages", "neocities.org": "Neocities",
    "itch.io": "itch.io", "bandcamp.com": "Bandcamp", "patreon.com": "Patreon",
    "huggingface.co": "Hugging Face", "youtube.com": "YouTube", "youtu.be": "YouTube",
    "reddit.com": "Reddit", "quora.com": "Quora", "news.ycombinator.com": "Hacker News",
    "lobste.rs": "Lobsters", "stackoverflow.com": "Stack Overflow",
    "stackoverflow.blog": "Stack Overflow Blog", "hackernoon.com": "HackerNoon",
    "towardsdatascience.com": "Towards Data Science", "freecodecamp.org": "freeCodeCamp",
    "dzone.com": "DZone", "infoq.com": "InfoQ", "sitepoint.com": "SitePoint",
    "css-tricks.com": "CSS-Tricks", "smashingmagazine.com": "Smashing Magazine",
    "alistapart.com": "A List Apart", "arxiv.org": "arXiv", "zenn.dev": "Zenn",
    "qiita.com": "Qiita", "note.com": "note", "hatenablog.com": "Hatena Blog",
    "zhihu.com": "Zhihu", "zhuanlan.zhihu.com": "Zhihu", "juejin.cn": "Juejin",
    "jianshu.com": "Jianshu", "csdn.net": "CSDN", "blog.csdn.net": "CSDN",
    "mp.weixin.qq.com": "WeChat", "weibo.com": "Weibo", "habr.com": "Habr", "xing.com": "XING",
    "heise.de": "heise online", "tabnews.com.br": "TabNews",
  ]
}
