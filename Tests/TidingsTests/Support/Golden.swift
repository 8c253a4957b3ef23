import Foundation
import Testing

/// Compares `actual` with the file `Golden/NAME` beside the test that calls it.
///
/// With `TIDINGS_RECORD=1` in the environment it writes the file instead, and fails the test so that
/// a recording never passes for a proof.
func expectGolden(
  _ actual: [UInt8], named name: String, beside file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let golden = URL(filePath: file).deletingLastPathComponent()
    .appending(components: "Golden", name)
  if ProcessInfo.processInfo.environment["TIDINGS_RECORD"] == "1" {
    do {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual).write(to: golden)
      Issue.record(
        "recorded \(name): look at the change, then test again", sourceLocation: sourceLocation)
    } catch {
      Issue.record("cannot record \(name): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let expected = try? Data(contentsOf: golden) else {
    Issue.record(
      "no Golden/\(name); set TIDINGS_RECORD=1 to record it", sourceLocation: sourceLocation)
    return
  }
  guard let difference = firstDifference(actual, Array(expected)) else { return }
  Issue.record("Golden/\(name):\(difference)", sourceLocation: sourceLocation)
}

/// Compares a text with the file `Golden/NAME` beside the test that calls it.
func expectGolden(
  _ actual: String, named name: String, beside file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectGolden(Array(actual.utf8), named: name, beside: file, sourceLocation: sourceLocation)
}

/// `LINE: expected …, found …` for the first line that differs; nil when all are equal.
func firstDifference(_ actual: [UInt8], _ expected: [UInt8]) -> String? {
  if actual == expected { return nil }
  let found = actual.split(separator: 0x0A, omittingEmptySubsequences: false)
  let wanted = expected.split(separator: 0x0A, omittingEmptySubsequences: false)
  let index =
    zip(found, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? min(found.count, wanted.count)
  func line(_ lines: [ArraySlice<UInt8>]) -> String {
    guard index < lines.count else { return "the end" }
    return String(decoding: lines[index], as: UTF8.self).debugDescription
  }
  return "\(index + 1): expected \(line(wanted)), found \(line(found))"
}
