import Foundation

/// A folder of a test's own with the program at work in it, removed when the test lets go of it.
final class Desk {
  let path: String
  var environment: [String: String] = [:]

  /// 1 March 2025, 9:00 UTC, a Saturday.
  static let now = "2025-03-01T09:00:00Z"
  static let aWeekLater = "2025-03-08T09:00:00Z"

  init() throws {
    path = NSTemporaryDirectory() + "tidings-desk-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var program: Program { Program(folder: path, environment: environment) }

  func run(_ arguments: String..., input: String? = nil) async throws -> Run {
    try await run(arguments, input: input)
  }

  func run(_ arguments: [String], input: String? = nil) async throws -> Run {
    try await program.run(arguments, input: input)
  }

  // MARK: Files

  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  func write(_ bytes: Data, to name: String) throws {
    let place = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: place)
  }

  func read(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: path + "/" + name))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try read(name), as: UTF8.self)
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/" + name)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  /// The names in a folder, sorted, hidden ones too; empty when there is none.
  func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []).sorted()
  }

  /// Every file below `folder`, by its path there.
  func tree(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path + "/" + folder) {
      var isFolder: ObjCBool = false
      let place = "\(path)/\(folder)/\(name)"
      if FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), isFolder.boolValue {
        continue
      }
      files[name] = try Data(contentsOf: URL(filePath: place))
    }
    return files
  }

  // MARK: A small newsletter

  /// An article dated `date`, tagged `open-source`, unless `front` says otherwise.
  func article(_ name: String, date: String, title: String, tags: String = "open-source") throws {
    try write(
      """
      ---
      title: \(title)
      date: \(date)
      tags: [\(tags)]
      ---
      \(title) is a short article. It has a second sentence.
      """, to: "articles/\(name).md")
  }

  /// A configuration that passes the check, with `more` at its end.
  func configure(_ more: String = "") throws {
    try write(
      """
      newsletter:
        name: The Harbour
        from: The Harbour <news@harbour.example.org>
        postal-address: 1 Quay Street
      articles:
        folder: articles
        base-url: https://harbour.example.org
      unsubscribe:
        url: https://harbour.example.org/leave?reader={email}
      \(more)
      """, to: "tidings.yml")
  }

  /// Two articles of February, a configuration, and readers.
  func furnish(readers: [String] = ["ana@example.org", "rui@example.net"]) throws {
    try article("first", date: "2025-02-10", title: "The first tide")
    try article("second", date: "2025-02-20", title: "The second tide")
    try configure()
    try list(readers)
  }

  func list(_ readers: [String]) throws {
    try write("email\n" + readers.map { $0 + "\n" }.joined(), to: "readers.csv")
  }

  /// An edition `2025-03-01` in the outbox, from what `furnish` lays out.
  func compose() async throws -> Run {
    try await run("compose", "--now", Desk.now)
  }
}

/// The files of the repository that tests read.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let fixtures = root.appending(path: "Tests/Fixtures").path
  static let articles = fixtures + "/articles"

  /// Five articles as they were found on the web; they lie outside the repository.
  static let realArticles = root.deletingLastPathComponent().appending(path: "shared/articles").path

  static let hasRealArticles = FileManager.default.fileExists(atPath: realArticles)
}
