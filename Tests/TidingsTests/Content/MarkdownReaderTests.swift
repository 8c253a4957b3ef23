import Testing

@testable import Tidings

@Suite struct MarkdownReaderTests {
  private let reader = MarkdownReader(base: WebURL("https://example.org/posts/one"))

  @Test(arguments: [
    ("plain", "p(plain)"),
    ("two\nlines", "p(two~lines)"),
    ("hard  \nbreak", "p(hard/break)"),
    ("back\\\nslash", "p(back/slash)"),
    ("# One", "h1(One)"),
    ("Two\n---", "h2(Two)"),
    ("###### Six", "h6(Six)"),
    ("#", ""),
    ("> a\n>\n> b", "quote{p(a) p(b)}"),
    ("- a\n- b", "ul{p(a); p(b)}"),
    ("- a\n\n- b", "ul~{p(a); p(b)}"),
    ("7. a\n8. b", "ol7{p(a); p(b)}"),
    ("- a\n  - b\n    1. c", "ul{p(a) ul{p(b) ol1{p(c)}}}"),
    ("- [ ] open\n- [x] done\n- none", "ul{[ ] p(open); [x] p(done); p(none)}"),
    ("```swift title=x\nlet a\n\tb\n```", "code:swift(let a\n\tb)"),
    ("    indented\n\n    more", "code:(indented\n\nmore)"),
    ("***", "rule"),
    ("*a* **b** ***c***", "p(em(a) b(b) em(b(c)))"),
    ("~~gone~~", "p(del(gone))"),
    ("use `a  <b>`", "p(use `a  <b>`)"),
    ("\\*plain\\* &amp; &copy;", "p(*plain* & ©)"),
    ("\"quotes\" -- and...", "p(\"quotes\" -- and...)"),
  ])
  func copiesEachNode(markdown: String, tree: String) {
    #expect(sketch(reader.document(markdown)) == tree)
  }

  @Test(arguments: [
    (
      "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | **2** | `3` |\n| 4 | 5 | 6 | 7 | 8 |",
      "table:-lcr{a|b|c|d / 1|b(2)|`3`| / 4|5|6|7}"
    ),
    ("| a |\n|---|", "table:-{a}"),
    ("a | b\n--|--\nx \\| y | z", "table:--{a|b / x | y|z}"),
    ("| a | b |\n|---|---|\n| x<br>y | <b>z</b> |", "table:--{a|b / x/y|b(z)}"),
  ])
  func readsTables(markdown: String, tree: String) {
    #expect(sketch(reader.document(markdown)) == tree)
  }

  @Test(arguments: [
    ("[a](https://x.example/)", "p(a<https://x.example/>(a))"),
    ("[a][r]\n\n[r]: https://x.example/ 'T'", "p(a<https://x.example/>(a))"),
    ("<https://x.example>", "p(a<https://x.example>(https://x.example))"),
    ("see www.x.example.", "p(see a<http://www.x.example>(www.x.example).)"),
    ("at https://x.example/y, so", "p(at a<https://x.example/y>(https://x.example/y), so)"),
    ("[up](../two)", "p(a<https://example.org/two>(up))"),
    ("[root](/r?a=1#f)", "p(a<https://example.org/r?a=1#f>(root))"),
    ("[cdn](//cdn.example/x)", "p(a<https://cdn.example/x>(cdn))"),
    ("[space](<https://x.example/a b>)", "p(a<https://x.example/a%20b>(space))"),
    ("[brace](https://x.example/{id})", "p(a<https://x.example/%7Bid%7D>(brace))"),
    ("[**b** `c`](https://x.example/)", "p(a<https://x.example/>(b(b) `c`))"),
    ("![pic](a.png)", "p(img<https://example.org/posts/a.png>(pic))"),
    ("![*a* b](/a.png \"T\")", "p(img<https://example.org/a.png>(a b))"),
    ("[![p](/a.png)](/b)", "p(a<https://example.org/b>(img<https://example.org/a.png>(p)))"),
    ("me@x.example", "p(mail<me@x.example>(me@x.example))"),
    ("[m](mailto:me@x.example?subject=s&bcc=y)", "p(mail<me@x.example>(m))"),
    ("[m](MAILTO:m%65@x.example)", "p(mail<me@x.example>(m))"),
    ("a [](https://x.example/) b", "p(a b)"),
    ("[empty]()", "p(empty)"),
  ])
  func leadsWhereAllowed(markdown: String, tree: String) {
    #expect(sketch(reader.document(markdown)) == tree)
  }

  @Test(arguments: [
    ("[a](#top)", "p(a)", "in-page link '#top'"),
    ("[a](tel:123)", "p(a)", "link 'tel:123' (scheme 'tel' is not allowed)"),
    ("[a](mailto:x@y@z)", "p(a)", "link 'mailto:x@y@z' (not one mail address)"),
    ("[a](mailto:x@y,z@y)", "p(a)", "link 'mailto:x@y,z@y' (not one mail address)"),
    ("[a](mailto:x%0D%0ABcc:y@z)", "p(a)", "link 'mailto:x%0D%0ABcc:y@z' (not one mail address)"),
    ("![a](file:///etc/x)", "p(a)", "image 'file:///etc/x' (scheme 'file' is not allowed)"),
    ("![](data:x)", "", "image 'data:x' (scheme 'data' is not allowed)"),
    ("[a](https://)", "p(a)", "link 'https://' (not a valid address)"),
    ("<iframe src='https://v.example/1'></iframe>", "", "iframe 'https://v.example/1'"),
    ("Vec<String> x", "p(Vec x)", "'<string>' without its end tag"),
    ("<my-tag>x</my-tag>", "p(x)", "unknown element 'my-tag'"),
  ])
  func tellsWhatItDropped(markdown: String, tree: String, dropped: String) {
    let result = reader.read(markdown)
    #expect(sketch(result.document) == tree)
    #expect(result.dropped == [dropped])
  }

