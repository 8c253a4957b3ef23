/// A paragraph that says where its article first appeared, and nothing else.
///
/// "Originally published on [LinkedIn](…) on February 3, 2025." and its kin, in several languages,
/// bare or set apart by emphasis, a quotation, brackets, a footnote or an admonition.
struct OriginSentence: Hashable {
  let origin: Origin

  /// Reads one paragraph of Markdown or HTML; nil when it is no such sentence, or longer than
  /// 1,000 bytes.
  ///
  /// `definitions` holds the link definitions of the text around it, so that `[x][1]` can be read.
  init?(_ paragraph: Substring, definitions: Substring = "", dates: DateReader) {
    guard paragraph.utf8.count <= 1_000, Self.scan.finds(in: Array(paragraph.utf8)[...]),
      let source = OriginParagraph(paragraph, definitions: definitions)
    else { return nil }
    if let origin = EastAsianOrigin(source, dates: dates)?.origin {
      self.origin = origin
      return
    }
    let found = source.starts.lazy.compactMap { start in
      var grammar = OriginGrammar(source, from: start, dates: dates)
      return grammar.origin()
    }.first
    // Another page of the same site is no place where it appeared before.
    guard let found, found.url != nil || !source.hasRelativeLink else { return nil }
    origin = found
  }

  /// UTF-8 with ASCII in lower case: every such paragraph, so lowered, holds one of them.
  static let stems: [[UInt8]] = stemTexts.map { Array($0.utf8) }

  /// Tells quickly that a text holds no such sentence, as nearly every one does not.
  static let scan = StemScan(stems)

  /// "First" and "via" alone would stand in every other article.
  private static let stemTexts: [String] = {
    let verbs = [
      "published", "posted", "appeared", "written", "shared", "printed", "released", "ran",
      "featured", "issued",
    ]
    var stems = [
      "originally", "initially", "cross-post", "crosspost", "cross post", "repost", "re-post",
      "republish", "re-publish", "reprint", "syndicated from", "mirrored from", "reproduced with",
      "via [", "via <", "via http", "via\n[",
      "originalmente", "inicialmente", "primeira vez", "primera vez", "primeiramente",
      "urspr", "zuerst", "erstmals", "initialement", "origine", "d'abord", "d’abord",
      "inizialmente", "originariamente", "prima volta", "oorspronkelijk", "eerder", "eerst",
      "首发", "首發", "最初发", "最初發", "最早发", "原文", "原载", "原載", "转载自", "轉載自",
      "初出", "元記事", "転載", "掲載", "公開",
    ]
    for gap in [" ", "\n", "\r\n"] {
      for verb in verbs {
        stems += ["first\(gap)\(verb)", "previously\(gap)\(verb)", "\(verb)\(gap)first"]
      }
    }
    return stems
  }()
}
