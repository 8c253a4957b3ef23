import Testing

@testable import Tidings

@Suite struct MDXTests {
  private static let start = "import X from './x'\n\n"

  @Test(arguments: [
    ("import A from 'a'\nimport { B } from \"b\";\n\ntext", "p(text)"),
    ("import {\n  A,\n  B,\n} from 'a'\n\ntext", "p(text)"),
    ("import './a.css'\n\ntext", "p(text)"),
    ("export const meta = {\n  title: 'x',\n\n  tags: ['a'],\n}\n\ntext", "p(text)"),
    ("export default ({ children }) => <Layout>{children}</Layout>\n\ntext", "p(text)"),
    ("text\n\nimport A from 'a'\n\nmore", "p(text) p(more)"),
    (
      "import duties rose from last year's\n\nmore",
      "p(import duties rose from last year's) p(more)"
    ),
    ("```js\nimport A from 'a'\n```", "code:js(import A from 'a')"),
    (start + "a {/* gone */}b", "p(a b)"), ("{/* gone\n\nand gone */}\n\na", "p(a)"),
    ("a\n\n{/* truncate */}\n\nb", "p(a) p(b) more@1"),
    ("a\n\n{/* more */}\n\nb", "p(a) p(b) more@1"),
    (start + "a{' '}b {\"c_d_\"}", "p(a b c_d_)"),
    (
      start + "<Tabs>\n  <TabItem value=\"a\">\n\n    In *it*\n\n  </TabItem>\n</Tabs>",
      "p(In em(it))"
    ),
    (start + "<Box>in *it*</Box>", "p(in em(it))"),
    (start + "a <Kbd>b</Kbd> c", "p(a b c)"),
    (
      start + "<Image src=\"/a.png\" alt=\"A\" width={3} />", "p(img<https://example.org/a.png>(A))"
    ),
    (start + "<img src={'/a.png'} alt=\"A\" />", "p(img<https://example.org/a.png>(A))"),
    (
      start + "<img src={require('./a.png').default} />",
      "p(img<https://example.org/posts/one/a.png>())"
    ),
    (
      "import hero from './hero.png'\n\n<Image src={hero} alt=\"H\" />",
      "p(img<https://example.org/posts/one/hero.png>(H))"
    ),
    (
      start + "<YouTube id=\"dQw4w9WgXcQ\" />",
      "p(a<https://www.youtube.com/watch?v=dQw4w9WgXcQ>(Video: watch on YouTube))"
    ),
    ("<Tweet id=\"123\" />", "p(a<https://x.com/i/status/123>(Post on X))"),
    (
      start + "<Callout type=\"warning\">\n  Mind *it*.\n</Callout>",
      "quote{p(b(Warning)) p(Mind em(it).)}"
    ),
    (start + "<Admonition type=\"tip\" title=\"A b\">\nx\n</Admonition>", "quote{p(b(A b)) p(x)}"),
    (start + "<Note>\n```js\n  {x}\n```\n</Note>", "quote{p(b(Note)) code:js(  {x})}"),
    (start + "<div className=\"x\" style={{ color: 'red' }}>\n\n*a*\n\n</div>", "p(em(a))"),
    (start + "<a href=\"/x\" onClick={() => 1}>t</a>", "p(a<https://example.org/x>(t))"),
    (start + "<>\na\n</>", "p(a)"), (start + "`{x}` and `<Foo />`", "p(`{x}` and `<Foo />`)"),
    (start + "## Title {#id}", "h2(Title)"), (start + "$\\frac{a}{b}$ a", "p($\\frac{a}{b}$ a)"),
    (start + "\\{a}", "p({a})"), (start + "a { b", "p(a { b)"), (start + "1 < 2", "p(1 < 2)"),
    (start + "<https://x.example/>", "p(a<https://x.example/>(https://x.example/))"),
    ("a set {x, y} of {z}", "p(a set {x, y} of {z})"), ("{x}", "p({x})"),
    ("# {title}\n\ntext {0}", "h1({title}) p(text {0})"),
  ])
  func isRead(markdown: String, tree: String) {
    let read = Bodies.read(markdown)
    #expect(read.tree == tree)
    #expect(read.dropped == [])
  }

  @Test(arguments: [
    ("<Chart data={x} />\n\na", "p(a)", ["component '<Chart>'"]),
    ("<Demo.Box\n  a=\"b > c\"\n/>\n\na", "p(a)", ["component '<Demo.Box>'"]),
    (start + "a {props.x} b", "p(a b)", ["expression '{props.x}'"]),
    (
      start + "{list.map((x) => <Li>{x}</Li>)}", "",
      ["expression '{list.map((x) => <Li>{x}</Li>)}'"]
    ),
    (start + "<YouTube id={id} />", "", ["component '<YouTube>'"]),
    (start + "<Foo\n\ntext", "p(<Foo) p(text)", []),
    ("Vec<String> x", "p(Vec x)", ["'<string>' without its end tag"]),
  ])
  func restGoesWithARemark(markdown: String, tree: String, remarks: [String]) {
    let read = Bodies.read(markdown)
    #expect(read.tree == tree)
    #expect(read.dropped == remarks)
  }
}
