import Foundation
import Tidings

/// The day on which each file was first committed, as git tells it.
struct GitDates {
  let folder: String

  /// - Throws: `CommandFailure` when git is not there or the folder is in no repository.
  func dating(_ reading: ArticleReading, now: Date) throws -> ArticleReading {
    let moments = try firstCommits()
    return reading.dated(now: now) { moments[$0.path] }
  }

  /// By path below the folder.
  private func firstCommits() throws -> [String: Moment] {
    let git = Foundation.Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = [
      "git", "-C", folder, "-c", "core.quotePath=false", "log", "--diff-filter=A", "--relative",
      "--name-only", "-z", "--format=%x01%aI", "--", ".",
    ]
    let output = Pipe()
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    do { try git.run() } catch {
      throw CommandFailure("git cannot be run: \(error)", status: .notStarted)
    }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    guard git.terminationStatus == 0 else {
      throw CommandFailure(
        "\(folder): git knows no commits of it, expected a folder in a repository",
        status: .notStarted)
    }
    var moments: [String: Moment] = [:]
    var moment: Moment?
    for part in bytes.split(separator: 0) {
      var name = part
      if let mark = part.firstIndex(of: 1) {
        let line = part[part.index(after: mark)...].prefix { $0 != UInt8(ascii: "\n") }
        moment = Moment(iso: String(decoding: line, as: UTF8.self))
        name = part[line.endIndex...].dropFirst()
      }
      let path = String(decoding: name, as: UTF8.self)
        .trimmingCharacters(in: .newlines)
      // The log runs backwards: the last mention is the first commit.
      if !path.isEmpty { moments[path] = moment }
    }
    return moments
  }
}
