import Testing

@testable import Tidings

@Suite struct TOMLReaderTests {
  private func read(_ text: String) throws -> [String: FrontMatterValue] {
    let entries = try TOMLReader.entries(in: Array(text.utf8)[...], firstLine: 2)
    return Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }

  @Test(
    arguments: [
      ("", [:]), ("# comment", [:]), ("a = 1", ["a": .text("1")]), ("a=1 # x", ["a": .text("1")]),
      ("a = true\nb = false", ["a": .text("true"), "b": .text("false")]),
      ("a = -1_000", ["a": .text("-1_000")]), ("a = 0xDEAD_beef", ["a": .text("0xDEAD_beef")]),
      ("a = 1.5e-10", ["a": .text("1.5e-10")]), ("a = +inf", ["a": .text("+inf")]),
      ("a = 2025-02-03", ["a": .text("2025-02-03")]),
      ("a = 2025-02-03 10:00:00", ["a": .text("2025-02-03 10:00:00")]),
      ("a = 2025-02-03T10:00:00.5+01:00", ["a": .text("2025-02-03T10:00:00.5+01:00")]),
      ("a = 10:00:00", ["a": .text("10:00:00")]), ("a = \"\"", ["a": .text("")]),
      ("a = ''", ["a": .text("")]), ("a = 'C:\\x'", ["a": .text("C:\\x")]),
      ("a = \"x\\ty\\\\\\\"\"", ["a": .text("x\ty\\\"")]),
      ("a = \"\\u00e9\\U0001F6A2\"", ["a": .text("é🚢")]),
      ("a = \"\"\"\nx\ny\"\"\"", ["a": .text("x\ny")]),
      ("a = \"\"\"x\"\"\"\"\"", ["a": .text("x\"\"")]),
      ("a = '''x'y'''", ["a": .text("x'y")]), ("a = \"\"\"x \\\n\n  y\"\"\"", ["a": .text("x y")]),
      ("a = []", ["a": .list([])]),
      ("a = [1, [2], # x\n 'c',\n]", ["a": .list([.text("1"), .list([.text("2")]), .text("c")])]),
      ("a = {}", ["a": .map([:])]),
      ("a = {b = 1, c.d = 2}", ["a": .map(["b": .text("1"), "c": .map(["d": .text("2")])])]),
      ("a.b = 1\na.c = 2", ["a": .map(["b": .text("1"), "c": .text("2")])]),
      ("\"a b\" = 1\n'c.d' = 2", ["a b": .text("1"), "c.d": .text("2")]),
      ("[a]\nb = 1\n[a.c]\nd = 2", ["a": .map(["b": .text("1"), "c": .map(["d": .text("2")])])]),
      ("[a.b]\nx = 1\n[a]\ny = 2", ["a": .map(["b": .map(["x": .text("1")]), "y": .text("2")])]),
      (
        "[[a]]\nb = 1\n[[a]]\n[a.c]\nd = 1",
        ["a": .list([.map(["b": .text("1")]), .map(["c": .map(["d": .text("1")])])])]
      ),
      ("[ \"a\" . b ]\nc = 1", ["a": .map(["b": .map(["c": .text("1")])])]),
      ("A = 1\na = 2", ["a": .text("2")]),
    ] as [(String, [String: FrontMatterValue])])
  func reads(text: String, entries: [String: FrontMatterValue]) throws {
    #expect(try read(text) == entries)
  }

  @Test(arguments: [
    ("a", 2, "expected '=' behind a key"),
    ("a = ", 2, "expected a value, found '' (a text needs quotes)"),
    ("a = x y", 2, "expected a value, found 'x y' (a text needs quotes)"),
    ("= 1", 2, "expected a key, found '= 1'"),
    ("a = 1 b", 2, "expected the end of the line, found 'b'"),
    ("a = 1\na = 2", 3, "the key 'a' stands twice"),
    ("[a]\n[a]", 3, "the key 'a' stands twice"), ("a = 1\n[a]", 3, "the key 'a' stands twice"),
    ("a = 1\na.b = 2", 3, "'a' is a value and a table"),
    ("[]", 2, "expected a key, found ']'"), ("[ ]", 2, "expected a key, found ']'"),
    ("[[]]", 2, "expected a key, found ']]'"),
    ("[a", 2, "expected ']' behind a table's name"),
    ("[[a]\nb = 1", 2, "expected ']' behind a table's name"),
    ("[a.]", 2, "expected a key, found ']'"),
    ("\na = \"x\nb = 1", 3, "a text without its closing quotation mark"),
    ("a = '''x\n\n", 2, "a text without its closing quotation mark"),
    ("a = \"\\q\"", 2, "'\\q' is no escape"),
    ("a = \"\\ud800\"", 2, "'\\ud800' stands for no character"),
    ("a = [1, 2", 2, "a list without its ']'"), ("a = [1 2]", 2, "a list without its ']'"),
    ("a = {b = 1", 2, "a table without its '}'"),
    ("a = \"\u{1}\"", 2, "a control character in a text"),
    ("é = 1", 2, "expected a key, found 'é = 1'"),
  ])
  func refuses(text: String, line: Int, problem: String) {
    #expect(
      throws: FrontMatter.Fault(line: line, reason: "the front matter is not TOML: " + problem)
    ) {
      try read(text)
    }
  }
}
