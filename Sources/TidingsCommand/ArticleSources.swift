import Delivery
import Foundation
import Tidings

/// All that the articles of one run come from: a folder, feeds, or both.
struct ArticleSources {
  let folder: ArticleFolder?
  let index: ArticleIndex?
  /// Paths and web addresses, as they were given.
  let feeds: [String]
  let reader: ArticleReader
  let feedReader: FeedReader
  let feedClient: FeedClient
  /// Undated articles take the day of their first commit.
  let asksGit: Bool
  /// What was odd about the settings of the site that the folder lies in.
  let siteDiagnostics: [Diagnostic]

  /// Reads every source; one that gives nothing is a diagnostic, and the others go on.
  /// - Throws: `ArticleFolderError` for the folder, `CommandFailure` when nothing could be read.
  func read(now: Date) async throws -> ArticleReading {
    var readings = siteDiagnostics.map { ArticleReading(doubt: $0) }
    if let folder { readings.append(try await reading(of: folder, now: now)) }
    let fromFeeds = await feedReadings()
    readings += fromFeeds
    let isAnyRead = readings.contains { !$0.articles.isEmpty || $0.files > 0 }
    let faults = readings.flatMap(\.sourceDiagnostics).filter { $0.severity == .error }
    guard isAnyRead || faults.isEmpty else {
      throw CommandFailure(
        "no source could be read: \(faults.map { "\($0.path): \($0.reason)" }.joined(separator: "; "))",
        status: .notStarted)
    }
    return ArticleReading(uniting: readings)
  }

  /// Without a feed beside it a folder that cannot be read ends the run.
  private func reading(of folder: ArticleFolder, now: Date) async throws -> ArticleReading {
    let reading: ArticleReading
    do throws(ArticleFolderError) {
      reading = try await folder.read(with: reader, index: index)
    } catch {
      guard !feeds.isEmpty else { throw error }
      return ArticleReading(
        doubt: Diagnostic(path: error.path, reason: error.words, severity: .error))
    }
    return asksGit ? try GitDates(folder: folder.path).dating(reading, now: now) : reading
  }

  /// In the order of the sources, fetched at the same time.
  private func feedReadings() async -> [ArticleReading] {
    await withTaskGroup(of: (Int, [ArticleReading]).self) { group in
      for (number, feed) in feeds.enumerated() {
        group.addTask { (number, await reading(of: feed)) }
      }
      var readings: [(Int, [ArticleReading])] = []
      for await reading in group { readings.append(reading) }
      return readings.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }

  private func reading(of feed: String) async -> [ArticleReading] {
    do throws(FeedError) {
      guard feed.contains("://") else { return [readingOfFile(feed)] }
      let fetched = try await feedClient.fetch(feed) { [feedReader] in
        feedReader.fault(in: $0, name: $1)
      }
      return
        (fetched.warning.map { [ArticleReading(doubt: $0, isIncomplete: fetched.isStale)] } ?? [])
        + [ArticleReading(feedReader.read(fetched.bytes, name: fetched.name))]
    } catch {
      return [ArticleReading(doubt: error.diagnostic, isIncomplete: true)]
    }
  }

  private func readingOfFile(_ path: String) -> ArticleReading {
    do throws(FileBytesError) {
      return ArticleReading(feedReader.read(try FileBytes(at: path).bytes, name: path))
    } catch {
      return ArticleReading(
        doubt: Diagnostic(path: path, reason: error.description, severity: .error),
        isIncomplete: true)
    }
  }
}
