import Testing

@testable import Tidings

/// Every envelope of the census, and every encoding, around the same article.
@Suite struct EnvelopeTests {
  private static let yaml =
    "---\ntitle: A day\ndate: 2025-02-03\ntags: [ai, Open Source]\n---\nText."

  static let envelopes: [Form] = [
    Form("YAML", yaml),
    Form("YAML marked as such", yaml.replacing("---\ntitle", with: "---yaml\ntitle")),
    Form("YAML that dots close", yaml.replacing("\n---\nText", with: "\n...\nText")),
    Form("blanks behind the fences", yaml.replacing("---\n", with: "---  \t\n")),
    Form("blank lines before the fence", "\n \n\n" + yaml),
    Form("a blank line behind the fence", yaml.replacing("\nText", with: "\n\n\nText")),
    Form(
      "TOML",
      "+++\ntitle = \"A day\"\ndate = 2025-02-03\ntags = [\"ai\", 'Open Source']\n+++\nText."),
    Form(
      "TOML marked as such",
      "---toml\ntitle = \"A day\"\ndate = 2025-02-03\ntags = [\"ai\", \"Open Source\"]\n---\nText."),
    Form(
      "JSON",
      "{\"title\": \"A day\", \"date\": \"2025-02-03\", \"tags\": [\"ai\", \"Open Source\"]}\nText."
    ),
    Form(
      "JSON over lines",
      "{\n  \"title\": \"A day\",\n  \"date\": \"2025-02-03\",\n  \"tags\": [\n    \"ai\",\n    \"Open Source\"\n  ]\n}\n\nText."
    ),
    Form(
      "JSON with braces in a text",
      "{\"title\": \"A {day}\", \"date\": \"2025-02-03\", \"tags\": \"ai, Open Source\"}\nText.",
      title: "A {day}"),
    Form(
      "JSON marked as such",
      "---json\n{\"title\": \"A day\", \"date\": \"2025-02-03\", \"tags\": [\"ai\", \"Open Source\"]}\n---\nText."
    ),
    Form(
      "JSON between semicolons",
      ";;;\n\"title\": \"A day\",\n\"date\": \"2025-02-03\",\n\"tags\": [\"ai\", \"Open Source\"]\n;;;\nText."
    ),
    Form(
      "a header as Pelican has it", "Title: A day\nDate: 2025-02-03\nTags: ai, Open Source\n\nText."
    ),
    Form(
      "a header with quotes and colons",
      "Title: A day: \"two\"\nDate: 2025-02-03 10:20\nTags: ai, Open Source\nSlug: a-day\n\nText.",
      title: "A day: \"two\""),
    Form(
      "a header whose value goes on",
      "Title: A day\nDate: 2025-02-03\nTags: ai,\n    Open Source\nAuthors: Ana\n\nText."),
    Form(
      "a header as MultiMarkdown has it",
      "title: A day  \ndate: 2025-02-03  \nkeywords: ai, Open Source  \n\nText."),
    Form(
      "a header with a title alone", "Title: A day\n\nText.", path: "2025-02-03-x.md", tags: []),
    Form(
      "a closing fence only, as Hexo has it",
      "title: A day\ndate: 2025-02-03\ntags:\n- ai\n- Open Source\n---\nText."),
    Form(
      "lines under the title, as Notion has them",
      "# A day\n\nCreated time: February 3, 2025 9:32 PM\nTags: ai, Open Source\n\nText.",
      path: "A day 0123456789abcdef0123456789abcdef.md"),
    Form(
      "Notion's lines in Portuguese",
      "# A day\n\nCriado em: 3 de fevereiro de 2025 21:32\nTags: ai, Open Source\n\nText."),
    Form(
      "Notion's lines in German",
      "# A day\n\nErstellt am: 3. Februar 2025 21:32\nTags: ai, Open Source\n\nText."),
    Form(
      "Notion's lines in French",
      "# A day\n\nDate de création: 3 février 2025 21:32\nTags: ai, Open Source\n\nText."),
    Form(
      "Notion's lines in Spanish",
      "# A day\n\nFecha de creación: 3 de febrero de 2025 21:32\nTags: ai, Open Source\n\nText."),
    Form(
      "none, with an H1", "# A day\n\nText.\n\n#ai #open-source", path: "2025-02-03-a-day.md",
      tags: ["ai", "open-source"]),
    Form(
      "none, with a setext title", "A day\n=====\n\nText.", path: "2025/02/03/a-day.md", tags: []),
    Form(
      "front matter only", String(yaml.dropLast("\nText.".count)), body: ""),
    Form("empty front matter", "---\n---\n# A day\n\nText.", date: nil, tags: []),
    Form("front matter of a comment", "---\n# later\n---\n# A day\n\nText.", date: nil, tags: []),
    Form(
      "keys of other case", yaml.replacing("title", with: "Title").replacing("date", with: "DATE")),
  ]

