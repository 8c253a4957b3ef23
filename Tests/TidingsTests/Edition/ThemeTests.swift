import Testing

@testable import Tidings

@Suite struct ThemeTests {
  static func theme(_ css: String) throws(TemplateError) -> Theme {
    try Theme(css, file: "theme.css")
  }

  @Test(arguments: [
    ("p { color: red; margin: 0 }", "p", [], "color:red;margin:0"),
    ("P { COLOR: Red; }", "p", [], "color:Red"),
    ("p{color:red}p{margin:0}", "p", [], "color:red;margin:0"),
    ("p { color: red } h1 { color: blue }", "h2", [], ""),
    ("h1, h2 ,\nh3 { top: 0 }", "h3", [], "top:0"),
    (
      "a { background: url(https://x.example/a.png) }", "a", [],
      "background:url(https://x.example/a.png)"
    ),
    (".x { top: 1 }", "p", ["x"], "top:1"),
    (".x { top: 1 }", "p", ["X"], ""),
    ("p.x { top: 1 }", "td", ["x"], ""),
    // A class beats an element, both together beat a class, whatever comes first.
    (".x { top: 2 } p { top: 1 }", "p", ["x"], "top:2"),
    ("p.x { top: 3 } .x { top: 2 } p { top: 1 }", "p", ["x"], "top:3"),
    // The later of two equals wins.
    ("p { top: 1 } p { top: 2 }", "p", [], "top:2"),
    (".x { top: 1 } .y { top: 2 }", "p", ["y", "x"], "top:2"),
    ("p { top: 1; top: 2 }", "p", [], "top:2"),
    // A shorthand wins over what it covers, and loses to what comes after it.
    (
      "p { margin: 1px; margin-left: 2px } .x { margin: 0 }", "p", ["x"], "margin-left:2px;margin:0"
    ),
    (
      "p { margin-left: 2px; margin: 1px } .x { margin-left: 0 }", "p", ["x"],
      "margin:1px;margin-left:0"
    ),
    // Comments may stand anywhere.
    ("/* a */ p /* b */ { /* c } */ color /* : */ : red /* ; */ ; } /* end", "p", [], "color:red"),
    ("", "p", [], ""),
    ("/* nothing */", "p", [], ""),
    ("p { }", "p", [], ""),
  ])
  func styleOfAnElement(css: String, element: String, classes: [String], style: String) throws {
    #expect(try Self.theme(css).style(of: element, classes: classes) == style)
  }

  @Test func whatStandsInMediaIsMadeImportantAndStaysOutOfStyles() throws {
    let theme = try Self.theme(
      """
      p { color: red }
      @media (prefers-color-scheme: dark) {
        /* night */
        body, td.page { color: white; top: 0 !important }
        p { color: grey }
      }
      @media print { p { top: 1 } }
      """)
    #expect(theme.style(of: "p", classes: []) == "color:red")
    #expect(
      theme.enhancements == """
        @media (prefers-color-scheme: dark) {
          body, td.page { color: white !important; top: 0 !important; }
          p { color: grey !important; }
        }
        @media print {
          p { top: 1 !important; }
        }
        """)
  }

  @Test(arguments: [
    ("p", "theme.css:1: expected '{' after 'p'"),
    ("p { }\n\nh1", "theme.css:3: expected '{' after 'h1'"),
    ("\np {\n color: red", "theme.css:2: the rule 'p' has no closing '}'"),
    (
      "p {\n  color: red;\n\n  bold;\n}",
      "theme.css:4: 'bold' is no declaration, expected 'property: value'"
    ),
    (
      "p { color: }",
      "theme.css:1: 'color:' cannot stand in a style attribute (names of fonts take single quotes)"
    ),
    (
      "p { : red }",
      "theme.css:1: ': red' cannot stand in a style attribute (names of fonts take single quotes)"
    ),
    (
      "p {\n  font-family: \"Times New Roman\";\n}",
      "theme.css:2: 'font-family: \"Times New Roman\"' cannot stand in a style attribute"
        + " (names of fonts take single quotes)"
    ),
    (
      "p { color: </style> }",
      "theme.css:1: 'color: </style>' cannot stand in a style attribute (names of fonts take single quotes)"
    ),
    (
      "p { content: '\\3c' }",
      "theme.css:1: 'content: '\\3c'' cannot stand in a style attribute (names of fonts take single quotes)"
    ),
    (
      "p { }\na:hover { color: red }",
      "theme.css:2: the selector 'a:hover' cannot be written inline,"
        + " expected an element, a class or both such as 'td.sheet'"
    ),
    (
      "/* one\n two */\ntd p { color: red }",
      "theme.css:3: the selector 'td p' cannot be written inline,"
        + " expected an element, a class or both such as 'td.sheet'"
    ),
    (
      "#id { color: red }",
      "theme.css:1: the selector '#id' cannot be written inline,"
        + " expected an element, a class or both such as 'td.sheet'"
    ),
    (
      "{ color: red }",
      "theme.css:1: the selector '' cannot be written inline,"
        + " expected an element, a class or both such as 'td.sheet'"
    ),
    (
      "p, { color: red }",
      "theme.css:1: the selector '' cannot be written inline,"
        + " expected an element, a class or both such as 'td.sheet'"
    ),
    (
      "td p /* one\ntwo */ { color: red }",
      "theme.css:1: the selector 'td p' cannot be written inline,"
        + " expected an element, a class or both such as 'td.sheet'"
    ),
    (
      "p { /* one\ntwo */ top }", "theme.css:2: 'top' is no declaration, expected 'property: value'"
    ),
    (
      "@import url(x.css);\np { top: 0 }",
      "theme.css:1: '@import url(x.css)' has no block; it must end in one"
    ),
    (
      "@font-face { font-family: A; src: url(a) }",
      "theme.css:1: '@font-face' holds 'font-family: A; src: url(a)', expected rules such as 'p { margin: 0 }'"
    ),
    (
      "@supports (top: 0) {\n @media print { p { top: 0 } } }",
      "theme.css:2: 'p { top: 0' cannot stand in a style attribute (names of fonts take single quotes)"
    ),
    ("@media print", "theme.css:1: '@media print' has no block; it must end in one"),
    ("p { }\n@media print {\n p { top: 0 }", "theme.css:2: '@media print' has no closing '}'"),
    (
      "@media print {\n p { top }\n}",
      "theme.css:2: 'top' is no declaration, expected 'property: value'"
    ),
  ])
  func errorsNameFileAndLine(css: String, text: String) {
    let error = #expect(throws: TemplateError.self) { try Self.theme(css) }
    #expect(error?.description == text)
  }
}
