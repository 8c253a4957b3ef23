import Testing

@testable import Tidings

/// Front matter that breaks its grammar: what a person reads there is read, with one warning.
@Suite struct RescueTests {
  /// A block with `line` as its third, between a title and others.
  private static func yaml(_ line: String) -> String {
    "---\ntitle: A day\n\(line)\ndate: 2025-02-03\ntags: [ai, Open Source]\n---\nText."
  }

  private static func entitled(_ value: String) -> String {
    "---\ndate: 2025-02-03\ntitle: \(value)\ntags: [ai, Open Source]\n---\nText."
  }

  static let titles: [Form] = [
    Form("an unquoted colon", entitled("One: two"), title: "One: two", lines: [3]),
    Form("two unquoted colons", entitled("One: two: three"), title: "One: two: three", lines: [3]),
    Form("a leading @", entitled("@home with models"), title: "@home with models", lines: [3]),
    Form("a leading backtick", entitled("`ls` explained"), title: "`ls` explained", lines: [3]),
    Form("a leading %", entitled("%CPU explained"), title: "%CPU explained", lines: [3]),
    Form("an opening quotation mark alone", entitled("\"A day"), title: "A day", lines: [3]),
    Form("an apostrophe at the start", entitled("'tis a day"), title: "tis a day", lines: [3]),
    Form("text behind a quoted one", entitled("\"A\" day"), title: "\"A\" day", lines: [3]),
    Form("an opening bracket alone", entitled("[A day"), title: "[A day", lines: [3]),
    Form("text behind a bracket", entitled("[Link] a day"), title: "[Link] a day", lines: [3]),
    Form("text behind a brace", entitled("{a} day"), title: "{a} day", lines: [3]),
    Form("an unknown escape", entitled("\"A \\day\""), title: "A \\day", lines: [3]),
    Form("an alias of nothing", entitled("*A day*"), title: "*A day*", lines: [3]),
    Form("a mark of a kind", entitled("!A day: two"), title: "!A day: two", lines: [3]),
    Form("a leading |", entitled("| A day"), title: "| A day", lines: [3]),
    Form("a control character", entitled("A \u{1}day"), title: "A day", lines: [3]),
    Form("an escape of a terminal", entitled("A \u{1B}day"), title: "A day", lines: [3]),
    Form(
      "a quoted colon and one unquoted", entitled("\"A: b\": c"), title: "\"A: b\": c", lines: [3]),
  ]

