import Testing

@testable import Tidings

@Suite struct BodyTests {
  @Test(arguments: [
    "<!-- more -->", "<!--more-->", "<!-- truncate -->", "{/* truncate */}", "{/* more */}",
    "<!-- excerpt -->", "<!-- excerpt-end -->", "<!--endexcerpt-->", "<!-- end excerpt -->",
    "<!--more Read on-->", "{% more %}",
  ])
  func excerptMarks(mark: String) {
    #expect(Bodies.document("one\n\n\(mark)\n\ntwo").excerptEnd == 1)
    // Without a line of its own a comment in braces is no evidence of MDX.
    let isComment = mark.hasPrefix("{/*")
    #expect(isComment || Bodies.document("one\n\ntwo \(mark) three").excerptEnd != nil)
    #expect(Bodies.document("`\(mark)`\n\none").excerptEnd == nil)
  }

  @Test func marksAroundAnExcerpt() {
    let document = Bodies.document("<!-- excerpt -->\n\none\n\n<!-- endexcerpt -->\n\ntwo")
    #expect(document.excerptEnd == 1)
  }

  @Test(arguments: [
    ("![b](https://x.example/b.svg) ![c](https://x.example/c.svg)\n\nText.", "Text."),
    ("## Contents\n\n- One\n- Two\n\nText.", "Text."),
    ("**Table of Contents**\n\n1. One\n\nText.", "Text."),
    ("> [!NOTE]\n> Old.\n\nText.", "Text."), (":::info\nOld.\n:::\n\nText.", "Text."),
    ("By Ada Byron, 3 May 2024\n\nText.", "Text."), ("*By Ada Byron*\n\nText.", "Text."),
    ("Reading time: 5 minutes\n\nText.", "Text."), ("5 min read\n\nText.", "Text."),
    ("Posted on May 3, 2024\n\nText.", "Text."), ("{{< toc >}}\n\nText.", "Text."),
    ("<!-- hidden -->\n\nText.", "Text."), ("{{< youtube dQw4w9WgXcQ >}}\n\nText.", "Text."),
    ("import A from 'a'\n\n<A />\n\nText.", "Text."), ("# Title\n\n---\n\nText.", "Text."),
    ("By the time we came, it was late.\n\nText.", "By the time we came, it was late."),
    ("By Friday we were done.\n\nText.", "By Friday we were done."),
    ("A 5 min walk and then a read.\n\nText.", "A 5 min walk and then a read."),
    ("> Quoted.\n\nText.", "Text."), ("By Ada", "By Ada"),
  ])
  func firstRealParagraph(markdown: String, text: String) {
    let document = Bodies.document(markdown)
    #expect(document.firstParagraph?.plainText == text)
  }

  @Test(arguments: [
    ("![b](https://x.example/b.svg)\n\n> [!NOTE]\n> Old.\n\nBy Ada, 2024\n\nText.", "p(Text.)"),
    ("## Contents\n\n- One\n- Two\n\nText.", "p(Text.)"), ("> Own words.", "quote{p(Own words.)}"),
    ("By Ada", "p(By Ada)"),
  ])
  func excerptBeginsWithTheText(markdown: String, tree: String) {
    #expect(sketch(Bodies.document(markdown).excerpt(words: 20)) == tree)
  }

  @Test(arguments: [
    ("./x", "https://example.org/posts/one/x"), ("../x", "https://example.org/posts/x"),
    ("/x", "https://example.org/x"), ("//host.example/x", "https://host.example/x"),
    ("x.md", "https://example.org/posts/x/"), ("./x.md#a", "https://example.org/posts/x/#a"),
    ("../x/index.md", "https://example.org/posts/x/"),
    ("/posts/x.mdx", "https://example.org/posts/x/"),
    ("@/posts/x.md", "https://example.org/posts/x/"), ("x/", "https://example.org/posts/one/x/"),
    ("https://x.example/README.md", "https://x.example/README.md"),
    ("<a b.markdown>", "https://example.org/posts/a%20b/"),
  ])
  func linksBecomeAbsolute(reference: String, url: String) {
    let read = Bodies.read("[t](\(reference))")
    #expect(read.tree == "p(a<\(url)>(t))")
    #expect(read.dropped == [])
  }

