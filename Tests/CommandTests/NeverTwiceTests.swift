import Foundation
import Testing

/// An article goes out once.
@Suite struct NeverTwiceTests {
  /// What went out is known again, whatever its file is called, titled or dated by then.
  @Test(arguments: ["renamed", "retitled", "redated", "moved", "another address"])
  func whatWentOutNeverGoesOutAgain(change: String) async throws {
    let desk = try Desk()
    try desk.furnish()
    let run = ["run", "--recipients", "readers.csv", "--via", "outbox", "--now"]
    #expect(try await desk.run(run + [Desk.now]).status == 0)
    switch change {
    case "renamed":
      try desk.article("the-second", date: "2025-02-20", title: "The second tide")
      try desk.remove("articles/second.md")
    case "moved":
      try desk.article("2025/02/second", date: "2025-02-20", title: "The second tide")
      try desk.remove("articles/second.md")
    case "retitled": try desk.article("second", date: "2025-02-20", title: "A tide, the second")
    case "redated": try desk.article("second", date: "2025-03-06", title: "The second tide")
    default:
      let settings = try desk.text("tidings.yml")
      try desk.write(
        settings.replacing("base-url: https://harbour", with: "base-url: https://quay"),
        to: "tidings.yml")
    }
    let again = try await desk.run(run + [Desk.aWeekLater])
    #expect(again.status == 3, "\(again.errors)")
    #expect(!desk.exists("outbox/2025-03-08"))
    #expect(!again.errors.contains("warning"), "\(again.errors)")
    try desk.article("third", date: "2025-03-05", title: "The third tide")
    #expect(try await desk.run(run + [Desk.aWeekLater]).status == 0)
    let edition = try desk.text("outbox/2025-03-08/digest.txt")
    #expect(edition.contains("The third tide"))
    #expect(!edition.localizedCaseInsensitiveContains("second tide"))
  }
}
