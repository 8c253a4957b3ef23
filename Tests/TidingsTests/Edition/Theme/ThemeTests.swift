import Testing

@testable import Tidings

@Suite struct ThemeTests {
  static func theme(_ css: String) throws(TemplateError) -> Theme {
    try Theme(css, file: "theme.css")
  }

  @Test(
    arguments: [
      ("p { color: red; margin: 0 }", "p", [], "color:red;margin:0"),
      ("P { COLOR: Red; }", "p", [], "color:Red"),
      ("p{color:red}p{margin:0}", "p", [], "color:red;margin:0"),
      ("p { color: red } h1 { color: blue }", "h2", [], ""),
      ("h1, h2 ,\nh3 { color: red }", "h3", [], "color:red"),
      ("p { font: bold\n  16px  Georgia }", "p", [], "font:bold 16px Georgia"),
      ("p { font-family: 'A; B', serif }", "p", [], "font-family:'A; B', serif"),
      (".x { width: 1px }", "p", ["x"], "width:1px"),
      (".x { width: 1px }", "p", ["X"], ""),
      ("p.x { width: 1px }", "td", ["x"], ""),
      ("td.x.y { width: 1px }", "td", ["y", "x"], "width:1px"),
      ("td.x.y { width: 1px }", "td", ["x"], ""),
      // A class beats an element, more of them beat fewer, whatever comes first.
      (".x { width: 2px } p { width: 1px }", "p", ["x"], "width:2px"),
      ("p.x { width: 3px } .x { width: 2px } p { width: 1px }", "p", ["x"], "width:3px"),
      (".x.y { width: 4px } p.x { width: 3px }", "p", ["x", "y"], "width:4px"),
      // The later of two equals wins.
      ("p { width: 1px } p { width: 2px }", "p", [], "width:2px"),
      (".x { width: 1px } .y { width: 2px }", "p", ["y", "x"], "width:2px"),
      ("p { width: 1px; width: 2px }", "p", [], "width:2px"),
      // A shorthand wins over what it covers, and loses to what comes after it.
      (
        "p { margin: 1px; margin-left: 2px } .x { margin: 0 }", "p", ["x"],
        "margin-left:2px;margin:0"
      ),
      (
        "p { margin-left: 2px; margin: 1px } .x { margin-left: 0 }", "p", ["x"],
        "margin:1px;margin-left:0"
      ),
      (
        "td { mso-padding-alt: 1px; -webkit-hyphens: auto }", "td", [],
        "mso-padding-alt:1px;-webkit-hyphens:auto"
      ),
      // Comments may stand anywhere.
      (
        "/* a */ p /* b */ { /* c } */ color /* : */ : red /* ; */ ; } /* end */", "p", [],
        "color:red"
      ),
      (
        "p { color: inherit; background-color: rgb(1 2 3) }", "p", [],
        "color:inherit;background-color:rgb(1 2 3)"
      ),
      ("p { color: oklch(0.4 0.1 30) }", "p", [], "color:oklch(0.4 0.1 30)"),
      ("", "p", [], ""),
      ("/* nothing */", "p", [], ""),
      ("p { }", "p", [], ""),
    ] as [(String, String, [String], String)])
  func styleOfAnElement(css: String, element: String, classes: [String], style: String) throws {
    #expect(try Self.theme(css).style(of: element, classes: classes) == style)
  }

