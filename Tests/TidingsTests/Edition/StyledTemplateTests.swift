import Testing

@testable import Tidings

@Suite struct StyledTemplateTests {
  static let css = "p { top: 1 } p.x { top: 2 } .y { font-family: 'A' } br { top: 3 } h1 { top: 4 }"

  @Test(arguments: [
    ("<p>a</p>", "<p style=\"top:1\">a</p>"),
    ("<P>a</P>", "<P style=\"top:1\">a</P>"),
    ("<p class=\"x\">", "<p class=\"x\" style=\"top:2\">"),
    ("<p class=\"z x\" id=\"i\">", "<p class=\"z x\" id=\"i\" style=\"top:2\">"),
    ("<td class=\"y\">", "<td class=\"y\" style=\"font-family:&#39;A&#39;\">"),
    ("<p style=\"left:0\">", "<p style=\"top:1;left:0\">"),
    ("<br>", "<br style=\"top:3\">"),
    ("<br/>", "<br style=\"top:3\"/>"),
    ("<p title=\"a > b\">", "<p title=\"a > b\" style=\"top:1\">"),
    ("<p title='a > b'>", "<p title='a > b' style=\"top:1\">"),
    ("<p data-class=\"x\">", "<p data-class=\"x\" style=\"top:1\">"),
    ("<div>", "<div>"),
    ("<pre>", "<pre>"),
    ("<!-- <p> --><p>", "<!-- <p> --><p style=\"top:1\">"),
    ("<!--[if mso]><p><![endif]-->", "<!--[if mso]><p><![endif]-->"),
    ("<!doctype html>", "<!doctype html>"),
    ("1 < 2 <p", "1 < 2 <p"),
    (
      "{{#url}}<p><a href=\"{{url}}\">{{title}}</a></p>{{/url}}",
      "{{#url}}<p style=\"top:1\"><a href=\"{{url}}\">{{title}}</a></p>{{/url}}"
    ),
    ("", ""),
  ])
  func styles(source: String, styled: String) throws {
    let theme = try Theme(Self.css, file: "theme.css")
    #expect(StyledTemplate(source, theme: theme).text == styled)
  }
}
