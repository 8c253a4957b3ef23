import ArgumentParser
import Foundation
import Glibc
import Tidings

/// Makes a blog's repository ready for a newsletter.
struct InitCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a configuration, templates and a weekly job into a blog's repository.",
    discussion: """
      Finds the blog's generator and its articles, and writes a complete, commented set of files. \
      What is there already stays as it is.

      Examples:
        tidings init
        tidings init ~/blog --name 'Open Weights' --from 'Open Weights <news@example.org>' --theme cards
      """)

  @Argument(help: "The blog's folder.", completion: .directory)
  var folder = "."

  @Option(help: ArgumentHelp("Where the articles lie in it [found].", valueName: "dir"))
  var articles: String?

  @Option(help: "What the newsletter is called.")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "The sender, such as 'Open Weights <news@example.org>'.", valueName: "mailbox"))
  var from: String?

  @Option(
    help: ArgumentHelp("letter, cards or list [letter].", valueName: "name"),
    transform: Self.theme)
  var theme = BuiltInTheme.letter

  @Flag(help: "Results and diagnostics as JSON.")
  var json = false

  var printsJSON: Bool { json }

  private static func theme(_ name: String) throws(ValidationError) -> BuiltInTheme {
    guard let theme = BuiltInTheme(rawValue: name.lowercased()) else {
      let all = BuiltInTheme.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("expected \(all)")
    }
    return theme
  }

  func validate() throws {
    let isOneLine = name?.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isOneLine ?? true else {
      throw ValidationError("--name: it has a control character, expected one line")
    }
    guard let from else { return }
    do {
      _ = try Mailbox(parsing: from)
    } catch {
      throw ValidationError("--from: \(error)")
    }
  }

  func run() throws {
    let console = Console(json: json)
    let blog = try BlogFolder(root: folder, articles: articles)
    let starter = try Starter(
      blog, name: name, from: from, theme: theme,
      program: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        ?? "/usr/local/bin/tidings", user: NSUserName())
    var report = Report()
    for file in starter.files {
      let path = blog.root + "/" + file.path
      let parent = URL(filePath: path).deletingLastPathComponent()
      do {
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      } catch {
        throw CommandFailure("\(parent.path): cannot be made: \(error.localizedDescription)")
      }
      if try NewFile.create(at: path, file.bytes) {
        report.written.append(file.path)
      } else {
        report.kept.append(file.path)
      }
    }
    if json { return console.print(StableJSON.data(report)) }
    for path in report.written { console.print("wrote  \(path)") }
    for path in report.kept { console.print("kept   \(path)") }
    let generator = blog.site.map { "a blog by \($0.generator.rawValue)" } ?? "a plain folder"
    console.note(
      """
      \(generator), articles in \(blog.articles)
      next: look over tidings.yml, then 'tidings compose' and open the preview.html that it names
      """)
  }

  private struct Report: Encodable {
    var written: [String] = []
    var kept: [String] = []
  }
}
