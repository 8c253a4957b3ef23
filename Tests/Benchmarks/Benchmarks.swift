import Foundation
import Tidings

/// Prints one figure a line: `swift run -c release Benchmarks [FILTER] [--json]`.
@main
struct Benchmarks {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "--read", arguments.count == 3 {
      let places = Array(arguments.dropFirst())
      return try await WholeBlog.read(folder: places[0], cache: places[1], now: Samples.now)
    }
    let filter = arguments.first { !$0.hasPrefix("--") }
    let asJSON = arguments.contains("--json")
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tidings-benchmarks-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let samples = try Samples(folder: folder.path)
    for benchmark in all(samples) where filter.map(benchmark.name.contains) ?? true {
      print(try await benchmark.measured().line(asJSON: asJSON))
    }
    for count in [10_000, 100_000] where filter.map("\(count) posts".contains) ?? true {
      let blog = try WholeBlog(count: count, folder: folder.path)
      defer { blog.remove() }
      for figure in blog.figures() { print(try figure.line(asJSON: asJSON)) }
    }
  }

  private static func all(_ samples: Samples) -> [Benchmark] {
    [
      reading(samples), selecting(samples), parsing(samples), composing(samples, from: 100),
      composing(samples, from: samples.count), checking(samples), encoding(samples),
      signingRSA(samples), signingEd25519(samples),
    ] + countings() + Network.all.map(snippets)
  }
}
