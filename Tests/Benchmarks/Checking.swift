import Foundation
import Tidings

extension Benchmarks {
  /// Looking over an edition of 20 articles, as `check`, `run` and each preview do.
  static func checking(_ samples: Samples) -> Benchmark {
    Benchmark(
      name: "editions of 20 articles checked", unit: "editions/s",
      run: {
        let contents = try await ArticleFolder(path: samples.folder).read(with: samples.reader)
        let composed = try Composer(
          newsletter: try newsletter(), templates: try Templates(), formats: []
        ).compose(
          id: "2025-03-01", number: 1,
          outcomes: Selection(limit: 20).pick(from: contents.articles),
          window: Window(since: nil, until: nil), now: samples.now)
        func text(_ name: String) -> String {
          let file = composed.files.first { $0.name == name }
          return String(decoding: file?.bytes ?? [], as: UTF8.self)
        }
        let html = text("digest.html")
        let plain = text("digest.txt")
        return await rate(of: 100) {
          for _ in 0..<100 { _ = Preflight(edition: composed.edition, html: html, text: plain) }
        }
      }, peer: nil)
  }
}
