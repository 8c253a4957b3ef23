import Testing

@testable import Tidings

@Suite struct ShortcodeTests {
  @Test(arguments: [
    (
      "{{< figure src=\"a.png\" alt=\"A\" caption=\"Cap tion\" >}}",
      "p(img<https://example.org/posts/one/a.png>(A)) p(em(Cap tion))"
    ),
    (
      "before\n{{< figure src=\"/a.png\" title=\"T\" >}}\nafter",
      "p(before) p(img<https://example.org/a.png>()) p(em(T)) p(after)"
    ),
    (
      "{{< figure\n  src=\"/a.png\"\n  alt=\"A\"\n>}}", "p(img<https://example.org/a.png>(A))"
    ),
    (
      "{{< figure src=\"/a.png\" link=\"https://x.example/\" >}}",
      "p(a<https://x.example/>(img<https://example.org/a.png>()))"
    ),
    ("{{< img \"/b c.png\" \"words\" >}}", "p(img<https://example.org/b%20c.png>(words))"),
    ("{{% image src='/a.png' /%}}", "p(img<https://example.org/a.png>())"),
    (
      "- one\n- {{< figure src=\"/a.png\" caption=\"c\" >}}\n- two",
      "ul~{p(one); p(img<https://example.org/a.png>()) p(em(c)); p(two)}"
    ),
    (
      "> said\n> {{< figure src=\"/a.png\" >}}\n> more",
      "quote{p(said) p(img<https://example.org/a.png>()) p(more)}"
    ),
    (
      "{{< youtube dQw4w9WgXcQ >}}",
      "p(a<https://www.youtube.com/watch?v=dQw4w9WgXcQ>(Video: watch on YouTube))"
    ),
    (
      "{{< youtube id=\"dQw4w9WgXcQ\" title=\"A song\" >}}",
      "p(a<https://www.youtube.com/watch?v=dQw4w9WgXcQ>(Video: A song))"
    ),
    (
      "{{< youtube \"https://youtu.be/dQw4w9WgXcQ?t=4\" >}}",
      "p(a<https://www.youtube.com/watch?v=dQw4w9WgXcQ>(Video: watch on YouTube))"
    ),
    ("{{< vimeo 146022717 >}}", "p(a<https://vimeo.com/146022717>(Video: watch on Vimeo))"),
    (
      "See {{< youtube dQw4w9WgXcQ >}} now.",
      "p(See a<https://www.youtube.com/watch?v=dQw4w9WgXcQ>(Video: watch on YouTube) now.)"
    ),
    (
      "{{< tweet user=\"someone\" id=\"123\" >}}",
      "p(a<https://x.com/someone/status/123>(Post on X))"
    ),
    ("{{< tweet 123 >}}", "p(a<https://x.com/i/status/123>(Post on X))"),
    ("{{< x user=\"@a_b\" id=\"9\" >}}", "p(a<https://x.com/a_b/status/9>(Post on X))"),
    (
      "{{< instagram BWNjjyYFxVx >}}",
      "p(a<https://www.instagram.com/p/BWNjjyYFxVx/>(Post on Instagram))"
    ),
    (
      "{{< gist someone 23932424365401ffa5e9d9810102a477 >}}",
      "p(a<https://gist.github.com/someone/23932424365401ffa5e9d9810102a477>(Code on GitHub Gist))"
    ),
    ("[t]({{< ref \"two.md\" >}})", "p(a<https://example.org/posts/two/>(t))"),
    ("[t]({{< relref \"/posts/two\" >}})", "p(a<https://example.org/posts/two/>(t))"),
    ("[t]({{< ref \"posts/two.md#part\" >}})", "p(a<https://example.org/posts/two/#part>(t))"),
    ("[t]({{% ref path=\"/docs/\" %}})", "p(a<https://example.org/docs/>(t))"),
    ("{{< highlight go \"linenos=table\" >}}\nx := 1\n{{< /highlight >}}", "code:go(x := 1)"),
    (
      "a\n{{< highlight sh >}}\n`one\n# two\n\n{{ x }}\n{{< / highlight >}}\nb",
      "p(a) code:sh(`one\n# two\n\n{{ x }}) p(b)"
    ),
    ("{{< mermaid >}}\ngraph TD\n{{< /mermaid >}}", "code:mermaid(graph TD)"),
    ("{{% notice tip %}}\nDo *it*.\n{{% /notice %}}", "quote{p(b(Tip)) p(Do em(it).)}"),
    ("{{< callout type=\"warning\" >}}Mind.{{< /callout >}}", "quote{p(b(Warning)) p(Mind.)}"),
    ("{{< alert >}}Mind.{{< /alert >}}", "quote{p(Mind.)}"),
    ("{{< note >}}\n  - a\n  - b\n{{< /note >}}", "quote{p(b(Note)) ul{p(a); p(b)}}"),
    ("{{< details \"Sum\" >}}\nin\n{{< /details >}}", "quote{p(b(Sum)) p(in)}"),
    ("{{< admonition note \"A title\" >}}\nin\n{{< /admonition >}}", "quote{p(b(A title)) p(in)}"),
    (
      "{{< note >}}\nout\n{{< tip >}}\nin\n{{< /tip >}}\n{{< /note >}}",
      "quote{p(b(Note)) p(out) quote{p(b(Tip)) p(in)}}"
    ),
    ("{{< quote author=\"Ada\" >}}\nWords.\n{{< /quote >}}", "quote{p(Words.) p(— Ada)}"),
    ("{{< button href=\"/x\" >}}Go{{< /button >}}", "p(a<https://example.org/x>(Go))"),
    ("{{</* figure src=\"a\" */>}} shows", "p({{< figure src=\"a\" >}} shows)"),
    ("{{%/* note */%}}", "p({{% note %}})"),
    ("`{{< figure src=\"a\" >}}`", "p(`{{< figure src=\"a\" >}}`)"),
    ("```\n{{< figure src=\"a\" >}}\n```", "code:({{< figure src=\"a\" >}})"),
    ("    {{< figure src=\"a\" >}}", "code:({{< figure src=\"a\" >}})"),
    ("~~~\n```\n{{< x >}}\n~~~\n", "code:(```\n{{< x >}})"),
    ("<pre>{{< x >}}</pre>", "code:({{< x >}})"),
    ("{{< open never", "p({{< open never)"), ("{{<", "p({{<)"), ("a {{ b }} c", "p(a {{ b }} c)"),
    ("a {{b", "p(a {{b)"), ("{{{x}}}", "p({{{x}}})"),
    ("use {{reader.name}}", "p(use {{reader.name}})"),
    ("\\{{< figure src=\"a\" >}}", "p({{< figure src=\"a\" >}})"),
  ])
  func meanWhatTheyMean(markdown: String, tree: String) {
    let read = Bodies.read(markdown)
    #expect(read.tree == tree)
    #expect(read.dropped == [])
  }