  static let yamlForms: [Form] = [
    Form(
      "a block list",
      "---\ntitle: A day\ndate: 2025-02-03\ntags:\n  - ai\n  - Open Source\n---\nText."),
    Form(
      "a list that is not indented",
      "---\ntitle: A day\ntags:\n- ai\n- Open Source\ndate: 2025-02-03\n---\nText."),
    Form(
      "a flow list over lines",
      "---\ntitle: A day\ndate: 2025-02-03\ntags: [ai,\n  Open Source]\n---\nText."),
    Form(
      "the mark of plain texts",
      "---\ntitle: ! 'A day'\ndate: 2025-02-03\ntags:\n- ! 'ai'\n- Open Source\n---\nText."),
    Form(
      "a plain text over lines",
      "---\ntitle: A\n  day\ndate: 2025-02-03\ntags: [ai, Open Source]\n---\nText."),
    Form(
      "a folded text",
      "---\ntitle: >\n  A\n  day\ndate: 2025-02-03\ntags: [ai, Open Source]\n---\nText."),
    Form(
      "a folded text without its line end",
      "---\ntitle: >-\n  A day\ndate: 2025-02-03\ntags: [ai, Open Source]\n---\nText."),
    Form(
      "a literal text",
      "---\ntitle: |\n  A day\ndate: 2025-02-03\ntags: [ai, Open Source]\n---\nText."),
    Form(
      "escapes",
      "---\ntitle: \"A\\x20\\u0064ay\"\ndate: \"2025-02-03\"\ntags: [\"ai\", \"Open\\tSource\"]\n---\nText."
    ),
    Form(
      "a doubled quotation mark",
      "---\ntitle: 'A day''s work'\ndate: '2025-02-03'\ntags: ['ai', \"Open Source\"]\n---\nText.",
      title: "A day's work"),
    Form(
      "an anchor and its alias",
      "---\ntitle: A day\ndate: 2025-02-03\nkeywords: &k [ai, Open Source]\ntags: *k\n---\nText."),
    Form(
      "maps in lists",
      "---\ntitle: A day\ndate: 2025-02-03\ntags:\n  - name: ai\n  - name: Open Source\n---\nText."),
    Form(
      "a flow map",
      "---\n{title: A day, date: 2025-02-03, tags: [ai, Open Source]}\n---\nText."),
    Form(
      "comments",
      "---\n# mine\ntitle: A day # short\ndate: 2025-02-03\n\ntags: [ai, Open Source] # two\n---\nText."
    ),
    Form(
      "quoted keys",
      "---\n\"title\": A day\n'date': 2025-02-03\n\"tags\": [ai, Open Source]\n---\nText."),
    Form(
      "keys that all are indented",
      "---\n  title: A day\n  date: 2025-02-03\n  tags: [ai, Open Source]\n---\nText."),
    Form(
      "a rule in the body", "\(yaml)\n\n---\n\nMore.", body: "Text.\n\n---\n\nMore."),
    Form(
      "a fence in a code block", "\(yaml)\n\n```yaml\n---\ntitle: No\n---\n```",
      body: "Text.\n\n```yaml\n---\ntitle: No\n---\n```"),
    Form(
      "front matter in a code block alone", "```yaml\n---\ntitle: No\n---\n```\n\nText.",
      title: "Text.", date: nil, tags: [], body: "```yaml\n---\ntitle: No\n---\n```\n\nText."),
  ]

  static let tomlForms: [Form] = [
    Form(
      "a table of taxonomies",
      "+++\ntitle = \"A day\"\ndate = 2025-02-03\n[taxonomies]\ntags = [\"ai\"]\ncategories = [\"Open Source\"]\n+++\nText."
    ),
    Form(
      "a list over lines, with comments and a last comma",
      "+++\ntitle = \"A day\" # short\ndate = 2025-02-03T10:00:00\ntags = [\n  \"ai\", # one\n  \"Open Source\",\n]\n+++\nText."
    ),
    Form(
      "a date with offset",
      "+++\ntitle = 'A day'\ndate = 2025-02-03T10:00:00-03:00\ntags = ['ai', 'Open Source']\n+++\nText."
    ),
    Form(
      "a date with a space",
      "+++\ntitle = 'A day'\ndate = 2025-02-03 10:00:00.5Z\ntags = ['ai', 'Open Source']\n+++\nText."
    ),
    Form(
      "a date as a text",
      "+++\ntitle = 'A day'\ndate = \"2025-02-03\"\ntags = ['ai', 'Open Source']\n+++\nText."),
    Form(
      "long texts",
      "+++\ntitle = \"\"\"\nA \\\n   day\"\"\"\ndate = 2025-02-03\ntags = ['''ai''', \"\"\"Open Source\"\"\"]\n+++\nText."
    ),
    Form(
      "escapes and quoted keys",
      "+++\n\"title\" = \"A \\u0064ay\"\n'date' = 2025-02-03\ntags = [\"ai\", \"Open Source\"]\n+++\nText."
    ),
    Form(
      "dotted keys and inline tables",
      "+++\ntitle = 'A day'\ndate = 2025-02-03\ntaxonomies.tags = ['ai']\nextra = {n = 1, keywords = ['Open Source']}\n+++\nText.",
      tags: ["ai", "Open Source"]),
    Form(
      "lists of tables, numbers and a blank in a header",
      "+++\ntitle = 'A day'\ndate = 2025-02-03\ntags = ['ai', 'Open Source']\nweight = -1_000\nx = 0xFF\ny = +1.5e3\nz = inf\n[[menu]]\nname = 'a'\n[[menu]]\nname = 'b'\n[ extra ]\nk = true\n+++\nText."
    ),
  ]