  static let lines: [Form] = [
    Form("a tab before a key", yaml("\tauthor: Ana"), lines: [3]),
    Form(
      "a tab behind the colon",
      "---\ntitle:\tA day\ndate:\t2025-02-03\ntags:\t[ai, Open Source]\nby: @ana\n---\nText.",
      lines: [5]),
    Form("an unquoted colon elsewhere", yaml("description: Well: yes"), lines: [3]),
    Form(
      "an unquoted colon in a list", yaml("topics:\n- ai\n- a: b: c"),
      tags: ["ai", "Open Source", "a: b: c"], lines: [5]),
    Form("a key that stands twice", yaml("title: A day"), lines: [2]),
    Form("a date that stands twice", yaml("date: 2025-01-01"), lines: [3]),
    Form(
      "a key twice, empty the second time",
      "---\ntitle: A day\ntags: [ai, Open Source]\ndate: 2025-02-03\ntags:\n---\nText.", lines: [3]),
    Form("a template's field", yaml("modified: {{date}}"), lines: [3]),
    Form(
      "an unbalanced bracket",
      "---\ntitle: A day\ndate: 2025-02-03\ntags: [ai, Open Source\n---\nText.", lines: [4]),
    Form("an unbalanced brace", yaml("menu: {a: b"), lines: [3]),
    Form("an unbalanced quotation mark", yaml("by: \"Ana"), lines: [3]),
    Form("a no-break space behind a colon", yaml("by:\u{A0}Ana"), lines: [3]),
    Form(
      "a no-break space before the date",
      "---\ntitle: A day\ndate:\u{A0}2025-02-03\ntags: [ai, Open Source]\n---\nText.", lines: [3]),
    Form(
      "no space behind a colon",
      "---\ntitle:A day\ndate:2025-02-03\ntags: [ai, Open Source]\n---\nText.", lines: [2]),
    Form(
      "no space behind the only colon", "---\ntitle:A day\n---\nText.", date: nil, tags: [],
      lines: [2]),
    Form("a line of words", yaml("just words"), lines: [3]),
    Form("a line of signs", yaml("%%%"), lines: [3]),
    Form(
      "a comment first",
      "---\n# mine\ntitle: A day\nby: a: b\ndate: 2025-02-03\ntags: [ai, Open Source]\n---\nText.",
      lines: [4]),
    Form(
      "a comment behind a list",
      "---\ntitle: A day\nby: a: b\ndate: 2025-02-03\ntags: [ai, \"Open Source\"] # two\n---\nText.",
      lines: [3]),
    Form(
      "keys that all are indented",
      "---\n  title: A day\n  by: a: b\n  date: 2025-02-03\n  tags: [ai, Open Source]\n---\nText.",
      lines: [3]),
    Form(
      "a key less indented than the first",
      "---\n  title: A day\ndate: 2025-02-03\ntags: [ai, Open Source]\n---\nText.", lines: [3]),
    Form(
      "a list indented in two ways",
      "---\ntitle: A day\ndate: 2025-02-03\ntags:\n    - ai\n  - Open Source\n---\nText.",
      lines: [6]),
    Form(
      "texts over lines",
      "---\ntitle: A\n  day\nby: a: b\ndate: 2025-02-03\ntags: [ai,\n  Open Source]\n---\nText.",
      lines: [4]),
    Form(
      "a literal text",
      "---\ntitle: |\n  A day\nby: a: b\ndate: 2025-02-03\ntags: [ai, Open Source]\n---\nText.",
      lines: [4]),
    Form(
      "a dangling comma",
      "---\ntitle: A day\ndate: 2025-02-03\ntags: [ai, Open Source,,]\n---\nText.", lines: [4]),
    Form(
      "a fault behind line ends of Unicode's",
      "---\ntitle: \"A\u{2028}\u{2028}day\"\ndate: 2025-02-03\nby: a: b\ntags: [ai, Open Source]\n---\nText.",
      lines: [4]),
    Form(
      "several faults",
      "---\ntitle: @A day\ndate: 2025-02-03\nby: a: b\ntags: [ai, Open Source]\n---\nText.",
      title: "@A day", lines: [2]),
  ]

  static let fences: [Form] = [
    Form(
      "YAML without its second fence",
      "---\ntitle: A day\ndate: 2025-02-03\ntags: [ai, Open Source]\n\nText.", lines: [1]),
    Form(
      "the same with a list",
      "---\ntitle: A day\ndate: 2025-02-03\ntags:\n- ai\n- Open Source\n\nText.", lines: [1]),
    Form(
      "the same at the end of the file",
      "---\ntitle: A day\ndate: 2025-02-03\ntags: ai, Open Source", body: "", lines: [1]),
    Form(
      "TOML without its second fence",
      "+++\ntitle = \"A day\"\ndate = 2025-02-03\ntags = [\"ai\", \"Open Source\"]\n\nText.",
      lines: [1]),
    Form(
      "JSON without its brace",
      "{\n\"title\": \"A day\",\n\"date\": \"2025-02-03\",\n\"tags\": [\"ai\", \"Open Source\"]\n\nText.",
      lines: [1]),
  ]

