import Foundation
import Testing

@testable import Tidings

@Suite struct TemplatesTests {
  @Test func theBuiltInFilesAreThoseOfTheRepository() throws {
    for (name, bytes) in [
      ("digest.html", PackageResources.digest_html), ("digest.txt", PackageResources.digest_txt),
      ("theme.css", PackageResources.theme_css), ("preview.html", PackageResources.preview_html),
    ] {
      #expect(try FileBytes(at: Fixtures.templates + "/" + name).bytes == bytes, "\(name)")
    }
    let article = Editions.article()
    let builtIn = try Editions.composition(of: [article], templates: try Templates())
    let fromFolder = try Editions.composition(
      of: [article], templates: try Templates(folder: Fixtures.templates))
    #expect(builtIn.files == fromFolder.files)
  }

  @Test func aFolderReplacesOnlyWhatItHolds() throws {
    let folder = try TemporaryFolder()
    try folder.write("{{#articles}}\n* {{title}}\n{{/articles}}\n", to: "digest.txt")
    let templates = try Templates(folder: folder.path)
    let articles = [Editions.article("A & <b>"), Editions.article("B", id: "b")]
    let composed = try Editions.composition(of: articles, templates: templates)
    let builtIn = try Editions.composition(of: articles)
    #expect(try composed.text("digest.txt") == "* A & <b>\n* B\n")
    #expect(try composed.bytes("digest.html") == builtIn.bytes("digest.html"))
  }

  @Test func aThemeOfOnesOwnIsWrittenInline() throws {
    let folder = try TemporaryFolder()
    try folder.write("p { color: #123456 }\n@media print { p { color: #000000 } }", to: "theme.css")
    let composed = try Editions.composition(
      of: [Editions.article()], templates: try Templates(folder: folder.path))
    let html = try composed.text("digest.html")
    #expect(html.contains("<p class=\"kicker\" style=\"color:#123456\">"))
    #expect(html.contains("<p style=\"color:#123456\">Boats come and go.</p>"))
    #expect(html.contains("\n@media print{\np{color:#000000!important}\n}\n</style>"))
  }

