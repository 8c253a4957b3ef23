import Testing

@testable import Tidings

@Suite struct ScriptLiteralsTests {
  @Test(arguments: [
    ("A = 'x'\nA = 'y'\n", "y", nil), ("A = ['x', 'z']\nA = 'y'\n", "y", nil),
    ("A = 'x'\nA = ['y', 'z']\n", nil, ["y", "z"]), ("A = ['x']\nA = []\n", nil, []),
    ("A = 'x'\nA = f(1)\n", "x", nil), ("B = 'x'\n", nil, nil),
  ])
  func theLastAssignmentCounts(text: String, value: String?, list: [String]?) {
    let literals = ScriptLiterals(python: text)
    #expect(literals["A"] == value)
    #expect(literals.list("A") == list)
  }

  @Test func standsManyAssignments() {
    let lines = (0..<30_000).map { "N\($0) = 'v\($0)'\nL\($0) = ['a', 'b']\n" }
    let literals = ScriptLiterals(python: lines.joined() + "N0 = 'last'\n")
    #expect(literals["N0"] == "last")
    #expect(literals["N29999"] == "v29999")
    #expect(literals.list("L29999") == ["a", "b"])
  }
}
