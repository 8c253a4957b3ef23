import Foundation
import Tidings

/// A blog of many posts, read by a process of its own, beside `hugo list all` on the same posts.
struct WholeBlog {
  let count: Int
  /// A Hugo site; the posts lie in its `content`.
  private let site: String

  /// Writes the posts.
  init(count: Int, folder: String) throws {
    self.count = count
    site = folder + "/site-\(count)"
    _ = try Samples(folder: site + "/content", count: count)
    try Data("baseURL = \"https://example.org/\"\n".utf8)
      .write(to: URL(filePath: site + "/hugo.toml"))
    // Hugo before 0.110 reads this name only.
    try Data("baseURL = \"https://example.org/\"\n".utf8)
      .write(to: URL(filePath: site + "/config.toml"))
  }

  func remove() { try? FileManager.default.removeItem(atPath: site) }

  /// How often each figure is measured: a peer's run takes long.
  private static let runs = 3

  func figures() -> [Figure] {
    var first: [MeasuredProcess] = []
    var second: [MeasuredProcess] = []
    var peer: [MeasuredProcess] = []
    for _ in 0..<Self.runs {
      try? FileManager.default.removeItem(atPath: site + "/cache")
      first += [own()].compactMap(\.self)
      second += [own()].compactMap(\.self)
      peer += [MeasuredProcess(["hugo", "list", "all", "--source", site])].compactMap(\.self)
    }
    return [
      figure("\(count) posts, first run", "s", first, peer, \.seconds),
      figure("\(count) posts, second run", "s", second, peer, \.seconds),
      figure("\(count) posts, first run, peak memory", "MB", first, peer, \.peakMegabytes),
      figure("\(count) posts, second run, peak memory", "MB", second, peer, \.peakMegabytes),
    ].compactMap(\.self)
  }

  private func own() -> MeasuredProcess? {
    MeasuredProcess([CommandLine.arguments[0], "--read", site + "/content", site + "/cache"])
  }

  private func figure(
    _ name: String, _ unit: String, _ own: [MeasuredProcess], _ peer: [MeasuredProcess],
    _ value: (MeasuredProcess) -> Double
  ) -> Figure? {
    guard !own.isEmpty else { return nil }
    let ownValue = Benchmark.median(own.map(value))
    let peerValue = peer.isEmpty ? nil : Benchmark.median(peer.map(value))
    return Figure(
      name: name, value: ownValue, unit: unit, peer: peerValue == nil ? nil : "hugo list all",
      peerValue: peerValue, ratio: peerValue.map { ownValue / $0 })
  }

  /// What the measured process does: it reads the folder by way of an index, and selects.
  static func read(folder: String, cache: String, now: Date) async throws {
    let reader = ArticleReader(now: now, site: Site.find(above: folder).site)
    let index = ArticleIndex(cache: cache, folder: folder, reader: reader, program: "benchmark")
    let reading = try await ArticleFolder(path: folder).read(with: reader, index: index)
    let since = now.addingTimeInterval(-7 * 86_400)
    let outcomes = Selection(anyTags: ["topic 3"], window: Window(since: since, until: now))
      .pick(from: reading.articles)
    print(outcomes.count { $0.isPicked })
  }
}
