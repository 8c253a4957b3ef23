import Foundation
import Tidings

/// What is measured on: articles of about 5 KB, an edition of 20, a message of about 60 KB.
struct Samples {
  let folder: String
  let count: Int
  /// 1 March 2025, 9:00 UTC.
  static let now = Date(timeIntervalSince1970: 1_740_819_600)
  var now: Date { Self.now }

  init(folder: String, count: Int = 5_000) throws {
    self.folder = folder
    self.count = count
    for number in 0..<count {
      let section = folder + "/section-\(number % 50)"
      if number < 50 {
        try FileManager.default.createDirectory(atPath: section, withIntermediateDirectories: true)
      }
      try Data(Self.article(number).utf8).write(to: URL(filePath: section + "/post-\(number).md"))
    }
  }

  var reader: ArticleReader {
    ArticleReader(now: now, zone: .gmt, baseURL: WebURL("https://example.org"))
  }

  static func article(_ number: Int) -> String {
    let day = String(1 + number % 28)
    let paragraph =
      "A small team in a harbour town measured model number \(number) on *their own* texts, "
      + "wrote down what failed, and kept the [list](https://example.org/\(number)) in the open. "
    return """
      ---
      title: "What we learned from model \(number)"
      date: 2025-\(number % 2 == 0 ? "01" : "02")-\(day.count == 1 ? "0" + day : day)
      tags: [open-models, field-notes, topic-\(number % 7)]
      author: Ines Prado
      description: Notes from a week with model \(number), and a table of what it could not do.
      ---

      ## What we tried

      \(String(repeating: paragraph + "\n\n", count: 12))
      | task | right | wrong |
      | --- | ---: | ---: |
      | letters | 91 | 9 |
      | maps | 40 | 60 |

      \(String(repeating: "- " + paragraph + "\n", count: 10))
      """
  }
}
