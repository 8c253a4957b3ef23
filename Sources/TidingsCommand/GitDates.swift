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
      "git", "-C", folder, "-c", "core.quotePath=false", "log", "--reverse", "-M",
      "--diff-filter=AR", "--relative", "--name-status", "-z", "--format=%x01%aI", "--", ".",
    ]
    let output = Pipe()
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    do { try git.run() } catch {
      throw CommandFailure("git cannot be run: \(error)", status: .notStarted)
    }
    let bytes: Data
    do {
      bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    } catch {
      throw CommandFailure(
        "what git says of \(folder) cannot be read: \(error.localizedDescription)",
        status: .notStarted)
    }
    git.waitUntilExit()
    guard git.terminationStatus == 0 else {
      throw CommandFailure(
        "\(folder): git knows no commits of it, expected a folder in a repository",
        status: .notStarted)
    }
    return Self.moments(in: bytes)
  }

  /// What the log says, the oldest commit first: `A` and a path, or `R…`, the old path and the new.
  private static func moments(in log: Data) -> [String: Moment] {
    var moments: [String: Moment] = [:]
    var moment: Moment?
    var words = log.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }[...]
    while let word = words.popFirst() {
      var status = word.drop { $0.isNewline }
      if status.first == "\u{1}" {
        let line = status.dropFirst().prefix { !$0.isNewline }
        moment = Moment(iso: String(line))
        status = status[line.endIndex...].drop { $0.isNewline }
      }
      switch status.first {
      case "A":
        if let path = words.popFirst(), moments[path] == nil { moments[path] = moment }
      case "R":
        if let old = words.popFirst(), let new = words.popFirst() {
          moments[new] = moments[old] ?? moment
        }
      default: continue
      }
    }
    return moments
  }
}
