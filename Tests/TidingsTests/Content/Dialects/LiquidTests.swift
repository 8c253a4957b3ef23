import Testing

@testable import Tidings

@Suite struct LiquidTests {
  private static let dated = "https://example.org/2021/03/04/one.html"

  @Test(arguments: [
    (
      "{% highlight ruby %}\ndef a\n\n  `x\nend\n{% endhighlight %}",
      "code:ruby(def a\n\n  `x\nend)"
    ),
    ("{% highlight ruby linenos %}\nx\n{% endhighlight %}\nafter", "code:ruby(x) p(after)"),
    ("{% codeblock lang:js %}\nx\n{% endcodeblock %}", "code:js(x)"),
    ("{% raw %}{{ page.x }} {% if %}{% endraw %} a", "p({{ page.x }} {% if %} a)"),
    ("{% raw %}\n```liquid\n{{ page.x }}\n```\n{% endraw %}", "code:liquid({{ page.x }})"),
    (
      "{% include figure.html src=\"/a.png\" alt=\"A\" caption=\"C\" %}",
      "p(img<https://example.org/a.png>(A)) p(em(C))"
    ),
    (
      "{% include youtube.html id=\"dQw4w9WgXcQ\" %}",
      "p(a<https://www.youtube.com/watch?v=dQw4w9WgXcQ>(Video: watch on YouTube))"
    ),
    (
      "{%- include embeds/youtube-video.html id='dQw4w9WgXcQ' -%}",
      "p(a<https://www.youtube.com/watch?v=dQw4w9WgXcQ>(Video: watch on YouTube))"
    ),
    ("a {% comment %}gone {{ page.x }}{% endcomment %}b", "p(a b)"),
    ("{% comment %}\n\n```\n{% endcomment %}\n\nb", "p(b)"),
    ("[t]({% post_url 2020-01-02-two %})", "p(a<https://example.org/2020/01/02/two.html>(t))"),
    (
      "[t]({{ site.baseurl }}{% post_url 2020-01-02-two-three %})",
      "p(a<https://example.org/2020/01/02/two-three.html>(t))"
    ),
    (
      "[t]({% link _posts/2020-01-02-two.md %})",
      "p(a<https://example.org/2020/01/02/two.html>(t))"
    ),
    ("[t]({% link files/a.pdf %})", "p(a<https://example.org/files/a.pdf>(t))"),
    ("[t]({{ site.baseurl }}/x)", "p(a<https://example.org/x>(t))"),
    ("[t]({{ site.url }}/x)", "p(a<https://example.org/x>(t))"),
    ("[t]({{site.url}}{{site.baseurl}}/x)", "p(a<https://example.org/x>(t))"),
    ("![t]({{ \"/a.png\" | relative_url }})", "p(img<https://example.org/a.png>(t))"),
    ("<img src=\"{{ site.baseurl }}/a.png\" alt=\"t\">", "p(img<https://example.org/a.png>(t))"),
    ("at {{ site.url }}", "p(at a<https://example.org>(https://example.org))"),
    (
      "{% gist someone/abc123 %}",
      "p(a<https://gist.github.com/someone/abc123>(Code on GitHub Gist))"
    ),
    ("para\n{: .lead #x}\n\nmore", "p(para) p(more)"),
    ("*a*{: .b} c", "p(em(a) c)"),
    ("![a](/b.png){: width=\"3\" .c}", "p(img<https://example.org/b.png>(a))"),
    ("[a](/b){:target=\"_blank\"}!", "p(a<https://example.org/b>(a)!)"),
    ("* TOC\n{:toc}\n\ntext", "p(text)"), ("1. TOC\n{:toc .x}\n\ntext", "p(text)"),
    ("{:.no_toc}\n## H", "h2(H)"),
    ("{::options parse_block_html=\"true\" /}\n\na", "p(a)"),
    ("{::comment}\ngone\n\ngone\n{:/comment}\n\na", "p(a)"),
    ("{::nomarkdown}\n<b>x</b>\n{:/}\n", "p(b(x))"),
    ("## Title {#id}", "h2(Title)"), ("## Title {#id .a b=\"c\"}", "h2(Title)"),
    ("## Title { #id .a }", "h2(Title)"), ("Title {#id}\n---\n\na", "h2(Title) p(a)"),
    ("## Title {: #id}", "h2(Title)"), ("## Set {a}", "h2(Set {a})"),
    ("## A \\{#id}", "h2(A {#id})"),
    ("words {#id}", "p(words {#id})"), ("a {: not", "p(a {: not)"), ("`a{: .b}`", "p(`a{: .b}`)"),
    ("a[^1]\n\n[^1]: note\n{: .x}", "p(a^1) note1{p(note)}"),
    ("Term\n: Words of it\n\nafter", "p(b(Term)) p(Words of it) p(after)"),
    ("Term\n\n:   One\n:   Two\n\nB\n: Three", "p(b(Term)) p(One) p(Two) p(b(B)) p(Three)"),
    (":rocket: and : no", "p(:rocket: and : no)"), ("a\n:smile: b", "p(a~:smile: b)"),
    ("`{% raw %}`", "p(`{% raw %}`)"), ("```\n{% if x %}\n```", "code:({% if x %})"),
    ("100 {% and", "p(100 {% and)"), ("{% raw %} never closed", "p(never closed)"),
    ("{{ \"{{\" }} x", "p({{ x)"),
  ])
  func isRead(markdown: String, tree: String) {
    let read = Bodies.read(markdown, base: Self.dated)
    #expect(read.tree == tree)
    #expect(read.dropped.filter { !$0.contains("raw") } == [])
  }

  @Test(arguments: [
    ("a {{ page.title }} b", "p(a b)", ["template value '{{ page.title }}'"]),
    ("{% if x %}yes{% endif %}", "p(yes)", ["template tag '{% if x %}'"]),
    ("{% assign a = 1 %}\n\nb", "p(b)", ["template tag '{% assign a = 1 %}'"]),
    ("{% include ads.html %}\n\nb", "p(b)", ["include 'ads.html'"]),
    ("see {% post_url 2020-01-02-two %}", "p(see 2020-01-02-two)", []),
    (
      "[t]({% post_url 2020-01-02-two %})", "p(t)",
      ["link to '2020-01-02-two' (its address is not known)", "link without an address"]
    ),
    (
      "<img src=\"{{ page.image }}\">", "",
      ["template value '{{ page.image }}'", "image without an address"]
    ),
  ])
  func restGoesWithARemark(markdown: String, tree: String, remarks: [String]) {
    let read = Bodies.read(markdown)
    #expect(read.tree == tree)
    #expect(read.dropped == remarks)
  }

  @Test(arguments: [
    ("[t]({{ site.url }}/x)", "p(t)", "relative link '/x' (no base URL)"),
    ("[t](two.md)", "p(t)", "relative link 'two.md' (no base URL)"),
  ])
  func needsABase(markdown: String, tree: String, remark: String) {
    let read = Bodies.read(markdown, base: nil)
    #expect(read.tree == tree)
    #expect(read.dropped == [remark])
  }
}
