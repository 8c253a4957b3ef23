import Testing

@testable import Tidings

@Suite struct PostSeriesTests {
  private func posts(
    _ groups: [[String]], room: Int, most: Int = PostSeries.usualMost, fixed: String = ""
  ) -> [String]? {
    PostSeries(
      most: most, unbreakable: { XText.measure($0).unbreakable },
      post: { $1.numbered($0) + ($1.index == 0 ? fixed : "") }, excess: { $0.count - room }
    ).posts(of: groups)?.map(\.text)
  }

  @Test(arguments: [
    (
      "a mark", 40, [["All fits."], ["So says the mark."]],
      ["All fits. (1/2)", "So says the mark. (2/2)"]
    ),
    ("no number", 40, [["All fits."]], ["All fits."]),
    ("two in one", 40, [["One is here.", "Two is here."]], ["One is here.\n\nTwo is here."]),
    (
      "paragraphs", 46,
      [["The first paragraph is not that short.", "The second paragraph is as long."]],
      ["The first paragraph is not that short. (1/2)", "The second paragraph is as long. (2/2)"]
    ),
    (
      "sentences", 46, [["The first sentence is here. The second sentence follows it there."]],
      ["The first sentence is here. (1/2)", "The second sentence follows it there. (2/2)"]
    ),
  ])
  func partsWhereItReadsBest(
    name: String, room: Int, groups: [[String]], expected: [String]
  ) {
    #expect(posts(groups, room: room) == expected, "\(name)")
  }

  /// Thai writes a space between phrases: better than a place within a word.
  @Test func prefersASpaceToAPlaceWithinAWord() {
    let text = "เมืองวางแบบจำลอง ภาษาขนาดเล็ก ไว้หลังโต๊ะตัวเดียว"
    #expect(
      posts([[text]], room: 40) == ["เมืองวางแบบจำลอง ภาษาขนาดเล็ก (1/2)", "ไว้หลังโต๊ะตัวเดียว (2/2)"])
  }

  @Test func leavesNoOrphan() throws {
    let text = "One two three four five six seven eight nine ten eleven twelve thirteen. The end."
    let parts = try #require(posts([[text]], room: 80))
    #expect(parts.count == 2)
    #expect(parts[1].count > 25 && parts[1].split(separator: " ").count > 5)
  }

  @Test func leavesNoOrphanInAnyText() throws {
    var texts = RandomTexts(seed: 12)
    var several = 0
    for round in 0..<300 {
      let text = texts.paragraph([0, 1, 2, 3, 4, 12][round % 6], most: 40)
      guard let parts = posts([[text]], room: 200), parts.count > 1, let last = parts.last else {
        continue
      }
      several += 1
      let words = last.dropLast(" (1/1)".count + (parts.count > 9 ? 2 : 0))
      #expect(words.count >= 25, "\(words)")
      #expect(WordCount(String(words)).total >= 5, "\(words)")
    }
    #expect(several > 200)
  }

  @Test func linkIsInTheFirst() throws {
    let words = Array(repeating: "Some words that fill it.", count: 12).joined(separator: " ")
    let parts = try #require(posts([[words]], room: 80, fixed: "\n\nhttps://example.org/a"))
    #expect(parts.indices.filter { parts[$0].contains("example.org") } == [0])
    #expect(parts.allSatisfy { $0.count <= 80 })
  }

  @Test func numbersHaveTheirOwnWidth() throws {
    let words = Array(repeating: "Exactly thirty letters long ab.", count: 12)
    let parts = try #require(posts([words], room: 39))
    #expect(parts.count == 12)
    #expect(parts[0] == "Exactly thirty letters long ab. (1/12)")
    #expect(parts[11] == "Exactly thirty letters long ab. (12/12)")
    // One letter less, and the last three do not fit beside their numbers.
    #expect((posts([words], room: 38)?.count ?? 0) > 12)
  }

  @Test func allOrNone() {
    let words = Array(repeating: "Exactly thirty letters long ab.", count: 12)
    #expect(posts([words], room: 39, most: 11) == nil)
    #expect(posts([words], room: 39, most: 12)?.count == 12)
    #expect(posts([["A " + String(repeating: "x", count: 90) + " b"]], room: 60) == nil)
    #expect(posts([["Words"]], room: 60, fixed: String(repeating: "x", count: 60)) == nil)
    #expect(posts([], room: 60) == nil)
    #expect(posts([[" ", "\n"]], room: 60) == nil)
    #expect(posts([["Words"]], room: 60, most: 0) == nil)
    #expect(posts([["Words"]], room: 0, most: .max) == nil)
    #expect(posts([["Words"]], room: 9, most: .min) == nil)
  }

  /// A text of any length is given up as soon as it is too long.
  @Test func endsSoon() {
    let long = String(repeating: "word ", count: 100_000)
    #expect(posts([[long]], room: 280) == nil)
    #expect(posts([[String(repeating: "語", count: 100_000)]], room: 280) == nil)
    #expect(posts([[String(repeating: "((((\"“", count: 20_000)]], room: 280) == nil)
  }

  @Test func paragraphsOfADocument() {
    let document = MarkdownReader().document(
      """
      # Title

      One *word* and [a link](https://example.org).

      ## Heading

      ![picture](https://example.org/a.png)

      Two.

      - a
      - [ ] b
        - c

      <!-- thread -->

      ```
      code
      ```

      > Said
      >
      > twice.

      3. x
      4. y

      <!--thread-->
      <!-- thread -->

      | a |
      | - |
      | b |

      Last.
      """)
    #expect(
      document.mended.postGroups == [
        ["One word and a link.", "Two.", "• a\n☐ b\n• c"],
        ["“Said\ntwice.”", "3. x\n4. y"],
        ["Last."],
      ])
    #expect(Document(blocks: [], threadBreaks: [-1, 7]).postGroups.isEmpty)
  }
}
