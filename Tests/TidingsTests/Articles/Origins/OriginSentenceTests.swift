import Foundation
import Testing

@testable import Tidings

@Suite struct OriginSentenceTests {
  typealias Row = (text: String, site: String, url: String?, date: String?, author: String?)

  let dates = DateReader(zone: .gmt)

  private static let medium = "https://medium.com/@ana/the-tide-tables-4f2a"

  static let english: [Row] = [
    (
      "*Originally published on [LinkedIn](https://www.linkedin.com/posts/x) on February 3, 2025.*",
      "LinkedIn", "https://www.linkedin.com/posts/x", "2025-02-03", nil
    ),
    (
      "Originally published on [LinkedIn](https://www.linkedin.com/posts/x).", "LinkedIn",
      "https://www.linkedin.com/posts/x", nil, nil
    ),
    (
      "Originally posted on [Medium](\(medium)) on 16 June 2026", "Medium", medium, "2026-06-16",
      nil
    ),
    (
      "originally appeared in [The Quay](https://quay.example/x), July 23rd, 2022.", "The Quay",
      "https://quay.example/x", "2022-07-23", nil
    ),
    (
      "First published at [The Quay](https://quay.example/x) (Sept 17, 2020)", "The Quay",
      "https://quay.example/x", "2020-09-17", nil
    ),
    (
      "First appeared on [DEV](https://dev.to/ana/x), 2026-04-20.", "DEV", "https://dev.to/ana/x",
      "2026-04-20", nil
    ),
    ("First posted [here](https://dev.to/ana/x).", "DEV", "https://dev.to/ana/x", nil, nil),
    ("Initially published on [DEV](https://dev.to/ana/x)", "DEV", "https://dev.to/ana/x", nil, nil),
    (
      "Originally written for [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "Published originally at [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "Previously published on [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "This post was originally published on [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "This article originally appeared on [The Quay](https://quay.example/x) in March 2021.",
      "The Quay", "https://quay.example/x", "2021-03-01", nil
    ),
    (
      "This story first ran in [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "This blog post was first shared on [LinkedIn](https://linkedin.com/x).", "LinkedIn",
      "https://linkedin.com/x", nil, nil
    ),
    (
      "An earlier version of this essay was originally published by [The Quay](https://quay.example/x).",
      "The Quay", "https://quay.example/x", nil, nil
    ),
    (
      "A version of this article first appeared in [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "Note: this post was originally published on [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "**Update:** Originally published on [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "ℹ️ Originally published on [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "📝 *Originally published at [The Quay](https://quay.example/x)*", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "_Originally posted at [The Quay](https://quay.example/x)_", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "**Originally posted at [The Quay](https://quay.example/x)**", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "***Originally posted at [The Quay](https://quay.example/x).***", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "> Originally posted at [The Quay](https://quay.example/x)", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "> *Originally posted at\n> [The Quay](https://quay.example/x)*", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "(Originally posted at [The Quay](https://quay.example/x).)", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "<p><em>Originally posted at <a href=\"https://quay.example/x\">The Quay</a>.</em></p>",
      "The Quay", "https://quay.example/x", nil, nil
    ),
    (
      "<small>Originally posted at <a href=\"https://quay.example/x\">The Quay</a>.</small>",
      "The Quay", "https://quay.example/x", nil, nil
    ),
    (
      "<i>Originally posted at [The Quay](https://quay.example/x)</i>", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "<blockquote>Originally posted at <a href='https://quay.example/x'>The Quay</a></blockquote>",
      "The Quay", "https://quay.example/x", nil, nil
    ),
    (
      "&raquo; Originally posted at [The Quay](https://quay.example/x)", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "[^1]: Originally posted at [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      ":::note\nOriginally posted at [The Quay](https://quay.example/x).\n:::", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "> [!NOTE]\n> Originally posted at [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "!!! note\n    Originally posted at [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "{{< notice note >}}\nOriginally posted at [The Quay](https://quay.example/x).\n{{< /notice >}}",
      "The Quay", "https://quay.example/x", nil, nil
    ),
    (
      "Originally posted at [The Quay](https://quay.example/x).\n{: .notice}", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "Originally\nposted at [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "First\nposted at [The Quay](https://quay.example/x).", "The Quay", "https://quay.example/x",
      nil, nil
    ),
    (
      "- Originally posted at [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "ORIGINALLY PUBLISHED ON [LinkedIn](https://linkedin.com/x)", "LinkedIn",
      "https://linkedin.com/x", nil, nil
    ),
    (
      "Cross-posted from [The Quay](https://quay.example/x).", "The Quay", "https://quay.example/x",
      nil, nil
    ),
    (
      "Crossposted from [The Quay](https://quay.example/x).", "The Quay", "https://quay.example/x",
      nil, nil
    ),
    (
      "This is cross-posted from [my blog](https://quay.example/x).", "quay.example",
      "https://quay.example/x", nil, nil
    ),
    (
      "Cross posted from [The Quay](https://quay.example/x).", "The Quay", "https://quay.example/x",
      nil, nil
    ),
    (
      "Reposted from [The Quay](https://quay.example/x).", "The Quay", "https://quay.example/x",
      nil, nil
    ),
    (
      "Republished from [The Quay](https://quay.example/x).", "The Quay", "https://quay.example/x",
      nil, nil
    ),
    (
      "Republished with permission from [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "Republished with kind permission of [The Quay](https://quay.example/x).", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    (
      "*Reprinted with the permission of [The Quay](https://quay.example/x).*", "The Quay",
      "https://quay.example/x", nil, nil
    ),
    ("*Via [The Quay](https://quay.example/x)*", "The Quay", "https://quay.example/x", nil, nil),
    (
      "*Originally published on [LinkedIn](https://linkedin.com/x), reposted here with permission.*",
      "LinkedIn", "https://linkedin.com/x", nil, nil
    ),
    (
      "*Originally published on [LinkedIn](https://linkedin.com/x). Also available on [Medium](\(medium)).*",
      "LinkedIn", "https://linkedin.com/x", nil, nil
    ),
    (
      "*Originally published on [LinkedIn](https://linkedin.com/x) as part of a series on tides.*",
      "LinkedIn", "https://linkedin.com/x", nil, nil
    ),
    (
      "Originally published on [my blog](https://ana.example/x).", "ana.example",
      "https://ana.example/x", nil, nil
    ),
    (
      "Originally published as [this post](https://ana.example/x).", "ana.example",
      "https://ana.example/x", nil, nil
    ),
    (
      "This is the [original post](https://ana.example/x), first published at [The Quay](https://quay.example).",
      "The Quay", "https://ana.example/x", nil, nil
    ),
    (
      "Originally published by [Ana](https://medium.com/@ana) on [Medium](\(medium)).", "Medium",
      medium, nil, "Ana"
    ),
    (
      "Originally published on [Medium](\(medium)) by [Ana Reis](https://medium.com/@ana).",
      "Medium", medium, nil, "Ana Reis"
    ),
    (
      "Originally written by Ana Reis on [Medium](\(medium)), May 4, 2020.", "Medium", medium,
      "2020-05-04", "Ana Reis"
    ),
    (
      "[The tide tables](\(medium)) was first published on [Medium](https://medium.com).", "Medium",
      medium, nil, nil
    ),
    (
      "[The tide tables](\(medium)) was originally published in [Harbour Notes](https://medium.com/harbour-notes) on Medium.",
      "Harbour Notes", medium, nil, nil
    ),
    ("[This article](\(medium)) was originally published on Medium.", "Medium", medium, nil, nil),
    ("Originally published on Medium: [The tide tables](\(medium))", "Medium", medium, nil, nil),
    (
      "“The tide tables” was originally published on [Medium](\(medium)).", "Medium", medium, nil,
      nil
    ),
    ("Originally published on Medium [here](\(medium)).", "Medium", medium, nil, nil),
    (
      "[Originally published on DEV](https://dev.to/ana/x)", "DEV", "https://dev.to/ana/x", nil, nil
    ),
    (
      "[Originally published](https://dev.to/ana/x) on DEV.", "DEV", "https://dev.to/ana/x", nil,
      nil
    ),
    (
      "[This post was originally published on May 4, 2020 at The Quay.](https://quay.example/x)",
      "The Quay", "https://quay.example/x", "2020-05-04", nil
    ),
    (
      "Originally published on [May 4, 2020](https://quay.example/x).", "quay.example",
      "https://quay.example/x", "2020-05-04", nil
    ),
    (
      "Originally published at [https://quay.example/x](https://quay.example/x).", "quay.example",
      "https://quay.example/x", nil, nil
    ),
    (
      "Originally published at [quay.example](https://quay.example/x).", "quay.example",
      "https://quay.example/x", nil, nil
    ),
    ("*Originally published at [medium.com](\(medium)).*", "Medium", medium, nil, nil),
    (
      "Originally published at https://quay.example/x on 2020-05-04.", "quay.example",
      "https://quay.example/x", "2020-05-04", nil
    ),
    (
      "*Originally published at: <https://quay.example/x>*", "quay.example",
      "https://quay.example/x", nil, nil
    ),
    ("Originally published on example.org.", "example.org", "https://example.org", nil, nil),
    ("*This post first appeared on dev.to*", "DEV", "https://dev.to", nil, nil),
    (
      "Originally published at [The Quay](medium.com/@ana/x).", "The Quay",
      "https://medium.com/@ana/x", nil, nil
    ),
    (
      "Originally published in [The Quay](https://web.archive.org/web/20200504120000/https://quay.example/x).",
      "The Quay", "https://quay.example/x", nil, nil
    ),
    (
      "Originally published [here](https://web.archive.org/web/2020/http:/quay.example/x).",
      "quay.example", "http://quay.example/x", nil, nil
    ),
    (
      "*Originally published on [the Wayback Machine](https://web.archive.org/web/2020*/quay.example/x)*",
      "quay.example", "https://quay.example/x", nil, nil
    ),
    ("Originally published in The Paper, May 2020.", "The Paper", nil, "2020-05-01", nil),
    ("*Cross-posted from Ana's notebook.*", "Ana's notebook", nil, nil, nil),
    (
      "*Originally published in La Voz de Galicia on 3 Feb. 2025.*", "La Voz de Galicia", nil,
      "2025-02-03", nil
    ),
    (
      "This article was first published in The Morning Quay on 2025-02-03 at 10:00 UTC.",
      "The Morning Quay", nil, "2025-02-03", nil
    ),
    (
      "*Originally published on May 4, 2020, 9:05 PM by Ana on [LinkedIn](https://linkedin.com/x).*",
      "LinkedIn", "https://linkedin.com/x", "2020-05-04", "Ana"
    ),
    (
      "Originally published on [LinkedIn post](https://linkedin.com/x).", "LinkedIn",
      "https://linkedin.com/x", nil, nil
    ),
    (
      "Originally published on [Ana's letters](https://ana.substack.com/p/x).", "Ana's letters",
      "https://ana.substack.com/p/x", nil, nil
    ),
    (
      "Originally published [here](https://ana.substack.com/p/x).", "ana.substack.com",
      "https://ana.substack.com/p/x", nil, nil
    ),
    (
      "Originally published on the [Quay](https://quay.example/x) blog.", "Quay",
      "https://quay.example/x", nil, nil
    ),
  ]

  static let others: [Row] = [
    (
      "Publicado originalmente no [Site da Rede](https://rede.example.org/x) em 4 de fevereiro de 2025.",
      "Site da Rede", "https://rede.example.org/x", "2025-02-04", nil
    ),
    ("*Originalmente publicado em [Medium](\(medium)).*", "Medium", medium, nil, nil),
    (
      "Este artigo foi publicado originalmente na [Revista do Cais](https://cais.example/x) em março de 2021.",
      "Revista do Cais", "https://cais.example/x", "2021-03-01", nil
    ),
    (
      "Este texto foi publicado pela primeira vez no [Diário do Cais](https://cais.example/x).",
      "Diário do Cais", "https://cais.example/x", nil, nil
    ),
    (
      "*Postado originalmente [aqui](https://dev.to/ana/x).*", "DEV", "https://dev.to/ana/x", nil,
      nil
    ),
    (
      "*Publicado originalmente no Diário do Norte, 4 de março de 2021.*", "Diário do Norte", nil,
      "2021-03-04", nil
    ),
    (
      "Publicado originalmente en [El Muelle](https://muelle.example/x) el 3 de febrero de 2025.",
      "El Muelle", "https://muelle.example/x", "2025-02-03", nil
    ),
    (
      "Este artículo se publicó originalmente en [El Muelle](https://muelle.example/x).",
      "El Muelle", "https://muelle.example/x", nil, nil
    ),
    (
      "Este artículo fue publicado por primera vez en [El Muelle](https://muelle.example/x).",
      "El Muelle", "https://muelle.example/x", nil, nil
    ),
    (
      "Ursprünglich veröffentlicht auf [Der Kai](https://kai.example/x) am 3. Februar 2025.",
      "Der Kai", "https://kai.example/x", "2025-02-03", nil
    ),
    (
      "Dieser Artikel ist zuerst auf [Der Kai](https://kai.example/x) erschienen.", "Der Kai",
      "https://kai.example/x", nil, nil
    ),
    (
      "Dieser Beitrag erschien zuerst bei [Der Kai](https://kai.example/x).", "Der Kai",
      "https://kai.example/x", nil, nil
    ),
    (
      "*Dieser Text wurde ursprünglich am 3. Februar 2025 auf [Medium](\(medium)) veröffentlicht.*",
      "Medium", medium, "2025-02-03", nil
    ),
    (
      "Zuerst erschienen im [Kaiblatt](https://kai.example/x).", "Kaiblatt",
      "https://kai.example/x", nil, nil
    ),
    (
      "Initialement publié sur [Le Quai](https://quai.example/x) le 3 février 2025.", "Le Quai",
      "https://quai.example/x", "2025-02-03", nil
    ),
    (
      "Cet article a été initialement publié sur [Le Quai](https://quai.example/x).", "Le Quai",
      "https://quai.example/x", nil, nil
    ),
    (
      "*Publié à l’origine sur [Le Quai](https://quai.example/x).*", "Le Quai",
      "https://quai.example/x", nil, nil
    ),
    (
      "Article paru initialement dans [Le Quai](https://quai.example/x).", "Le Quai",
      "https://quai.example/x", nil, nil
    ),
    (
      "Pubblicato originariamente su [Il Molo](https://molo.example/x) il 3 febbraio 2025.",
      "Il Molo", "https://molo.example/x", "2025-02-03", nil
    ),
    (
      "Questo articolo è stato pubblicato per la prima volta su [Il Molo](https://molo.example/x).",
      "Il Molo", "https://molo.example/x", nil, nil
    ),
    (
      "Oorspronkelijk gepubliceerd op [De Kade](https://kade.example/x) op 3 februari 2025.",
      "De Kade", "https://kade.example/x", "2025-02-03", nil
    ),
    (
      "Dit artikel verscheen eerder op [De Kade](https://kade.example/x).", "De Kade",
      "https://kade.example/x", nil, nil
    ),
    ("本文首发于[码头](https://quay.example/x)。", "码头", "https://quay.example/x", nil, nil),
    (
      "> 本文首发于 [知乎](https://zhuanlan.zhihu.com/p/1)，2025年2月3日。", "知乎",
      "https://zhuanlan.zhihu.com/p/1", "2025-02-03", nil
    ),
    (
      "原文链接：[这里](https://zhuanlan.zhihu.com/p/1)", "Zhihu", "https://zhuanlan.zhihu.com/p/1", nil,
      nil
    ),
    ("原文发表于：<https://quay.example/x>", "quay.example", "https://quay.example/x", nil, nil),
    ("转载自 [码头](https://quay.example/x)", "码头", "https://quay.example/x", nil, nil),
    ("本文首發於《碼頭》。", "碼頭", nil, nil, nil),
    ("初出：[波止場](https://quay.example/x)", "波止場", "https://quay.example/x", nil, nil),
    ("この記事は[波止場](https://quay.example/x)に掲載されたものです。", "波止場", "https://quay.example/x", nil, nil),
  ]

  static let further: [Row] = [
    (
      "This letter was originally published in our [Yearly Report](https://quay.example/x).",
      "Yearly Report", "https://quay.example/x", nil, nil
    ),
    (
      "_This letter was originally published in our [2031 yearly report](https://quay.example/x)._",
      "quay.example", "https://quay.example/x", nil, nil
    ),
    (
      "*This is a guest post by Ana Reis cross-posted from [Why the Tide Tables Are Wrong Again](https://ana.example/notes/tide). If you would like to write for the harbour yourself, get in touch with [the office](https://quay.example/office) or come by any morning.*",
      "Why the Tide Tables Are Wrong Again", "https://ana.example/notes/tide", nil, "Ana Reis"
    ),
    (
      "> This is a cross-post of [the official harbour notice](https://quay.example/x). The\n> official notice has a stamp and a signature, as well.",
      "quay.example", "https://quay.example/x", nil, nil
    ),
    (
      "This is a lightly edited cross-post of [the official harbour notice](https://quay.example/x).",
      "quay.example", "https://quay.example/x", nil, nil
    ),
    (
      "*Thank you, Rui, for the charts! This article was originally posted [here](https://quay.example/x).*",
      "quay.example", "https://quay.example/x", nil, nil
    ),
    (
      "*After a talk at the pier, originally posted [here](https://quay.example/x).*",
      "quay.example", "https://quay.example/x", nil, nil
    ),
    (
      "*Originally posted on [LinkedIn](https://linkedin.com/x). Corrections from readers made it better since.*",
      "LinkedIn", "https://linkedin.com/x", nil, nil
    ),
    (
      "This was originally posted on [LinkedIn](https://linkedin.com/x). Do read the first part of it!",
      "LinkedIn", "https://linkedin.com/x", nil, nil
    ),
  ]

  static let positives = english + others + further

  @Test(arguments: positives.indices)
  func namesTheOrigin(index: Int) throws {
    let row = Self.positives[index]
    let origin = try #require(
      OriginSentence(row.text[...], dates: dates)?.origin, "\(row.text)")
    #expect(origin.site == row.site, "\(row.text)")
    #expect(origin.url?.text == row.url, "\(row.text)")
    #expect(origin.date?.day == row.date, "\(row.text)")
    #expect(origin.author == row.author, "\(row.text)")
  }

  /// A scan for the stems alone loses no sentence.
  @Test(arguments: positives.indices)
  func holdsAStem(index: Int) {
    let text = Self.positives[index].text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    #expect(
      OriginSentence.stems.contains { stem in
        text.indices.contains { text[$0...].starts(with: stem) }
      })
  }

  @Test func ordinaryProseRarelyHasAStem() {
    let prose = """
      The first ferry leaves at six, and via the north channel it takes an hour. We published the
      table, posted it at the pier, and wrote to everybody who had asked for one last year.
      """
    for stem in OriginSentence.stems {
      #expect(!prose.lowercased().contains(String(decoding: stem, as: UTF8.self)))
    }
  }

  @Test(arguments: [
    "Originally published on [The Quay][1].", "*Originally published on [The Quay][q]*",
    "Originally published on [the quay].",
  ])
  func readsReferenceLinks(text: String) {
    let definitions =
      "[1]: https://quay.example/x\n[q]: <https://quay.example/x>\n[the quay]: https://quay.example/x\n"
    let found = OriginSentence(text[...], definitions: definitions[...], dates: dates)
    #expect(found?.origin.url?.text == "https://quay.example/x")
    #expect(found?.origin.site.lowercased() == "the quay")
  }

  @Test func aMonthIsNoDay() throws {
    let text = "Originally published in The Paper, May 2020."
    let date = try #require(OriginSentence(text[...], dates: dates)?.origin.date)
    #expect(date.isMonth)
    #expect(EnglishDate.day(date) == "May 2020")
  }

  @Test(arguments: [
    "*Also available on [LinkedIn](https://linkedin.com/x).*",
    "Also published on [LinkedIn](https://linkedin.com/x).",
    "This post is also published on [LinkedIn](https://linkedin.com/x).",
    "*Cross-posted to [LinkedIn](https://linkedin.com/x).*",
    "Crossposted to [DEV](https://dev.to/x) and [Medium](https://medium.com/x).",
    "Cross-posted on [DEV](https://dev.to/x).",
    "You can also read this on [Medium](https://medium.com/x).",
    "Read this on [Medium](https://medium.com/x).",
    "Published on [Medium](https://medium.com/x).",
    "*Originally published on [LinkedIn](URL) on [Date].*",
    "*Originally published on [LinkedIn]({{ page.linkedin_url }}).*",
    "*Originally published on [LinkedIn](<URL>)*",
    "*Originally published on [LinkedIn](#).*",
    "*Originally published on [LinkedIn]() on 3 May 2020.*",
    "*Originally published on {{ site }}.*",
    "Originally published on <URL>",
    "*Originally published on [Platform] on [Date].*",
    "\"Originally published on [LinkedIn](https://linkedin.com/x)\"",
    "“This post was originally published on [LinkedIn](https://linkedin.com/x)” is what they all say.",
    "`*Originally published on [LinkedIn](https://linkedin.com/x).*`",
    "```\nOriginally published on [LinkedIn](https://linkedin.com/x).\n```",
    "<!-- Originally published on [LinkedIn](https://linkedin.com/x). -->",
    "Originally published in 1843, the book was out of print for decades.",
    "Originally published in 1950, Turing's paper asks whether machines think.",
    "First published in 1847, [Jane Eyre](https://example.org/eyre) remains the best novel to read on a train.",
    "First published research on tides [is here](https://example.org/x).",
    "First published in [Nature](https://nature.example/x), the study shows that tides follow the moon.",
    "*First published in 1847, Jane Eyre remains the best novel to read on a train.*",
    "Originally published in 2019.",
    "*Originally published in May 2020.*",
    "Originally published here on January 5, 2020.",
    "This post was originally published in 2019, and a lot has changed since. [Read more](https://example.org).",
    "This post was originally a talk at [TideConf](https://tide.example).",
    "This post was originally written in Portuguese.",
    "This article was originally written by Ana and translated by Rui.",
    "Originally, I published everything on [LinkedIn](https://linkedin.com/x).",
    "Originally I wanted to publish this on [LinkedIn](https://linkedin.com/x).",
    "The ferry was originally built in [Lisbon](https://lisbon.example).",
    "She originally appeared in [three films](https://films.example) before she went to sea.",
    "We reposted the notice from the harbour office at [the pier](https://pier.example) twice.",
    "Reposted twice.",
    "Via Appia was the first road.",
    "(via [The Quay](https://quay.example/x))", "(*via [The Quay](https://quay.example/x)*)",
    "This letter was originally published in our [Yearly Report](/reports/).",
    "Originally published in our [Yearly Report](../reports/2031.html).",
    "* Originally published at 2031-02-22 12:00:00 (UTC)",
    "* Originally published at 2031-02-22 12:00:00 (UTC)\n* Changed at 2031-02-23 09:00:00 (UTC)",
    "*The ferry is late. Originally it came from [Lisbon](https://lisbon.example).*",
    "The ferry is late. This article was originally posted [here](https://quay.example/x).",
    "*This is a guest post by Ana Reis about [the ferry](https://quay.example/ferry).*",
    "We went via [Lisbon](https://lisbon.example).",
    "Originally published on [LinkedIn](https://linkedin.com/x).\n\nAnd another paragraph.",
    "Originally published on [LinkedIn](https://linkedin.com/x), where I have written about the harbour, the ferry and the people who keep both of them running for ten years now, in all weathers.",
    "Publicado em 4 de março de 2021.",
    "Ursprünglich wollte ich das auf [Medium](https://medium.com/x) schreiben.",
    "Originalmente, el muelle era de madera.",
    "首发阵容已经公布。",
    "原文如此。",
    "この記事は長いです。公開はあとで。",
    "originally", "Originally published", "Originally published on", "first published:", "", " ",
    "*", "> ", "[Originally published]()", "reposted from", "Via [x](",
    String(repeating: "Originally published on [x](https://x.example) ", count: 30),
  ])
  func isNoOrigin(text: String) {
    let found = OriginSentence(text[...], dates: dates)?.origin
    #expect(found == nil, "\(text) names \(found.map { "\($0)" } ?? "")")
  }

  @Test(arguments: [
    ("https://ana.substack.com/p/x", "ana.substack.com"), ("https://substack.com/x", "Substack"),
    ("https://www.linkedin.com/pulse/x", "LinkedIn"), ("https://pt.linkedin.com/x", "LinkedIn"),
    ("https://ana.medium.com/x", "Medium"), ("https://ana.github.io/x", "ana.github.io"),
    ("https://blog.ana.example/x", "blog.ana.example"),
    ("https://notlinkedin.com", "notlinkedin.com"),
    ("https://m.facebook.com/x", "Facebook"), ("https://ana.wordpress.com", "ana.wordpress.com"),
    ("https://zhuanlan.zhihu.com/p/1", "Zhihu"),
  ])
  func namesSites(url: String, name: String) throws {
    #expect(SiteName.name(of: try #require(WebURL(url))) == name)
  }

  /// Mangled sentences are read without harm, and what is found has a name.
  @Test func mangledSentencesAreHarmless() {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<400 {
      guard var bytes = Self.positives.randomElement(using: &random).map({ Array($0.text.utf8) })
      else { continue }
      for _ in 0..<3 where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        default: bytes.replaceSubrange(place..., with: bytes[..<place])
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      if let origin = OriginSentence(text[...], dates: dates)?.origin {
        #expect(!origin.site.isEmpty)
      }
    }
  }
}
