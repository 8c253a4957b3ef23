import Testing

@testable import Tidings

@Suite struct ProseTests {
  @Test(arguments: [
    ("One. Two.\n\nThree.", "One. Two. Three."),
    ("# Head\n\n![logo](https://example.org/l.png) One.\n\n## More\n\nTwo.", "One. Two."),
    ("One. The choices are:\n\n- a\n- b\n\nAnd then more.", "One."),
    ("The choices are:\n\n- a\n\nMore.", ""), ("> quoted\n\nOne.", ""),
    ("One.\n\n    code\n\nTwo.", "One."),
  ])
  func isTheOpening(markdown: String, prose: String) {
    #expect(MarkdownReader(base: nil).document(markdown).prose == prose)
  }

  @Test(arguments: [
    ("A title. And more.", "A title.", "And more."), ("A title.\n\nMore.", "A title.", "More."),
    ("A title.", "A title.", "A title."), ("Other words.", "A title.", "Other words."),
    ("*A title.* More.", "A title.", "A title. More."),
  ])
  func withoutATitleThatItOpensWith(markdown: String, title: String, rest: String) {
    #expect(MarkdownReader(base: nil).document(markdown).withoutOpening(title).plainText == rest)
  }
}
