import Testing

@testable import Tidings

@Suite struct AdmonitionTests {
  @Test(arguments: [
    (":::note\ntext\n:::\n\nafter", "quote{p(b(Note)) p(text)} p(after)"),
    (":::tip My *own*\n\ntext\n\n:::", "quote{p(b(My em(own))) p(text)}"),
    (":::info[A title]\ntext\n:::", "quote{p(b(A title)) p(text)}"),
    (":::note{title=\"A title\"}\ntext\n:::", "quote{p(b(A title)) p(text)}"),
    ("::: warning\ntext\n:::", "quote{p(b(Warning)) p(text)}"),
    ("::: {.callout-note}\ntext\n:::", "quote{p(b(Note)) p(text)}"),
    (
      "::::note\nout\n:::tip\nin\n:::\nout\n::::",
      "quote{p(b(Note)) p(out) quote{p(b(Tip)) p(in)} p(out)}"
    ),
    (":::note\n- a\n\n```\n:::\n```\n:::", "quote{p(b(Note)) ul{p(a)} code:(:::)}"),
    ("- a\n\n  :::note\n  text\n  :::\n- b", "ul~{p(a) quote{p(b(Note)) p(text)}; p(b)}"),
    ("> :::note\n> text\n> :::", "quote{quote{p(b(Note)) p(text)}}"),
    ("::: code-group\n```js\nx\n```\n:::", "code:js(x)"),
    ("before\n:::note\ntext\n:::\nafter", "p(before) quote{p(b(Note)) p(text)} p(after)"),
    (
      "::youtube[A song]{#dQw4w9WgXcQ}",
      "p(a<https://www.youtube.com/watch?v=dQw4w9WgXcQ>(Video: A song))"
    ),
    ("> [!NOTE]\n> text", "quote{p(b(Note)) p(text)}"),
    ("> [!WARNING]\n>\n> text", "quote{p(b(Warning)) p(text)}"),
    ("> [!info]- My title\n> text", "quote{p(b(My title)) p(text)}"),
    ("> [!pro-tip]+\n> text", "quote{p(b(Pro tip)) p(text)}"),
    ("> [!note|left] T\n> text", "quote{p(b(T)) p(text)}"), ("> [!TIP]", "quote{p(b(Tip))}"),
    ("> [!NOTE]\n> > [!TIP]\n> > in", "quote{p(b(Note)) quote{p(b(Tip)) p(in)}}"),
    ("> text\n> [!NOTE]", "quote{p(text~[!NOTE])}"), ("> [!] x", "quote{p([!] x)}"),
    ("[!NOTE] text", "p([!NOTE] text)"),
    (
      "!!! note \"A title\"\n    text\n\n    more\n\nafter",
      "quote{p(b(A title)) p(text) p(more)} p(after)"
    ),
    ("!!! note\n    text\nafter", "quote{p(b(Note)) p(text)} p(after)"),
    ("??? tip inline \"T\"\n    ```py\n    x\n    ```", "quote{p(b(T)) code:py(x)}"),
    ("!!! danger \"\"\n    text", "quote{p(text)}"),
    ("!!! note\n    a\n\n    !!! tip\n        b", "quote{p(b(Note)) p(a) quote{p(b(Tip)) p(b)}}"),
    ("!!! Wow, this", "p(!!! Wow, this)"), ("!!! note\nno indent", "p(!!! note~no indent)"),
    ("```\n:::note\n!!! x\n    y\n```", "code:(:::note\n!!! x\n    y)"),
    ("a\n:::", "p(a)"), ("std::vector", "p(std::vector)"), ("::: 1", "p(::: 1)"),
  ])
  func areQuotations(markdown: String, tree: String) {
    let read = Bodies.read(markdown)
    #expect(read.tree == tree)
    #expect(read.dropped == [])
  }

  @Test(arguments: [
    (
      ":::note\ntext\n\nmore", "p(text) p(more)",
      "opening of the container ':::note', which is not closed"
    ),
    ("::github{repo=\"a/b\"}\n\na", "p(a)", "directive '::github'"),
  ])
  func restGoesWithARemark(markdown: String, tree: String, remark: String) {
    let read = Bodies.read(markdown)
    #expect(read.tree == tree)
    #expect(read.dropped == [remark])
  }
}
