import Testing

@testable import Tidings

@Suite struct HTMLReaderTests {
  private let reader = HTMLReader(base: WebURL("https://example.org/posts/one"))

  @Test(arguments: [
    ("text", "p(text)"),
    ("<p>a<p>b", "p(a) p(b)"),
    ("<div>a<section>b</section>c</div>", "p(a) p(b) p(c)"),
    ("<article><h2>t</h2>x</article>", "h2(t) p(x)"),
    ("<h1>a</h1><h6>b</h6><h3> </h3>", "h1(a) h6(b)"),
    ("<blockquote><p>a</p></blockquote>", "quote{p(a)}"),
    ("<ul><li>a<li><p>b</p><ul><li>c</ul></ul>", "ul{p(a); p(b) ul{p(c)}}"),
    ("<ul><li>a</li><ul><li>b</li></ul></ul>", "ul{p(a) ul{p(b)}}"),
    ("<ul><li><p>a<p>b</ul>", "ul~{p(a) p(b)}"),
    (
      "<ol><li>a</ol><ol start=\"5\"><li>a</ol><ol start=-99><li>a</ol>",
      "ol1{p(a)} ol5{p(a)} ol0{p(a)}"
    ),
    (
      "<ul><li><input type=checkbox checked> a<li><input type=checkbox> b</ul>",
      "ul{[x] p(a); [ ] p(b)}"
    ),
    ("<pre>\n a\n\tb &lt;\n</pre>", "code:( a\n\tb <)"),
    ("<pre><code class=\"hljs language-js\">a<span>b</span></code></pre>", "code:js(ab)"),
    ("<pre class=\"lang-c\">a<br>b</pre>", "code:c(a\nb)"),
    ("<hr><p>a<br>b</p>", "rule p(a/b)"),
    ("<dl><dt>T<dd>D</dl>", "p(b(T)) p(D)"),
    (
      "<figure><img src=/a.png alt=A><figcaption>cap</figcaption></figure>",
      "p(img<https://example.org/a.png>(A)) p(em(cap))"
    ),
    ("<details open><summary>s</summary><p>t</p></details>", "p(b(s)) p(t)"),
    ("<html><head><title>t</title></head><body><p>a</p></body></html>", "p(a)"),
  ])
  func readsBlocks(html: String, tree: String) {
    #expect(sketch(reader.document(html)) == tree)
  }

  @Test(arguments: [
    ("<b>a</b><strong>b</strong>", "p(b(a)b(b))"),
    ("<i>a</i> <em>b</em> <cite>c</cite>", "p(em(a) em(b) em(c))"),
    ("<s>a</s> <del>b</del> <strike>c</strike>", "p(del(a) del(b) del(c))"),
    ("<code>a</code> <kbd>b</kbd> <samp>c</samp> <tt>d</tt>", "p(`a` `b` `c` `d`)"),
    ("<code>see <a href=/x>f()</a></code>", "p(`see `a<https://example.org/x>(`f()`))"),
    (
      "<u>a</u><ins>b</ins><small>c</small><abbr title=x>d</abbr><time>e</time><font>f</font>",
      "p(abcdef)"
    ),
    ("<a href=\"https://x.example/\">a</a>", "p(a<https://x.example/>(a))"),
    ("<a href=\"https://x.example/\"> </a>b", "p(b)"),
    ("<a name=x>a</a>", "p(a)"),
    (
      "<a href=/x><h2>t</h2><p>u</p></a>",
      "h2(a<https://example.org/x>(t)) p(a<https://example.org/x>(u))"
    ),
    ("<a href=mailto:a@x.example>m</a>", "p(mail<a@x.example>(m))"),
    (
      "<picture><source srcset=a><img src=b.png></picture>",
      "p(img<https://example.org/posts/b.png>())"
    ),
    ("a <img src=x width=1 height=1> b", "p(a b)"),
    ("a <img src=x height=\"0\"> <img src=x width=2px> <img src=x style='Width: 1px'>", "p(a)"),
    ("<img src=x.png width=\"100%\">", "p(img<https://example.org/posts/x.png>())"),
    ("<b> </b>a<i></i>", "p(a)"),
    ("a\n  b\t c&nbsp; d", "p(a~b c\u{A0} d)"),
    ("<math alttext='x^2'><mi>x</mi></math>", "p(x^2)"),
    ("<wbr>a<nobr>b</nobr>", "p(ab)"),
  ])
  func readsInlines(html: String, tree: String) {
    #expect(sketch(reader.document(html)) == tree)
  }