  @Test(arguments: [
    ("a {{< toc-x >}} b", "p(a b)", "shortcode '{{< toc-x >}}'"),
    ("{{< box >}}\nkept *in*\n{{< /box >}}", "p(kept em(in))", "shortcode '{{< box >}}'"),
    ("a {{< sc >}}in{{< /sc >}} b", "p(a in b)", "shortcode '{{< sc >}}'"),
    ("{{< youtube \"../../x\" >}}", "", "shortcode '{{< youtube >}}'"),
    ("{{< youtube id=\"abc\" >}}", "", "shortcode '{{< youtube >}}'"),
    ("{{< vimeo javascript >}}", "", "shortcode '{{< vimeo >}}'"),
    ("{{< tweet user=\"a/b\" id=\"1\" >}}", "", "shortcode '{{< tweet >}}'"),
    ("{{< figure caption=\"only\" >}}", "", "shortcode '{{< figure >}}'"),
    ("{{< a-b-c x=\"1\" >}}\n\ntext", "p(text)", "shortcode '{{< a-b-c >}}'"),
    ("{{< odd q=\"it's >}} after", "p(after)", "shortcode '{{< odd >}}'"),
    ("text {{< note >}} more", "p(text more)", "shortcode '{{< note >}}'"),
    ("{{ gallery(n=2) }}", "", "shortcode '{{ gallery() }}'"),
  ])
  func unknownOnesGoWithARemark(markdown: String, tree: String, remark: String) {
    let read = Bodies.read(markdown)
    #expect(read.tree == tree)
    #expect(read.dropped == [remark])
  }

  @Test(arguments: [
    (
      "{{ youtube(id=\"dQw4w9WgXcQ\") }}",
      "p(a<https://www.youtube.com/watch?v=dQw4w9WgXcQ>(Video: watch on YouTube))"
    ),
    (
      "{% quote(author=\"Ada\") %}\nWords.\n{% end %}\n\nafter",
      "quote{p(Words.) p(— Ada)} p(after)"
    ),
    ("{{ image(src=\"/a.png\", alt=\"A, b\") }}", "p(img<https://example.org/a.png>(A, b))"),
    (
      "{% note(title=\"T\") %}\na {% quote() %}b{% end %}\n{% end %}",
      "quote{p(b(T)) p(a) quote{p(b)}}"
    ),
    ("[t](@/blog/two.md)", "p(a<https://example.org/blog/two/>(t))"),
  ])
  func readsZola(markdown: String, tree: String) {
    let read = Bodies.read(markdown)
    #expect(read.tree == tree)
    #expect(read.dropped == [])
  }
}
