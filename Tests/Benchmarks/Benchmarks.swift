import Foundation

/// Prints one figure a line: `swift run -c release Benchmarks [FILTER] [--json]`.
@main
struct Benchmarks {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    let filter = arguments.first { !$0.hasPrefix("--") }
    let asJSON = arguments.contains("--json")
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tidings-benchmarks-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let samples = try Samples(folder: folder.path)
    for benchmark in all(samples) where filter.map(benchmark.name.contains) ?? true {
      print(try await benchmark.measured().line(asJSON: asJSON))
    }
  }

  private static func all(_ samples: Samples) -> [Benchmark] {
    [
      reading(samples), selecting(samples), parsing(samples), composing(samples),
      encoding(samples), counting(samples),
    ]
  }
}
