import Testing

@testable import Tidings

@Suite struct DiagnosticSummaryTests {
  private func warnings(_ count: Int, in folder: String = "posts") -> [Diagnostic] {
    (0..<count).map {
      Diagnostic(
        path: "\(folder)/\($0).md", reason: "'image' is '\($0).png', and left out",
        severity: .warning)
    }
  }

  @Test func aFewAreAllTold() {
    #expect(DiagnosticSummary(warnings(10)).diagnostics == warnings(10))
  }

  @Test(arguments: ["posts", "/srv/ana/posts", "posts/2025"])
  func manyAreSummedUp(folder: String) {
    let all = warnings(40, in: folder)
    let sum =
      "\(folder): warning: 37 more of this kind (--json tells each): '…' is '…', and left out"
    #expect(
      DiagnosticSummary(all).diagnostics.map(\.description)
        == all.prefix(3).map(\.description) + [sum])
  }

  @Test func theRestIsToldInItsOrder() {
    let odd = Diagnostic(path: "posts/x.md", reason: "odd", severity: .warning)
    let errors = (0..<20).map {
      Diagnostic(path: "\($0).md", reason: "'date' is '\($0)'", severity: .error)
    }
    let told = DiagnosticSummary(warnings(2) + [odd] + warnings(18, in: "notes") + errors)
      .diagnostics
    #expect(told.prefix(4) == (warnings(2) + [odd] + warnings(1, in: "notes"))[...])
    #expect(told[4].path == "notes")
    #expect(told[4].reason.hasPrefix("17 more of this kind"))
    #expect(told.dropFirst(5) == errors[...])
  }
}
