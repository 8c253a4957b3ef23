import Foundation
import Tidings

extension Benchmarks {
  /// Reading a folder into articles, beside reading its bytes alone, one file after another.
  static func reading(_ samples: Samples) -> Benchmark {
    Benchmark(
      name: "articles read", unit: "articles/s",
      run: {
        try await rate(of: samples.count) {
          _ = try await ArticleFolder(path: samples.folder).read(with: samples.reader)
        }
      },
      peer: .init(name: "bytes alone, one thread") {
        try await rate(of: samples.count) {
          for number in 0..<samples.count {
            _ = try FileBytes(at: samples.folder + "/section-\(number % 50)/post-\(number).md")
          }
        }
      })
  }

  static func selecting(_ samples: Samples) -> Benchmark {
    Benchmark(
      name: "articles read and selected", unit: "articles/s",
      run: {
        try await rate(of: samples.count) {
          let contents = try await ArticleFolder(path: samples.folder).read(with: samples.reader)
          let since = samples.now.addingTimeInterval(-30 * 86_400)
          _ = Selection(anyTags: ["topic 3"], window: Window(since: since, until: samples.now))
            .pick(from: contents.articles)
        }
      }, peer: nil)
  }

  static func parsing(_ samples: Samples) -> Benchmark {
    let text = Samples.article(1)
    return Benchmark(
      name: "bodies parsed", unit: "documents of 5 KB/s",
      run: {
        await rate(of: 500) { for _ in 0..<500 { _ = MarkdownReader(base: nil).document(text) } }
      }, peer: nil)
  }

  /// All files of an edition whose folder has `count` articles, beside the HTML alone by MJML.
  static func composing(_ samples: Samples, from count: Int) -> Benchmark {
    Benchmark(
      name: "editions of 20 articles out of \(count) composed", unit: "editions/s",
      run: {
        let contents = try await ArticleFolder(path: samples.folder).read(with: samples.reader)
        let outcomes = Selection(limit: 20).pick(from: Array(contents.articles.prefix(count)))
        let composer = Composer(
          newsletter: try newsletter(), templates: try Templates(folder: nil),
          formats: try formats())
        return try await rate(of: 10) {
          for _ in 0..<10 {
            _ = try composer.compose(
              id: "2025-03-01", number: 1, outcomes: outcomes,
              window: Window(since: nil, until: nil), now: samples.now)
          }
        }
      }, peer: .init(name: "MJML's HTML by mrml", run: MailPeers.rendering))
  }

  /// A personalised message of about 60 KB, beside Python's `email` writing the same parts.
  static func encoding(_ samples: Samples) -> Benchmark {
    let count = 5_000
    return Benchmark(
      name: "messages of 60 KB encoded", unit: "messages/s",
      run: {
        let encoder = try MessageEncoder(message(now: samples.now))
        let readers = try (0..<count).map { number in
          Recipient(
            mailbox: try Mailbox(
              name: "Änne Reader \(number)",
              address: EmailAddress("reader\(number)@example.org")))
        }
        return try await rate(of: count) {
          for reader in readers { _ = try encoder.bytes(for: reader) }
        }
      },
      peer: .init(name: "Python's email") { try await MailPeers.encoding(paragraph: paragraph) })
  }

  /// Posts as people write them: with links, tags, emoji, and in several scripts.
  private static let posts = [
    "Read what happened when a bakery in Ardnessie met a model: https://example.org/x #AI",
    "The night shift marks the papers, and nobody asked it to. What we found in three weeks.",
    "See README.md and main.py for the numbers; thanks @harbour and @quay for the loan 🙏🏽 #OpenData",
    "Na esteira da cooperativa, quem decide é a Jucileide → https://example.org/notas/a-esteira-da-cooperativa?utm_source=x",
    "潮の満ち引きを測る小さな模型について書きました。続きはこちら https://example.jp/潮 #海",
    "Пять страниц о том, как модель училась читать вывески 🚢⚓️ https://пример.рф/вывески",
    "“Forty footnotes”: a tiny benchmark – from a railway timetable… (with data) 👩🏽‍💻👨‍👩‍👧‍👦",
    "हर शाम एक नाव, हर सुबह एक चिट्ठी: https://example.in/chitthi #नाव",
  ]

  /// One figure for each network.
  static func countings() -> [Benchmark] {
    Network.all.map { network in
      Benchmark(
        name: "short texts counted for \(network.title)", unit: "texts/s",
        run: {
          await rate(of: 20_000) {
            for round in 0..<20_000 { _ = network.count(posts[round % posts.count]) }
          }
        }, peer: nil)
    }
  }

  /// One post after another about an article of usual length.
  static func snippets(for network: Network) -> Benchmark {
    let article = Article(
      id: "bakery", path: "bakery.md", title: "A bakery in Ardnessie meets a model",
      tags: ["open-source", "AI", "bread", "privacy", "harbours", "small-models"],
      url: WebURL("https://example.org/posts/2025/bakery-meets-model"),
      origin: Origin(
        site: "LinkedIn", url: WebURL("https://www.linkedin.com/pulse/bakery-meets-model"),
        date: Moment(iso: "2025-02-03"), author: nil),
      summary: "For a year Mairi asked a model on her own desk what to bake on Thursdays, and wrote"
        + " down every answer: here is what it got right, what it cost, and what she eats now.")
    let matter = PostMatter(
      article,
      lead: [
        "The flour came on Tuesdays.", "By Wednesday night nobody knew how much rye to set.",
        "So we let a small model guess, with nothing but the till's own paper rolls to learn from.",
      ])
    return Benchmark(
      name: "snippets for \(network.title)", unit: "snippets/s",
      run: {
        let format = SnippetFormat(network: network, templates: try PostTemplates())
        guard let composed = Moment(iso: "2025-03-01T09:00:00Z") else { return 0 }
        return await rate(of: 5_000) {
          for _ in 0..<5_000 { _ = format.snippet(of: matter, composed: composed) }
        }
      }, peer: nil)
  }

  static func formats() throws -> [SnippetFormat] {
    let templates = try PostTemplates()
    return Network.usual.map { SnippetFormat(network: $0, templates: templates) }
  }

  static func newsletter() throws -> Newsletter {
    Newsletter(
      name: "Open Weights", from: try Mailbox(parsing: "Open Weights <letters@example.org>"),
      postalAddress: "12 Harbour Lane",
      unsubscribe: Unsubscribe(url: "https://example.org/leave?reader={email}", mail: nil))
  }

  private static let paragraph =
    "A small team in a harbour town measured a model on their own texts & wrote it down. "

  static func message(now: Date) throws -> Message {
    let text = String(repeating: paragraph + "\n", count: 180)
    let html = String(repeating: "<p style=\"margin:0\">\(paragraph)</p>\n", count: 420)
    func pieces(_ body: String, _ escaping: PersonalText.Escaping) -> PersonalText {
      PersonalText(pieces: [
        .fixed("Dear "), .field("name", escaping), .fixed(",\n\n" + body),
        .field("unsubscribe", escaping), .fixed("\n"),
      ])
    }
    let newsletter = try newsletter()
    return Message(
      from: try Mailbox(parsing: "Open Weights <letters@example.org>"), subject: "A week of models",
      date: Moment(instant: now, offset: 0, hasTime: true), edition: "2025-03-01",
      listName: newsletter.name, unsubscribe: newsletter.unsubscribe,
      text: pieces(text, .none), html: pieces(html, .html))
  }
}