  @Test(arguments: [
    (
      "<table><thead><tr><th align=right>a<th>b</thead><tbody><tr><td>1<td style='text-align: center'>2</table>",
      "table:rc{a|b / 1|2}"
    ),
    ("<table><tr><th>a<td>1<tr><th>b<td>2</table>", "table:--{| / a|1 / b|2}"),
    ("<table><tr><td>1<td>2<tr><td>3</table>", "table:--{| / 1|2 / 3|}"),
    ("<table><caption>cap<tr><th>a<th>b<tr><td colspan=2>1</table>", "p(cap) table:--{a|b / 1|}"),
    ("<table><tr><th>a<th>b<tr><td rowspan=2>1<td>2<tr><td>3</table>", "table:--{a|b / 1|2 / |3}"),
    ("<table><tr><th>a<tr><td><p>x</p><ul><li>y<li>z</ul></table>", "table:-{a / x/• y/• z}"),
    ("<table><tr><td><p>layout</p><td>only</table>", "p(layout) p(only)"),
    ("<table><tr><td>one<tr><td>column</table>", "p(one) p(column)"),
    ("<table></table>", ""),
  ])
  func makesTablesRegular(html: String, tree: String) {
    #expect(sketch(reader.document(html)) == tree)
  }

  @Test(arguments: [
    "script", "style", "iframe", "object", "embed", "select", "textarea", "button", "svg",
    "template", "noscript", "title", "video", "audio", "canvas", "applet", "frameset", "map",
  ])
  func dropsWithAllContent(name: String) {
    let document = reader.document("<p>a</p><\(name)>evil</\(name)><p>b</p>")
    #expect(document.plainText.hasPrefix("a"))
    #expect(!document.plainText.contains("evil") || name == "embed")
  }

  @Test(arguments: [
    "<p hidden>x</p>", "<div style='display:none'>x</div>",
    "<span style='VISIBILITY: Hidden'>x</span>",
    "<input value=x>", "<!-- x -->", "<head><meta content=x></head>",
  ])
  func dropsWhatIsNotSeen(html: String) {
    #expect(reader.document(html).blocks.isEmpty)
  }

  @Test(arguments: [
    ("width=600 height=400", 600, 400), ("width='600px' height=' 400 '", 600, 400),
    ("width=10000 height=3", 10_000, 3), ("width=600", nil, nil), ("height=400", nil, nil),
    ("width=100% height=400", nil, nil), ("width=10001 height=9", nil, nil),
    ("width=99999999999999999999 height=9", nil, nil), ("width=wide height=9", nil, nil),
    ("width=-600 height=400", nil, nil),
  ])
  func knowsTheSizesThatAPageGives(attributes: String, width: Int?, height: Int?) throws {
    let picture = try #require(
      reader.document("<img src=/a.png \(attributes)>").pictures.first)
    #expect(picture.size?.width == width && picture.size?.height == height)
  }

  @Test func tellsWhatItDropped() {
    let html = "<script>x</script><img src=t.gif width=1><a href=\"ftp://x\">a</a><p hidden>x</p>"
    #expect(
      reader.read(html).dropped == [
        "script", "tracking pixel 't.gif'", "link 'ftp://x' (scheme 'ftp' is not allowed)",
        "hidden p",
      ])
  }

  @Test func marksTheExcerpt() {
    #expect(sketch(reader.document("<p>a</p><!--more--><p>b</p>")) == "p(a) p(b) more@1")
  }
}
