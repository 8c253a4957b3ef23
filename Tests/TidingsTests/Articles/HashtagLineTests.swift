import Testing

@testable import Tidings

@Suite struct HashtagLineTests {
  @Test(arguments: [
    ("Text.\n\n#AI #OpenSource", ["AI", "OpenSource"], "Text."),
    ("Text.\n🔹 #AI 🔹 #Tülu 🔹", ["AI", "Tülu"], "Text."),
    ("Text.\n\n#AI,\n#OpenSource.\n", ["AI", "OpenSource"], "Text."),
    ("#AI", ["AI"], ""), ("Ends with a quote”\n#AI", ["AI"], "Ends with a quote”"),
  ])
  func readsHashtagsAtTheEnd(text: String, tags: [String], body: String) throws {
    let line = try #require(HashtagLine(endOf: text[...]))
    #expect(line.tags == tags)
    #expect(line.body == body)
  }

  @Test(arguments: [
    "Text.\n\nWe like #AI", "We like\n#opensource", "Text.\n\n# AI", "Text.\n\n#1 #2",
    "Text.\n\n##",
    "Text.\n\n> #AI #Two", "Text.\n\n#AI\n\nAfter all.", "Text.\n\n- #AI", "",
  ])
  func findsNone(text: String) {
    #expect(HashtagLine(endOf: text[...]) == nil)
  }
}
