import Foundation
import Testing

@testable import Tidings

@Suite struct JSONTextTests {
  private static let sample: JSONValue = [
    "text": "a \"b\" \\ / \n\t\r\u{8}\u{C}\u{1}\u{1F} é 日本 👩‍👩‍👧‍👦 \u{2028} </script>", "none": .null,
    "yes": true, "no": false, "number": -12, "list": [1, ["two", ["three": 3]]],
    "embed": ["$type": "app.bsky.embed.external", "external": ["uri": "https://example.org/"]],
  ]

  @Test func readsBackAsTheValue() throws {
    for value in [Self.sample, [], [:], ["a": [], "b": [:]], "", 0] as [JSONValue] {
      let read = try JSONDecoder().decode(
        [JSONValue].self, from: Data("[\(value.prettyText)]".utf8))
      #expect(read == [value])
    }
  }

  /// A payload reads the same on the preview's page as in `snippets.json`.
  @Test func isLaidOutAsTheEditionsJSON() {
    #expect(
      Self.sample.prettyText + "\n" == String(decoding: StableJSON.data(Self.sample), as: UTF8.self)
    )
  }

  /// What `snippets.json` is written by has the bytes of the encoder that all other JSON is from.
  @Test(arguments: [sample, [], [:], ["a": [], "b": [:], "é": [[], [[:]]]], "", 0, .null])
  func hasTheEncodersBytes(_ value: JSONValue) {
    #expect(StableJSON.bytes(value) == Array(StableJSON.data(value)))
  }

  @Test func anEmptyListOfAPayloadTakesNoLines() {
    #expect((["a": [], "b": [:]] as JSONValue).prettyText == "{\n  \"a\" : [],\n  \"b\" : {}\n}")
  }
}
