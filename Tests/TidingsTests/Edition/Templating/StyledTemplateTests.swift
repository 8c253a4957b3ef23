import Testing

@testable import Tidings

@Suite struct StyledTemplateTests {
  static let css =
    "p { width: 1px } p.x { width: 2px } .y { font-family: 'A' } br { width: 3px } h1 { width: 4px }"

  static func styled(_ source: String, css: String = css) throws -> String {
    try StyledTemplate(source, file: "digest.html", theme: Theme(css, file: "theme.css")).text
  }

  @Test(arguments: [
    ("<p>a</p>", "<p style=\"width:1px\">a</p>"),
    ("<P>a</P>", "<P style=\"width:1px\">a</P>"),
    ("<p class=\"x\">", "<p class=\"x\" style=\"width:2px\">"),
    ("<p class=\"z x\" id=\"i\">", "<p class=\"z x\" id=\"i\" style=\"width:2px\">"),
    ("<td class=\"y\">", "<td class=\"y\" style=\"font-family:&#39;A&#39;\">"),
    ("<p style=\"left:0\">", "<p style=\"width:1px;left:0\">"),
    ("<br>", "<br style=\"width:3px\">"),
    ("<br/>", "<br style=\"width:3px\"/>"),
    ("<p title=\"a > b\">", "<p title=\"a > b\" style=\"width:1px\">"),
    ("<p title='a > b'>", "<p title='a > b' style=\"width:1px\">"),
    ("<p data-class=\"x\">", "<p data-class=\"x\" style=\"width:1px\">"),
    ("<div>", "<div>"),
    ("<pre>", "<pre>"),
    ("<!-- <p> --><p>", "<!-- <p> --><p style=\"width:1px\">"),
    ("<!--[if mso]><p><![endif]-->", "<!--[if mso]><p><![endif]-->"),
    ("<!doctype html>", "<!doctype html>"),
    ("<style>p<p>{}</style><p>", "<style>p<p>{}</style><p style=\"width:1px\">"),
    ("<style>p", "<style>p"),
    ("1 < 2 <p", "1 < 2 <p"),
    (
      "{{#url}}<p><a href=\"{{url}}\">{{title}}</a></p>{{/url}}",
      "{{#url}}<p style=\"width:1px\"><a href=\"{{url}}\">{{title}}</a></p>{{/url}}"
    ),
    ("", ""),
  ])
  func styles(source: String, styled: String) throws {
    #expect(try Self.styled(source) == styled)
  }

  @Test(
    arguments: [
      ("<p class=\"a b\"><td class='c'><p>", ["a", "b", "c"]),
      ("<!-- <p class=\"a\"> --><style>p[class=\"b\"]{}</style>", []),
      ("", []),
    ] as [(String, Set<String>)])
  func classesOfATemplate(source: String, classes: Set<String>) {
    #expect(StyledTemplate.classes(in: source) == classes)
  }

  @Test func aStyleThatMailProgramsWouldNotReadIsRefused() throws {
    let rules = (0..<300).map { "p.c\($0) { color: #000000 }" }.joined(separator: "\n")
    let large = "@media print {\n\(rules)\n}"
    _ = try Self.styled("<p>{{{style}}}", css: large)
    for tag in ["{{{style}}}", "{{{ style }}}", "{{& style}}"] {
      let theme = #expect(throws: TemplateError.self) {
        try Self.styled("<style>\(tag)</style>", css: large)
      }
      #expect(theme?.file == "theme.css")
      #expect(theme?.reason.contains("mail programs read at most 8192") == true)
    }
    let spaces = String(repeating: " ", count: 8_193)
    let template = #expect(throws: TemplateError.self) {
      try Self.styled("<style>\(spaces)</style>")
    }
    #expect(
      template?.description
        == "digest.html: the page's <style> has 8193 bytes, mail programs read at most 8192")
  }
}
