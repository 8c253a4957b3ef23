import Testing

@testable import Tidings

@Suite struct BodyShapeTests {
  private func document(_ markdown: String) -> Document {
    MarkdownReader(base: WebURL("https://tides.example.org/a")).document(markdown)
  }

  @Test(arguments: [
    ("## A\n\n#### B\n\n### C\n\n## D", [1, 2, 2, 1]),
    ("### A\n\n## B\n\n# C", [1, 1, 1]),
    ("# A\n\n###### B\n\n# C\n\n## D\n\n### E", [1, 2, 1, 2, 3]),
    ("> ## A\n>\n> ##### B\n\n- ## C", [1, 2, 1]),
    ("No heading", []),
  ])
  func levels(markdown: String, levels: [Int]) {
    func found(_ blocks: [Block]) -> [Int] {
      blocks.flatMap { block -> [Int] in
        switch block {
        case .heading(let level, _): [level]
        case .quote(let blocks): found(blocks)
        case .list(let list): list.items.flatMap { found($0.blocks) }
        case .paragraph, .code, .table, .rule: []
        }
      }
    }
    #expect(found(document(markdown).levelled.blocks) == levels)
  }

  @Test(arguments: [
    ("# The Tide!\n\nText.", "p(Text.)"),
    ("## the tide\n\nText.", "p(Text.)"),
    ("# Another\n\nText.", "h1(Another) p(Text.)"),
    ("# The tide", "h1(The tide)"),
    ("![](p.jpg)\n\nText.", "p(Text.)"),
    ("# The tide\n\n![](p.jpg)\n\nText.", "p(Text.)"),
    (
      "![](q.jpg)\n\nText.",
      "p(img<https://tides.example.org/q.jpg>()) p(Text.)"
    ),
    ("The tide is high. Text.", "p(The tide is high. Text.)"),
  ])
  func belowATitle(markdown: String, rest: String) {
    let picture = WebURL("https://tides.example.org/p.jpg")
    #expect(sketch(document(markdown).below(title: "The tide", picture: picture)) == rest)
  }

  @Test(arguments: [
    ("The tide is high.", "The tide is high. Text.", "p(Text.)"),
    ("The tide is high", "The tide is high\n\nText.", "p(Text.)"),
    ("The tide", "The tide is high. Text.", "p(The tide is high. Text.)"),
    ("The tide is high.", "The tide is high.", "p(The tide is high.)"),
    ("The tide.", "The tide. *High*.", "p(em(High).)"),
  ])
  func aTitleMadeOfTheFirstSentenceIsNotRepeated(title: String, markdown: String, rest: String) {
    #expect(sketch(document(markdown).below(title: title, picture: nil)) == rest)
  }

  @Test(arguments: [
    ("One ![a](p.jpg) two", "p(One two)"),
    ("![a](p.jpg)\n\nText.", "p(Text.)"),
    ("[![A boat](p.jpg)](https://x.example)", "p(a<https://x.example>(A boat))"),
    ("[![](p.jpg)](https://x.example) here", "p(here)"),
    ("[![a](p.jpg) boat](https://x.example)", "p(a<https://x.example>(boat))"),
    ("- ![a](p.jpg) item", "ul{p(item)}"),
  ])
  func withoutPictures(markdown: String, rest: String) {
    #expect(sketch(document(markdown).withoutPictures) == rest)
  }
}