  static let encodings: [Form] = [
    Form("a byte order mark", "\u{FEFF}" + yaml),
    Form("CRLF", yaml.replacing("\n", with: "\r\n")),
    Form("a lone CR", yaml.replacing("\n", with: "\r")),
    Form(
      "mixed line ends",
      "---\r\ntitle: A day\rdate: 2025-02-03\ntags: [ai, Open Source]\r\n---\rText."),
    Form("UTF-16 LE with a mark", .utf16(yaml, isBigEndian: false, isMarked: true)),
    Form("UTF-16 BE with a mark", .utf16(yaml, isBigEndian: true, isMarked: true)),
    Form("UTF-16 LE without a mark", .utf16(yaml, isBigEndian: false, isMarked: false)),
    Form("UTF-16 BE without a mark", .utf16(yaml, isBigEndian: true, isMarked: false)),
    Form(
      "UTF-16 with CRLF",
      .utf16(yaml.replacing("\n", with: "\r\n"), isBigEndian: false, isMarked: true)),
    Form(
      "UTF-16 beyond the first plane",
      .utf16(yaml.replacing("A day", with: "A 🚢 day"), isBigEndian: true, isMarked: true),
      title: "A 🚢 day"),
    Form(
      "Latin-1", .latin1(yaml.replacing("A day", with: "Café à Noël")), title: "Café à Noël",
      lines: [2]),
    Form(
      "Windows-1252",
      Array("---\ntitle: ".utf8) + [0x93] + Array("A day".utf8) + [0x94]
        + Array("\ndate: 2025-02-03\n---\nText ".utf8) + [0x80], title: "“A day”", tags: [],
      body: "Text €", lines: [2]),
    Form(
      "half UTF-8, half Latin-1",
      Array(yaml.replacing("A day", with: "Café").utf8) + [0x20, 0xE9, 0x74, 0xE9], title: "Café",
      body: "Text. été", lines: [6]),
    Form(
      "a cut UTF-8 letter at the end", Array(yaml.utf8) + [0xC3], body: "Text.Ã", lines: [6]),
    Form("NUL in the body", yaml + "\u{0}", body: "Text.\u{0}"),
    Form(
      "U+2028 in the title", yaml.replacing("A day", with: "\"A\u{2028}day\"")),
  ]

  static let bodies: [Form] = [
    Form(body: "a rule, then text", "---\n\nA rule, then text.", title: "A rule, then text."),
    Form(body: "words between rules", "---\nJust words\n---\nMore.", title: "More."),
    Form(body: "a list between rules", "---\n- one\n- two\n---\nMore.", title: "More."),
    Form(body: "four dashes", "----\ntitle: No\n----\nText.", title: "Text."),
    Form(body: "pluses", "+++ plus", title: "+++ plus"),
    Form(body: "a brace", "{not json", title: "{not json"),
    Form(body: "Liquid's tag", "{% include x %}\nText.", title: "Text."),
    Form(body: "Liquid's value", "{{ page.title }}\n\nText.", title: "Text."),
    Form(body: "a list that begins with a plus", "+ one\n+ two", title: "One"),
    Form(body: "a setext heading of level 2", "A day\n---\n\nText.", title: "Text."),
    Form(body: "a sentence with a colon", "Note: this is a text.", title: "Note: this is a text."),
    Form(
      body: "a known word and a colon", "Summary: it rained.\n\nText.", title: "Summary: it rained."
    ),
    Form(body: "a heading, then prose", "## Part\n\nKey: value.", title: "Key: value."),
  ]

  @Test(arguments: envelopes) func envelope(form: Form) throws { try form.check() }

  @Test(arguments: yamlForms) func formOfYAML(form: Form) throws { try form.check() }

  @Test(arguments: tomlForms) func formOfTOML(form: Form) throws { try form.check() }

  @Test(arguments: encodings) func encoding(form: Form) throws { try form.check() }

  @Test(arguments: bodies) func noEnvelope(form: Form) throws {
    let reading = Fixtures.article(form.bytes, path: form.path)
    #expect(reading.diagnostics == [])
    #expect(reading.article?.body.string == form.body)
    #expect(reading.article?.date == nil)
    #expect(reading.article?.tags == [])
  }
}
