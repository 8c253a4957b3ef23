import Testing

@testable import Tidings

/// Which pictures a document shows, wherever they stand.
@Suite struct DocumentPicturesTests {
  @Test func areFoundInReadingOrder() {
    let text = """
      # A ![one](https://e.example/1.png)

      Words *and ![two](https://e.example/2.png)* a [![three](https://e.example/3.png)](https://e.example/).

      > - ![four](https://e.example/4.png)

      | a | ![five](https://e.example/5.png) |
      | - | - |
      | ~~![six](https://e.example/6.png)~~ | b[^1] |

      `![no](https://e.example/0.png)`

      [^1]: See ![seven](https://e.example/7.png).
      """
    let pictures = MarkdownReader(base: nil).document(text).pictures
    #expect(pictures.map(\.alt) == ["one", "two", "three", "four", "five", "six", "seven"])
    #expect(pictures.map(\.url.text) == (1...7).map { "https://e.example/\($0).png" })
  }
}
