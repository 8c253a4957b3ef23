import Testing

@testable import Tidings

@Suite struct WikilinksTests {
  @Test(arguments: [
    ("I keep [[hush]] going.", "I keep hush going."), ("[[a note|the words]]", "the words"),
    ("[[one]] and [[two]]", "one and two"), ("[[ -f x ]] stays", "[[ -f x ]] stays"),
    ("[[open", "[[open"), ("a[[]]b", "a[[]]b"), ("`[[code]]`", "[[code]]"),
  ])
  func areTheirWords(markdown: String, text: String) {
    #expect(MarkdownReader(base: nil).document(markdown).plainText == text)
  }
}
