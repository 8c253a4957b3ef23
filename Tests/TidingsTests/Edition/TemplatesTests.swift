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
    let builtIn = try Editions.composition(of: [article], templates: try Templates(folder: nil))
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
    #expect(
      html.contains("<style>\n@media print {\n  p { color: #000000 !important; }\n}\n</style>"))
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
    ("theme.css", "p {\n red }", ":2: 'red' is no declaration, expected 'property: value'"),
  ])
  func aBrokenFileIsNamedWithItsLine(name: String, text: String, words: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: name)
    let error = #expect(throws: TemplateError.self) { try Templates(folder: folder.path) }
    #expect(error?.description == "\(folder.path)/\(name)\(words)")
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
    let templates = try Templates(folder: nil)
    let html = try Editions.composition(of: [Editions.article()]).text("digest.html")
    let page = try #require(html.firstRange(of: "<body"))
    for tag in startTags(String(html[page.lowerBound...])) {
      let name = String(tag.dropFirst().prefix { $0.isLetter || $0.isNumber })
      let classes = tag.firstRange(of: " class=\"").map { start in
        tag[start.upperBound...].prefix { $0 != "\"" }.split(separator: " ").map(String.init)
      }
      let style = templates.theme.style(of: name, classes: classes ?? [])
      #expect(style.isEmpty || tag.contains(" style=\"\(style.htmlEscaped)\""), "\(tag)")
    }
  }
}