  @Test func linksOfPagesWithExtensions() {
    let read = Bodies.read("[t](x.md)", base: "https://example.org/posts/one.html")
    #expect(read.tree == "p(a<https://example.org/posts/x.html>(t))")
  }

  @Test func namesOfTheBuildLeadNowhere() {
    let read = Bodies.read("![t](@/images/a.png)")
    #expect(read.tree == "p(t)")
    #expect(read.dropped == ["image '@/images/a.png' (a name of its site's build)"])
  }

  @Test(arguments: [
    (
      "<iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\" title=\"A song\"></iframe>",
      "p(a<https://www.youtube.com/watch?v=dQw4w9WgXcQ>(Video: A song))"
    ),
    (
      "<iframe src=\"//player.vimeo.com/video/146022717\"></iframe>\n\nafter",
      "p(a<https://vimeo.com/146022717>(Video: watch on Vimeo)) p(after)"
    ),
    ("<video src=\"/a.mp4\" controls></video>", "p(a<https://example.org/a.mp4>(Video))"),
    (
      "<video controls><source src=\"/a.mp4\">No.</video>", "p(a<https://example.org/a.mp4>(Video))"
    ),
    ("<audio src=\"/a.mp3\"></audio>", "p(a<https://example.org/a.mp3>(Audio))"),
    (
      "<figure><img src=\"/a.png\" alt=\"A\"><figcaption>C</figcaption></figure>",
      "p(img<https://example.org/a.png>(A)) p(em(C))"
    ),
    ("<details><summary>S</summary>\n\n*t*\n\n</details>", "p(b(S)) p(em(t))"),
    ("<dl><dt>T</dt><dd>D</dd></dl>", "p(b(T)) p(D)"),
    (
      """
      <p>One <a href="/x">link</a> and <img src="a.png" alt="A"></p>
      <pre><code class="language-js">a {{< b >}} {% c %}
      $d_e$</code></pre>
      <ul><li>a</li><li>b</li></ul>
      <table><tr><th>h</th></tr><tr><td>c</td></tr></table>
      <p>End.</p>
      """,
      "p(One a<https://example.org/x>(link) and img<https://example.org/posts/one/a.png>(A)) "
        + "code:js(a {{< b >}} {% c %}\n$d_e$) ul{p(a); p(b)} table:-{h / c} p(End.)"
    ),
  ])
  func rawHTMLIsKept(markdown: String, tree: String) {
    let read = Bodies.read(markdown)
    #expect(read.tree == tree)
    #expect(read.dropped == [])
  }

  @Test(arguments: [
    (
      "Text.\n\n---\n\nBy [Ada](https://x.example/@a) on [May 3, 2024](https://x.example/p).\n\n"
        + "[Canonical link](https://x.example/p)\n\n"
        + "Exported from [Medium](https://medium.example) on May 4, 2024.", "p(Text.)"
    ),
    (
      "Text.\n\nBy [Ada](https://x.example/@a) on [May 3](https://x.example/p).",
      "p(Text.) p(By a<https://x.example/@a>(Ada) on a<https://x.example/p>(May 3).)"
    ),
    ("Text.\n\n---", "p(Text.) rule"),
  ])
  func exportTrailersGo(markdown: String, tree: String) {
    #expect(Bodies.read(markdown).tree == tree)
  }