  @Test func aFolderWithoutATemplateIsNone() throws {
    let folder = try TemporaryFolder()
    try folder.write("<p>", to: "digest.htm")
    let error = #expect(throws: TemplateError.self) { try Templates(folder: folder.path) }
    #expect(
      error?.description
        == "\(folder.path): no template in it, expected digest.html, digest.txt, theme.css")
  }

  @Test(arguments: [
    ("digest.html", "<p>\n{{sujbect}}", ":2: unknown field 'sujbect', did you mean 'subject'?"),
    ("digest.txt", "{{#intro}}", ":1: the section 'intro' is never closed"),
    ("digest.html", " \n", ": the template is empty, and so would the message be"),
    ("digest.txt", "", ": the template is empty, and so would the message be"),
    ("digest.txt", "\u{FEFF}One.\r\n\r\n{{nothing}}\r\n", ":3: unknown field 'nothing'"),
    (
      "theme.css", "\u{FEFF}p {\r\n red }",
      ":2: 'red' is no declaration, expected 'property: value'"
    ),
    ("theme.css", "p {\n red }", ":2: 'red' is no declaration, expected 'property: value'"),
  ])
  func aBrokenFileIsNamedWithItsLine(name: String, text: String, words: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: name)
    let error = #expect(throws: TemplateError.self) { try Templates(folder: folder.path) }
    #expect(error?.description == "\(folder.path)/\(name)\(words)")
  }

  @Test func aMisspeltFileIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("<p>{{> head}}", to: "digest.html")
    for name in ["digset.txt", "head.html", "notes.md", "README.txt", "story-cards.html"] {
      try folder.write("x", to: name)
    }
    #expect(
      try Templates(folder: folder.path).remarks.map(\.description) == [
        "\(folder.path)/digset.txt:1: nothing uses this file, did you mean 'digest.txt'?"
      ])
  }

  @Test func whatCannotBeReadIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write([0x70, 0xFF], to: "latin/digest.txt")
    try folder.write("", to: "nested/digest.html/file")
    try folder.write("", to: "file")
    for (name, words) in [
      ("nowhere", ": no such folder of templates"), ("file", ": no such folder of templates"),
      ("latin", "/digest.txt: the file is not UTF-8"),
      ("nested", "/digest.html: this is no regular file"),
    ] {
      let path = folder.path + "/" + name
      let error = #expect(throws: TemplateError.self) { try Templates(folder: path) }
      #expect(error?.description == path + words)
    }
  }

  @Test func theBuiltInTemplateCarriesEveryRuleInline() throws {
    let templates = try Templates()
    let html = try Editions.composition(of: [Editions.article()]).text("digest.html")
    let page = try #require(html.firstRange(of: "<body"))
    for tag in startTags(String(html[page.lowerBound...])) {
      let name = String(tag.dropFirst().prefix { $0.isLetter || $0.isNumber })
      let classes = tag.firstRange(of: " class=\"").map { start in
        tag[start.upperBound...].prefix { $0 != "\"" }.split(separator: " ").map(String.init)
      }
      let style = templates.theme.style(of: name, classes: classes ?? [])
      #expect(style.isEmpty || tag.contains(" style=\"\(style.htmlEscaped)"), "\(tag)")
    }
  }

  @Test func partialsStandWhereTheyAreNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "{{newsletter.name}}\n{{#articles}}\n  {{> item}}\n{{/articles}}\n({{> end}})\n",
      to: "digest.txt")
    try folder.write("* {{title}}\n", to: "item.txt")
    try folder.write("{{count}}", to: "end.txt")
    let composed = try Editions.composition(
      of: [Editions.article("A"), Editions.article("B", id: "b")],
      templates: try Templates(folder: folder.path))
    #expect(try composed.text("digest.txt") == "Open Weights\n* A\n* B\n(2)\n")
  }

  @Test(arguments: [
    ("{{> itme}}", "digest.txt:1: there is no partial 'itme.txt', did you mean 'item'?"),
    (
      "{{> ../item}}",
      "digest.txt:1: '../item' names no partial, expected letters, digits, '-' and '_'"
    ),
    (
      "{{#articles}}{{> item}}{{/articles}}",
      "item.txt:2: unknown field 'titel', did you mean 'title'?"
    ),
    ("{{> self}}", "self.txt:1: the partial 'self' holds itself"),
    ("{{> open}}", "open.txt:1: the section 'intro' is never closed"),
  ])
  func aBrokenPartialIsNamedWithItsLine(text: String, words: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "digest.txt")
    try folder.write("*\n{{titel}}\n", to: "item.txt")
    try folder.write("{{> self}}", to: "self.txt")
    try folder.write("{{#intro}}", to: "open.txt")
    let error = #expect(throws: TemplateError.self) { try Templates(folder: folder.path) }
    #expect(error?.description == "\(folder.path)/\(words)")
  }

  /// Ten of ten of ten …, which ends before memory does.
  @Test func partialsThatGrowWithoutEndAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "p0.txt")
    for level in 1...9 {
      try folder.write(
        String(repeating: "{{> p\(level - 1)}}", count: 10) + "\n", to: "p\(level).txt")
    }
    try folder.write("{{> p9}}", to: "digest.txt")
    let error = #expect(throws: TemplateError.self) { try Templates(folder: folder.path) }
    #expect(error?.line == 1)
    #expect(error?.file.hasPrefix(folder.path + "/p") == true)
    #expect(error?.reason.hasSuffix("makes the template longer than 1048576 bytes") == true)
  }

  @Test func aVariableIsAFieldByItsName() throws {
    let folder = try TemporaryFolder()
    try folder.write("{{variables.sponsor}}", to: "digest.txt")
    let templates = try Templates(folder: folder.path, variables: ["sponsor"])
    let composed = try Editions.composition(
      of: [Editions.article()],
      newsletter: try Editions.newsletter(variables: ["sponsor": "Rope & Sons"]),
      templates: templates)
    #expect(try composed.text("digest.txt") == "Rope & Sons")
    let error = #expect(throws: TemplateError.self) {
      try Templates(folder: folder.path, variables: ["sponsors"])
    }
    #expect(
      error?.description
        == "\(folder.path)/digest.txt:1: unknown field 'variables.sponsor', did you mean 'sponsors'?"
    )
  }

  @Test func aFileForTheThemeGoesBeforeTheOneForAll() throws {
    let folder = try TemporaryFolder()
    try folder.write("all", to: "digest.txt")
    try folder.write("list", to: "digest-list.txt")
    for (theme, text) in [(BuiltInTheme.letter, "all"), (.list, "list")] {
      let templates = try Templates(folder: folder.path, builtInTheme: theme)
      let composed = try Editions.composition(of: [Editions.article()], templates: templates)
      #expect(try composed.text("digest.txt") == text)
    }
  }
}
