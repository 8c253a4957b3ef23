import Testing

@testable import Tidings

@Suite struct SpanTests {
  @Test(arguments: [
    ("$a_b c_d$ x", "p($a_b c_d$ x)"), ("$a*b*c$ and *d*", "p($a*b*c$ and em(d))"),
    ("$\\alpha \\\\ \\{x\\}$", "p($\\alpha \\\\ \\{x\\}$)"),
    ("$$\na_1 \\\\\n= b_2\n- c\n$$", "p($$~a_1 \\\\~= b_2~- c~$$)"),
    ("$$x^2$$", "p($$x^2$$)"), ("\\(x_1 + y_1\\) a", "p(\\(x_1 + y_1\\) a)"),
    ("\\[ a_1 * b * c \\]", "p(\\[ a_1 * b * c \\])"), ("\\\\(x_1 y_1\\\\)", "p(\\(x_1 y_1\\))"),
    ("\\(x\\)", "p(\\(x\\))"), ("> $$\n> a_b_c\n> $$", "quote{p($$~a_b_c~$$)}"),
    ("$x<y$ and $y>z$", "p($x<y$ and $y>z$)"), ("$[[x]]$ [[y]]", "p($[[x]]$ y)"),
    ("| a |\n|---|\n| $x_1 y_1$ |", "table:-{a / $x_1 y_1$}"),
    ("$5 and $10", "p($5 and $10)"), ("from $5 to *10$* now", "p(from $5 to em(10$) now)"),
    ("$5 *or* 10$", "p($5 em(or) 10$)"), ("set $HOME and *$PATH*", "p(set $HOME and em($PATH))"),
    ("`$a_b$`", "p(`$a_b$`)"), ("\\$a *b* c$", "p($a em(b) c$)"),
    ("US$5 *b* 6$", "p(US$5 em(b) 6$)"),
    ("\\[citation *needed*\\]", "p([citation em(needed)])"), ("\\[x\\](y)", "p([x](y))"),
    ("a \\(*b* c\\) d", "p(a (em(b) c) d)"),
    ("a ==b c== d", "p(a b c d)"), ("a == b == c", "p(a == b == c)"), ("a==b==c", "p(a==b==c)"),
    ("==*a*==", "p(em(a))"), ("`==a==`", "p(`==a==`)"), ("Title\n==\n\na", "h1(Title) p(a)"),
    ("x === y", "p(x === y)"), ("==open", "p(==open)"),
    ("a %%gone%% b", "p(a b)"), ("%%\ngone\n\ngone\n%%\n\na", "p(a)"),
    ("50%% of %%", "p(50%% of %%)"),
    ("100%%", "p(100%%)"), ("words ^37066d", "p(words)"), ("- a ^b-1\n- c", "ul{p(a); p(c)}"),
    ("words\n\n^a1b2c3\n\nmore", "p(words) p(more)"), ("2 ^10", "p(2 ^10)"), ("a^b", "p(a^b)"),
    ("![[a b.png]]", "p(img<https://example.org/posts/one/a%20b.png>())"),
    (
      "![[a.png|300]] ![[b.jpg|words]]",
      "p(img<https://example.org/posts/one/a.png>() img<https://example.org/posts/one/b.jpg>(words))"
    ),
    ("[[Page|text]] [[Other]]", "p(text Other)"), (":rocket: a", "p(:rocket: a)"),
    ("[a](https://x.example/?q==b==)", "p(a<https://x.example/?q==b==>(a))"),
    ("[TOC]\n\na", "p(a)"), ("[[toc]]\n\na", "p(a)"),
    ("• a\n• b", "ul{p(a); p(b)}"), ("◦ a\n◦ b", "ul{p(a); p(b)}"), ("▪ a\n▪ b", "ul{p(a); p(b)}"),
    ("- [ ] a\n- [x] b", "ul{[ ] p(a); [x] p(b)}"),
  ])
  func areRead(markdown: String, tree: String) {
    let read = Bodies.read(markdown)
    #expect(read.tree == tree)
    #expect(read.dropped == [])
  }

  @Test(arguments: [
    ("![[Note]] a", "p(a)", "embedded note 'Note'"),
    ("![[Note#part|x]]", "", "embedded note 'Note#part'"),
  ])
  func embeddedNotesGo(markdown: String, tree: String, remark: String) {
    let read = Bodies.read(markdown)
    #expect(read.tree == tree)
    #expect(read.dropped == [remark])
  }

  @Test func pictureWithoutABaseGoes() {
    let read = Bodies.read("![[a.png]]", base: nil)
    #expect(read.tree == "")
    #expect(read.dropped == ["relative image 'a.png' (no base URL)"])
  }
}
