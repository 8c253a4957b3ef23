import Testing

@testable import Tidings

@Suite struct CountRequestTests {
  private func read(_ line: String) throws(CountRequestError) -> CountRequest {
    try CountRequest(line: Array(line.utf8)[...])
  }

  @Test(arguments: [
    (#"{"text":"tide"}"#, "tide"), (#"  { "text" : "tide" }  "#, "tide"), (#"{"text":""}"#, ""),
    (#"{"text":"a\n\t\"\\\/\b\f\r"}"#, "a\n\t\"\\/\u{8}\u{C}\r"), (#"{"text":"\u00e9é"}"#, "éé"),
    (#"{"text":"\ud83d\ude42\u0000"}"#, "🙂\u{0}"), (#"{"te\u0078t":"tide"}"#, "tide"),
    (#"{"text":"\uFFFE\uffff\uFEFF"}"#, "\u{FFFE}\u{FFFF}\u{FEFF}"),
    ("{\"text\":\"\u{FFFF}\"}", "\u{FFFF}"),
    (#"{"id":7,"more":{"a":[1,-2.5e+3,true,false,null,{}],"b":{"c":[]}},"text":"x"}"#, "x"),
    (#"{"a":[0,-0,10,0.5,-1.25,1e5,1E+05,20e-1,0e0],"text":"x"}"#, "x"),
    (#"{"text":"one","text":"two"}"#, "two"), (#"{"a":[[[]]],"text":"x","b":""}"#, "x"),
  ])
  func readsText(line: String, text: String) throws {
    #expect(try read(line) == CountRequest(text: text))
  }

  @Test(arguments: [
    (#"{"text":"a\ud800"}"#, "a\u{FFFD}"), (#"{"text":"\udc00b"}"#, "\u{FFFD}b"),
    (#"{"text":"\ud800\ud83d\ude42"}"#, "\u{FFFD}🙂"), (#"{"text":"\ud800\n"}"#, "\u{FFFD}\n"),
  ])
  func readsHalfAPairAsReplacement(line: String, text: String) throws {
    let request = try read(line)
    #expect(request.text == text)
    #expect(request.warnings.count == 1)
  }

  @Test(arguments: [
    ("", "a JSON object", 1), ("[]", "a JSON object", 1), (#""text""#, "a JSON object", 1),
    (#"{"text":7}"#, "a string for \"text\"", 9), (#"{"text":null}"#, "a string for \"text\"", 9),
    (#"{"text":"a"#, "the end of a string", 11), (#"{"text":"a"}}"#, "the end of the line", 13),
    (#"{"text":"a",}"#, "a key in quotation marks", 13), (#"{"text" "a"}"#, "':'", 9),
    (#"{"text":"a" "b":1}"#, "',' or '}'", 13), (#"{"text":"\x"}"#, "an escape of JSON", 11),
    (#"{"text":"\u12g4"}"#, "four hexadecimal digits", 14), (#"{"a":tru}"#, "a value", 6),
    (#"{"a":-}"#, "a value", 6), (#"{"a":[1 2]}"#, "',' or the end of what was opened", 9),
    (#"{"a":1e--,"text":"z"}"#, "a digit", 9), (#"{"a":1.2.3}"#, "',' or '}'", 9),
    (#"{"a":1.,"b":2}"#, "a digit", 8), (#"{"a":.5}"#, "a value", 6), (#"{"a":+1}"#, "a value", 6),
    (#"{"a":01}"#, "',' or '}'", 7), (#"{"a":-01}"#, "',' or '}'", 8), (#"{"a":1e}"#, "a digit", 8),
    (#"{"a":1e+}"#, "a digit", 9), (#"{"a":1-2}"#, "',' or '}'", 7),
    (#"{"a":0x1}"#, "',' or '}'", 7),
    (#"{"a":[1e5.5]}"#, "',' or the end of what was opened", 10), (#"{"a":NaN}"#, "a value", 6),
    (#"{"a":truex}"#, "',' or '}'", 10), (#"{"a":nulltrue}"#, "',' or '}'", 10),
    (#"{"a":[1,]}"#, "a value", 9), (#"{"a":{"b":1,}}"#, "a key in quotation marks", 13),
    (#"{"a":{"b"}}"#, "':'", 10), (#"{"a":[1}"#, "',' or the end of what was opened", 8),
    (#"{"a":"\q"}"#, "an escape of JSON", 8), (#"{"a":'b'}"#, "a value", 6),
    (#"{"a":}"#, "a value", 6),
    ("{\"a\":\"b\tc\"}", "an escape such as \\n for a control character", 8),
    (#"{"a":[}"#, "a value", 7), (#"{"a":{1:2}}"#, "a key in quotation marks", 7),
    ("{\"text\":\"a\u{1}\"}", "an escape such as \\n for a control character", 11),
  ])
  func tellsWhatWasExpected(line: String, what: String, byte: Int) {
    let error = #expect(throws: CountRequestError.self) { try read(line) }
    #expect(error == .expected(what, byte: byte))
  }

  @Test(arguments: [
    ("{}", #"the object has no "text", expected a line such as {"text": "Hello"}"#),
    ("x", #"expected a JSON object at byte 1, in a line such as {"text": "Hello"}"#),
  ])
  func says(line: String, words: String) {
    let error = #expect(throws: CountRequestError.self) { try read(line) }
    #expect(error?.description == words)
  }

  @Test func refusesWhatIsNoUTF8() {
    for bad: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80]] {
      let line = Array(#"{"text":""#.utf8) + bad + Array(#""}"#.utf8)
      #expect(throws: CountRequestError.self) { try CountRequest(line: line[...]) }
    }
  }

  @Test func refusesEndlessNesting() {
    #expect(throws: CountRequestError.self) {
      try read(#"{"a":"# + String(repeating: "[", count: 100_000))
    }
  }

  @Test(arguments: [
    "Go https://go.dev #Go @gopher", "", "\u{0}\u{1F}\u{7F}\u{2028}\"\\/\u{8}\u{C}\n\r\t é 🙂",
    "#\u{30FB}a @b c.org d.org/\"x", String(repeating: "a", count: 300), "\u{FFFF}",
  ])
  func writesTheLineOfTheEncoder(text: String) {
    for network in Network.all {
      let count = network.count(text).warning(of: ["one \"two\""])
      var line: [UInt8] = []
      count.appendLine(to: &line)
      #expect(
        String(decoding: line, as: UTF8.self) == String(
          decoding: StableJSON.line(count), as: UTF8.self) + "\n")
    }
  }
}