  static let others: [Form] = [
    Form(
      "TOML without quotes",
      "+++\ntitle = A day\ndate = 2025-02-03\ntags = [\"ai\", \"Open Source\"]\n+++\nText.",
      lines: [2]),
    Form(
      "TOML with a colon",
      "+++\ntitle = \"A day\"\ndate = 2025-02-03\ntags = [\"ai\", \"Open Source\"]\nby: Ana\n+++\nText.",
      lines: [5]),
    Form(
      "TOML with a key twice",
      "+++\ntitle = \"A day\"\ndate = 2025-02-03\ntags = [\"ai\", \"Open Source\"]\ntitle = \"A day\"\n+++\nText.",
      lines: [5]),
    Form(
      "TOML with an open quotation mark",
      "+++\ntitle = \"A day\ndate = 2025-02-03\ntags = [\"ai\", \"Open Source\"]\n+++\nText.",
      lines: [2]),
    Form(
      "TOML with a table without a name",
      "+++\ntitle = \"A day\"\ndate = 2025-02-03\ntags = [\"ai\", \"Open Source\"]\n[ ]\n+++\nText.",
      lines: [5]),
    Form(
      "TOML with an unknown escape",
      "+++\ntitle = \"A day\"\nby = \"\\q\"\ndate = 2025-02-03\ntags = [\"ai\", \"Open Source\"]\n+++\nText.",
      lines: [3]),
    Form(
      "TOML with a control character",
      "+++\ntitle = \"A \u{1}day\"\ndate = 2025-02-03\ntags = [\"ai\", \"Open Source\"]\n+++\nText.",
      lines: [2]),
    Form(
      "TOML with NUL",
      "+++\ntitle = \"A day\"\n\u{0}date = 2025-02-03\ntags = [\"ai\", \"Open Source\"]\n+++\nText.",
      lines: [3]),
    Form(
      "TOML with two values",
      "+++\ntitle = \"A day\"\ndate = 2025-02-03\nweight = 3 x\ntags = [\"ai\", \"Open Source\"]\n+++\nText.",
      lines: [4]),
    Form(
      "JSON with a last comma",
      "{\n\"title\": \"A day\",\n\"date\": \"2025-02-03\",\n\"tags\": [\"ai\", \"Open Source\"],\n}\nText."
    ),
    Form(
      "JSON without a comma",
      "{\n\"title\": \"A day\"\n\"date\": \"2025-02-03\",\n\"tags\": [\"ai\", \"Open Source\"]\n}\nText.",
      lines: [1]),
    Form(
      "JSON in single quotes",
      "{\n\"title\": 'A day',\n\"date\": '2025-02-03',\n\"tags\": ['ai', 'Open Source']\n}\nText.",
      lines: [1]),
    Form(
      "JSON with a comment",
      "{\n\"title\": \"A day\", // short\n\"date\": \"2025-02-03\",\n\"tags\": [\"ai\", \"Open Source\"]\n}\nText.",
      lines: [1]),
    Form(
      "JSON all in single quotes",
      "---json\n{\n'title': 'A day',\n'date': '2025-02-03',\n'tags': ['ai', 'Open Source']\n}\n---\nText.",
      lines: [2]),
  ]

  @Test(arguments: titles) func rescuesTitles(form: Form) throws { try form.check() }

  @Test(arguments: lines) func rescuesLines(form: Form) throws { try form.check() }

  @Test(arguments: fences) func rescuesFences(form: Form) throws { try form.check() }

  @Test(arguments: others) func inTOMLAndJSON(form: Form) throws { try form.check() }

  /// Nesting far beyond what a stack holds.
  @Test(arguments: [
    "[", "{a: ", "[ ", "- ", "{\"a\":", "[[", "? ", "!x ", "&a [", "'", "\"", "{{", "*",
  ])
  func deepNestingEndsNothing(mark: String) throws {
    let deep = String(repeating: mark, count: 20_000)
    for text in [
      "---\ntitle: A day\nx: \(deep)\n---\nText.", "---\ntitle: A day\nx:\n  \(deep)\n---\nText.",
      "+++\ntitle = 'A day'\nx = \(deep)\n+++\nText.",
      "{\"title\": \"A day\", \"x\": \(deep)\n}\nText.",
      "---\n\(deep)\n---\nText.",
      "{\"x\": \(String(repeating: "[", count: 2_000))\(String(repeating: "]", count: 2_000))}\nText.",
      "---\ntitle: A: day\nx: \(String(repeating: "[ ", count: 9_000))\(String(repeating: "]", count: 9_000))\n---\nText.",
      "Title: A day\nTags: \(deep)\n\nText.", "+++\n[\(deep)]\n+++\nText.",
      "+++\n\(String(repeating: "a.", count: 9_000))a = 1\n+++\nText.",
    ] {
      let article = try #require(Fixtures.article(text).article)
      #expect(!article.title.isEmpty)
    }
  }
}