  @Test(arguments: [
    ("margin-left: 1px", "margin-right:1px"),
    ("padding: 1px 2px 3px 4px", "padding:1px 4px 3px 2px"),
    ("padding: 1px 2px 3px", "padding:1px 2px 3px"),
    ("border-left: 3px solid #cccccc", "border-right:3px solid #cccccc"),
    ("border-right-color: red", "border-left-color:red"),
    ("text-align: right", "text-align:left"),
    ("text-align: center", "text-align:center"),
    ("background: left", "background:left"),
    ("font-family: left", "font-family:left"),
  ])
  func theOtherDirectionIsMirrored(declaration: String, mirrored: String) throws {
    let theme = try Self.theme("p { \(declaration) }")
    #expect(theme.mirrored.style(of: "p", classes: []) == mirrored)
    #expect(
      theme.mirrored.mirrored.style(of: "p", classes: []) == theme.style(of: "p", classes: []))
  }

  @Test func whatStandsInMediaIsMadeImportantAndStaysOutOfStyles() throws {
    let theme = try Self.theme(
      """
      p { color: red }
      @media (max-width: 480px) {
        /* small */
        body, td.page { color: white; width: 0 !important }
        a:hover { color: grey }
      }
      @media print { p { width: 1px } }
      """)
    #expect(theme.style(of: "p", classes: []) == "color:red")
    #expect(
      theme.enhancements == """
        @media (max-width: 480px){
        body,td.page{color:white!important;width:0!important}
        a:hover{color:grey!important}
        }
        @media print{
        p{width:1px!important}
        }
        """)
  }

  @Test func darkColoursAreThereForOutlookToo() throws {
    let theme = try Self.theme(
      """
      @media (prefers-color-scheme:dark) {
        body, td.page { background-color: black }
        h1, a.title { color: white; width: 0 }
        hr { border-color: grey }
        body { color: white }
      }
      """)
    #expect(
      theme.enhancements == """
        @media (prefers-color-scheme:dark){
        body,td.page{background-color:black!important}
        h1,a.title{color:white!important;width:0!important}
        hr{border-color:grey!important}
        body{color:white!important}
        }
        [data-ogsb] td.page{background-color:black!important}
        [data-ogsc] h1,[data-ogsc] a.title{color:white!important}
        [data-ogsc] hr{border-color:grey!important}
        """)
  }

  @Test(
    arguments: [
      ("p { width: 0 }", []),
      (
        "p.bylin { width: 0 }",
        ["1: nothing in the message has the class 'bylin', did you mean 'byline'?"]
      ),
      (".nowhere { width: 0 }", ["1: nothing in the message has the class 'nowhere'"]),
      (
        "p.byline { }\n@media print {\n td.data, .sheeet { width: 0 }\n}",
        ["3: nothing in the message has the class 'sheeet', did you mean 'sheet'?"]
      ),
      (
        "p { width: 0;\n  position: fixed }",
        ["2: 'position' is not known to Gmail, Outlook for Windows, Windows Mail, Outlook on iOS"]
      ),
      (
        "td { display: flex }",
        ["1: 'display: flex' is not known to Outlook for Windows, Windows Mail"]
      ),
      (
        "td { width: 10vw }",
        ["1: the unit 'vw' is not known to Outlook for Windows, Windows Mail, expected 'px'"]
      ),
      (
        "p { margin: 1.5rem }",
        [
          "1: the unit 'rem' is not known to Outlook for Windows, Windows Mail, Yahoo, expected 'px'"
        ]
      ),
      (
        "p { color: rgba(0, 0, 0, .5) }",
        ["1: 'rgba()' is not known to Outlook for Windows, Windows Mail"]
      ),
      ("td { padding: 4px }", []),
      ("p { padding: 0 }", []),
      (
        "ul { padding: 0 0 0 24px }",
        ["1: Outlook for Windows knows padding only on the cells of tables, not on 'ul'"]
      ),
      ("@media print { p { position: fixed } }", []),
    ] as [(String, [String])])
  func whatIsLostIsNamed(css: String, remarks: [String]) throws {
    let theme = try Self.theme(css)
    #expect(
      theme.remarks(in: "<p class=\"byline\"><table class='sheet other'>")
        .map { "\($0.line): \($0.reason)" } == remarks)
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
    ("p {\n colour: red }", "theme.css:2: unknown property 'colour', did you mean 'color'?"),
    ("p { zoominess: 1 }", "theme.css:1: unknown property 'zoominess'"),
    (
      "@media print { p { colr: red } }",
      "theme.css:1: unknown property 'colr', did you mean 'color'?"
    ),
    (
      "p { --ink: red }",
      "theme.css:1: '--ink' is a variable, which mail programs do not know"
    ),
    (
      "p { color: var(--ink) }",
      "theme.css:1: 'var(--ink)' asks for a variable, which mail programs do not know"
    ),
    (
      "p { color: red !important }",
      "theme.css:1: '!important' means nothing here: the rule ends up in the element's own style"
    ),
    (
      "a { background: url(https://x.example/a.png) }",
      "theme.css:1: 'url(https://x.example/a.png)' would fetch a file when the mail is opened;"
        + " a theme loads nothing"
    ),
    (
      "@media print { a { background: URL(a.png;b) } }",
      "theme.css:1: 'url(a.png;b)' would fetch a file when the mail is opened;"
        + " a theme loads nothing"
    ),
    (
      "p { }\na:hover { color: red }",
      "theme.css:2: 'a:hover' depends on what happens to an element, which cannot be written inline;"
        + " put the rule into '@media screen { … }'"
    ),
    (
      "/* one\n two */\ntd p { color: red }",
      "theme.css:3: 'td p' depends on what stands around an element, which cannot be written inline;"
        + " give the element a class of its own, or put the rule into '@media screen { … }'"
    ),
    (
      "#id { color: red }",
      "theme.css:1: the selector '#id' cannot be written inline,"
        + " expected an element, a class or both such as 'td.sheet'"
    ),
    (
      "* { color: red }",
      "theme.css:1: the selector '*' cannot be written inline,"
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
      "p. { color: red }",
      "theme.css:1: the selector 'p.' cannot be written inline,"
        + " expected an element, a class or both such as 'td.sheet'"
    ),
    (
      "byline { color: red }",
      "theme.css:1: 'byline' is no element of HTML; a class begins with a dot"
    ),
    ("bdy { color: red }", "theme.css:1: 'bdy' is no element of HTML, did you mean 'body'?"),
    (
      "p { /* one\ntwo */ color }",
      "theme.css:2: 'color' is no declaration, expected 'property: value'"
    ),
    (
      "@import url(x.css);\np { width: 0 }",
      "theme.css:1: '@import' is not for mail: mail programs drop it, expected '@media'"
    ),
    (
      "\n@font-face { font-family: A; src: url(a) }",
      "theme.css:2: '@font-face' is not for mail: mail programs drop it, expected '@media'"
    ),
    (
      "@media print { color: red }",
      "theme.css:1: '@media print' holds 'color: red', expected rules such as 'p { margin: 0 }'"
    ),
    (
      "@media print {\n @media screen { p { width: 0 } } }",
      "theme.css:2: '@media screen' is no selector, expected such as 'td.sheet'"
    ),
    (
      "@media print { p</style> { width: 0 } }",
      "theme.css:1: 'p</style>' is no selector, expected such as 'td.sheet'"
    ),
    ("@media print", "theme.css:1: '@media print' has no block; it must end in one"),
    ("p { }\n/* end", "theme.css:2: the comment '/*' has no closing '*/'"),
    ("p {\n color: red; /* end }\n", "theme.css:2: the comment '/*' has no closing '*/'"),
    ("@media print { p { } /* }", "theme.css:1: the comment '/*' has no closing '*/'"),
    ("p {\n color: bleu }", "theme.css:2: 'bleu' is no colour, did you mean 'blue'?"),
    ("p { background-color: #12345 }", "theme.css:1: '#12345' is no colour, expected #rrggbb"),
    ("p { border-top-color: zebra }", "theme.css:1: 'zebra' is no colour, expected #rrggbb"),
    ("p { }\n@media print {\n p { width: 0 }", "theme.css:2: '@media print' has no closing '}'"),
    (
      "@media print {\n p { top }\n}",
      "theme.css:2: 'top' is no declaration, expected 'property: value'"
    ),
  ])
  func errorsNameFileAndLine(css: String, text: String) {
    let error = #expect(throws: TemplateError.self) { try Self.theme(css) }
    #expect(error?.description == text)
  }

  @Test func anyPrefixOfAThemeIsReadOrRefused() throws {
    let css =
      "/* a */ p.x, td { color: #222222; font-family: 'A; B' } @media print { a:hover { width: 0 } }"
    for length in 0...css.count {
      do {
        _ = try Self.theme(String(css.prefix(length)))
      } catch {
        #expect(error.file == "theme.css" && error.line == 1)
      }
    }
  }

  @Test(arguments: BuiltInTheme.allCases)
  func aThemeThatIsBroughtAlongLosesNothing(theme: BuiltInTheme) throws {
    #expect(try Templates(builtInTheme: theme).remarks == [])
  }
}
