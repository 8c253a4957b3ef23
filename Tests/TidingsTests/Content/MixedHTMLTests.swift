import Testing

@testable import Tidings

/// HTML within Markdown.
@Suite struct MixedHTMLTests {
  private let reader = MarkdownReader(base: WebURL("https://example.org/posts/one"))

  @Test(arguments: [
    ("a <b>bold *x*</b> c", "p(a b(bold em(x)) c)"),
    ("a <b>open c", "p(a open c)"),
    ("a </b> c", "p(a c)"),
    ("<i>a <b>b</i> c</b>", "p(em(a b) c)"),
    ("*a <b>b* c</b>", "p(em(a b) c)"),
    ("a<br>b<br/>c", "p(a/b/c)"),
    ("H<sub>2</sub>O, x<sup>2</sup>", "p(Hsub(2)O, xsup(2))"),
    ("<kbd>Ctrl</kbd>+<kbd>C</kbd>", "p(`Ctrl`+`C`)"),
    ("<u>a</u> <mark>b</mark> <span style='x'>c</span>", "p(a b c)"),
    ("<q>said</q>", "p(“said”)"),
    ("<a href='/x' onclick='y()'>a **b**</a>", "p(a<https://example.org/x>(a b(b)))"),
    ("[a <a href='/y'>b</a>](/x)", "p(a<https://example.org/x>(a b))"),
    ("x <img src='/a.png' alt='A' onerror='y()'>", "p(x img<https://example.org/a.png>(A))"),
    ("a <script>alert(1)</script> b", "p(a b)"),
    ("a <script>alert(1) b", "p(a alert(1) b)"),
    ("a <style>p{}</style><!-- c --> b", "p(a b)"),
    ("a <?php x ?> <![CDATA[y]]> b", "p(a b)"),
    ("# A <em>b</em>", "h1(A em(b))"),
    ("a <hr> b", "p(a) rule p(b)"),
  ])
  func matchesSingleTags(markdown: String, tree: String) {
    #expect(sketch(reader.document(markdown)) == tree)
  }

  @Test(arguments: [
    ("<div align=\"center\">\n\n**a**\n\n</div>\n\nb", "p(b(a)) p(b)"),
    ("<div>\n\nnever closed\n\nb", "p(never closed) p(b)"),
    (
      "<details>\n<summary>Sum <i>x</i></summary>\n\ntext\n\n</details>\n\nafter",
      "p(b(Sum em(x))) p(text) p(after)"
    ),
    ("<blockquote>\n\n- a\n\n</blockquote>", "quote{ul{p(a)}}"),
    ("<ul>\n<li>\n\n**a**\n\n</li>\n<li>b</li>\n</ul>", "ul{p(b(a)); p(b)}"),
    (
      "<table>\n<tr><th>h</th><th>i</th></tr>\n\n<tr><td>\n\n*a*\n\n</td><td>b</td></tr>\n</table>",
      "table:--{h|i / em(a)|b}"
    ),
    (
      "<a href=\"/x\">\n\n![p](/p.png)\n\n</a>",
      "p(a<https://example.org/x>(img<https://example.org/p.png>(p)))"
    ),
    (
      "<p align=\"center\">\n\n![a](/a.png)\n\n</p>\n\nb",
      "p(img<https://example.org/a.png>(a)) p(b)"
    ),
    ("<svg>\n\ndropped\n\n</svg>\n\nkept", "p(kept)"),
    ("<div style=\"Display : none\">\n\ndropped\n\n</div>\n\nkept", "p(kept)"),
    ("> <div>\n>\n> a\n>\n> </div>\n\nb", "quote{p(a)} p(b)"),
    ("<!-->\n\nkept\n\n<!-- x -->", "p(kept)"),
    ("<div title=\"\n\nkept\n\n<b>x</b>", "p(kept) p(b(x))"),
    ("a\n\n<?php x > 1 ?>\n\nb", "p(a) p(b)"),
    ("<!--tidings 0-->\n\na\n\n<!--tidings 0-->", "p(a)"),
    ("<p>one\n\n<p>two", "p(one) p(two)"),
  ])
  func readsBlocksAsOne(markdown: String, tree: String) {
    #expect(sketch(reader.document(markdown)) == tree)
  }
}