  @Test(arguments: [
    ("[a](x.md)", "p(a)", ["relative link 'x.md' (no base URL)"]),
    ("![a](./x.png)", "p(a)", ["relative image './x.png' (no base URL)"]),
    ("![](./x.png)", "", ["relative image './x.png' (no base URL)"]),
    ("[a](//x.example/)", "p(a<https://x.example/>(a))", []),
  ])
  func needsABaseForRelativeAddresses(markdown: String, tree: String, dropped: [String]) {
    let result = MarkdownReader().read(markdown)
    #expect(sketch(result.document) == tree)
    #expect(result.dropped == dropped)
  }

  @Test(arguments: [
    ("a[^x] b[^y]\n\n[^y]: Y *y*\n[^x]: X", "p(a^1 b^2) note1{p(X)} note2{p(Y em(y))}"),
    ("a[^x] b[^x]\n\n[^x]: X", "p(a^1 b^1) note1{p(X)}"),
    ("a[^none]", "p(a[^none])"),
    ("a\n\n[^unused]: U", "p(a)"),
    ("a[^x]\n\n[^x]: one\n\n    two", "p(a^1) note1{p(one) p(two)}"),
    (
      "<div hidden>\n\nx[^a]\n\n</div>\n\ny[^b]\n\n[^a]: A\n[^b]: B", "p(y^1) note1{p(B)}"
    ),
  ])
  func numbersFootnotes(markdown: String, tree: String) {
    #expect(sketch(reader.document(markdown)) == tree)
  }

  @Test(arguments: [
    ("a\u{0000}b\u{0007}c", "p(abc)"),
    ("a&#x202E;b&#8206;c", "p(ab\u{200E}c)"),
    ("\u{FEFF}a\u{2066}b\u{2069}", "p(ab)"),
    ("a\u{2028}b", "p(a b)"),
    ("a\tb", "p(a b)"),
    ("`a\u{1B}[31mb`", "p(`a[31mb`)"),
    ("```\r\na\u{1B}\tb\r\nc\r\n```", "code:(a\tb\nc)"),
    ("a\u{9B}31m", "p(a31m)"),
    ("🏴󠁧󠁢󠁳󠁣󠁴󠁿 é ء", "p(🏴󠁧󠁢󠁳󠁣󠁴󠁿 é ء)"),
  ])
  func dropsControls(markdown: String, tree: String) {
    #expect(sketch(reader.document(markdown)) == tree)
  }

  @Test(arguments: [
    ("• a\n• b", "ul{p(a); p(b)}"),
    ("▪ *a* x\n▪ b", "ul{p(em(a) x); p(b)}"),
    ("Think:\n• a\n• b", "p(Think:) ul{p(a); p(b)}"),
    ("• a  \n• b", "ul{p(a); p(b)}"),
    ("• a", "p(• a)"),
    ("• a\nb", "p(• a~b)"),
    ("• a\n· b", "p(• a~· b)"),
    ("•a\n•b", "p(•a~•b)"),
    ("✔ a\n✔ b", "p(✔ a~✔ b)"),
    ("– a\n– b", "p(– a~– b)"),
  ])
  func readsPastedBullets(markdown: String, tree: String) {
    #expect(sketch(reader.document(markdown)) == tree)
  }

  @Test(arguments: [
    ("one\n\n<!--more-->\n\ntwo", "p(one) p(two) more@1"),
    ("one\n\n<!-- More -->\n\ntwo", "p(one) p(two) more@1"),
    ("one\n\n<!-- truncate -->\n\ntwo", "p(one) p(two) more@1"),
    ("one <!--more--> rest\n\ntwo", "p(one rest) p(two) more@1"),
    ("<!--more-->\n\none", "p(one) more@0"),
    ("one\n\n<div>\n\ntwo\n\n<!--more-->\n\n</div>\n\nthree", "p(one) p(two) p(three) more@2"),
    ("a <!-- note --> b", "p(a b)"),
    ("<!-- moreover -->", ""), ("<!-- threads -->", ""), ("> a <!-- thread -->", "quote{p(a)}"),
    ("a\n\n<!--THREAD-->\n\nb\n\n<!-- thread -->\n\nc", "p(a) p(b) p(c) thread@1 thread@2"),
    ("a <!-- thread --> b <!--more-->\n\nc", "p(a b) p(c) more@1 thread@1"),
    ("> <!--more-->\n\none", "p(one)"),
  ])
  func marksTheExcerpt(markdown: String, tree: String) {
    #expect(sketch(reader.document(markdown)) == tree)
  }
}
