import Testing

@testable import Tidings

@Suite struct LeftoverTests {
  @Test(
    arguments: [
      ("Dear {{name}}, {{ name }}", [.field("{{name}}"), .field("{{ name }}")]),
      ("*|FNAME|*", [.field("*|FNAME|*")]), ("{{}} {{ }} { {a} }", []),
      // One that nothing closes hides none behind it.
      ("{{ " + String(repeating: "open ", count: 30) + "{{name}}", [.field("{{name}}")]),
      ("TK and TODO", [.mark("TK"), .mark("TODO")]), ("TODO LO QUE QUEDA", []),
      ("see TODO.md and #TODO", []), ("Lorem ipsum", [.fillerText]), ("ipsum lorem", []),
    ] as [(String, [Leftover])])
  func all(text: String, leftovers: [Leftover]) {
    #expect(Leftover.all(in: text) == leftovers)
  }
}