  @Test(arguments: [
    "{{< note >}}", "{{< note >}}x{{< /note >}}", "{{<", "{{% a", "{{", "{%", "{% raw %}", "{{ a(",
    "{% endraw", "{% highlight x %}\n", "{{</*", ":::note\n", ":::\n", "::::a\n:::b\n", "> [!a]\n",
    "!!! note\n    ", "$a ", "$$", "$5 w ", "\\(", "\\[a_", "==a ", "%%", " %%a", "![[", "![[a]]",
    "{#", "{: .a}", "*{:", "import {\n", "import {\n\n", "export const a = {\n", "<A ", "<A {",
    "<A b=\"", "<A>\n", "<A>a</A>", "{/*", "{a", "{", "`{{< a >}}", "``a`", "<!--", "<pre>",
    "```\n", "- ```\n", "> ```\n", "](", "[a](", "Term\n: d\n", "a ^b-c\n", "{::comment}\n",
    "{% quote() %}", "{% end %}", "{% if a %}{% endif %}", "{{ site.url }}", "<details>",
  ])
  func standsManyOpenings(unit: String) {
    for head in ["", "import A from 'a'\n\n"] {
      let read = Bodies.read(head + "First words.\n\n" + String(repeating: unit, count: 2_000))
      #expect(read.tree.contains("First words."))
    }
  }

  @Test(arguments: [
    "{{< box a=\"b\" ", "{{< youtube ", "{% raw ", "{{ page.x ", "{{</* a ", ":::note", "!!! note",
    "$a_b", "\\(a_b", "==a", "%%a", "![[a", "{: .a", "{/* a", "<Foo a={", "import {", "{::comment}",
    "`a", "<!-- a",
  ])
  func unclosedOpeningsSwallowNothing(opening: String) {
    let tree = Bodies.read("Before.\n\n\(opening)\n\nAfter *it*.\n\nEnd.").tree
    #expect(tree.hasPrefix("p(Before.)"))
    #expect(opening == "<!-- a" || tree.contains("p(End.)"))
  }

  @Test func survivesMutation() {
    let shards = [
      "{{< ", " >}}", "{{% ", " %}}", "{% ", " %}", "{{ ", " }}", "note", "/note", "raw", "endraw",
      "figure src=\"a.png\"", "highlight go", "endhighlight", ":::", "note\n", "\n", "\n\n", "    ",
      "> ", "- ", "[!NOTE]", "!!! tip\n", "$", "$$", "\\(", "\\)", "==", "%%", "![[", "]]", "{#a}",
      "{: .b}", "import A from 'a'\n", "export const a = {", "}", "<A", " b={", "/>", "</A>", "<A>",
      "{/*", "*/}", "`", "```\n", "~~~\n", "<!--", "-->", "<pre>", "</pre>", "](", ")", "[", "é",
      "words", ": d\n", " ^ab1", "\\", "\u{0}", "\r\n", "\t", "|", "# ", "\"", "'", "漢",
    ]
    var state: UInt64 = 20_240_611
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    for _ in 0..<600 {
      let text = (0..<below(40)).map { _ in shards[below(shards.count)] }.joined()
      let source = "Kept at the start.\n\n" + text
      let document = Bodies.document(source)
      #expect(document.plainText.contains("Kept at the start."), "\(source)")
      #expect(Bodies.document(source) == document)
      _ = document.mended.excerpt(words: 10).plainText
    }
  }

  @Test(arguments: [
    "```\n{{< a >}} {% b %} :::c\n$d_e$ ==f== %%g%% {#h} ^i1\n```",
    "    {{< a >}} {% b %} :::c $d_e$ ==f== %%g%% {#h} ^i1",
    "`{{< a >}} {% b %} $d_e$ ==f== %%g%% {h} ^i1`",
    "- x\n\n  ```\n  {{< a >}} {x}\n  ```", "> ```\n> {{< a >}} {x}\n> ```",
    "1. x\n\n       {{< a >}} {x}", "~~~\n{{< a >}}\n```\n{x}\n~~~",
    "<pre><code>{{&lt; a >}} {x} {% b %}</code></pre>", "``{{< a >}} ` {x}``",
  ])
  func codeIsNeverTouched(markdown: String) {
    let base = WebURL(Bodies.address)
    #expect(
      sketch(Bodies.document(markdown)) == sketch(MarkdownReader(base: base).document(markdown)))
    let mdx = "import A from 'a'\n\n" + markdown
    let isIndented = markdown.hasPrefix("    ") || markdown.contains("       ")
    #expect(
      isIndented
        || sketch(Bodies.document(mdx)) == sketch(MarkdownReader(base: base).document(markdown)))
  }
}
