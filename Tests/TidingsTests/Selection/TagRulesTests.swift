import Foundation
import Testing

@testable import Tidings

@Suite struct TagRulesTests {
  @Test(arguments: [
    ("Open Source", "open-source", true), ("open_source", "OpenSource", true),
    ("#AI", "ai", true), ("##AI", "ai", true), ("A.I.", "ai", true), (" ai ", "AI", true),
    ("C++", "c++", true), ("C++", "C", false), ("C#", "C", false), ("C#", "c sharp", false),
    ("C++", "C#", false), ("F#", "f#", true), ("Node.js", "nodejs", true),
    (".NET", "net", true), ("AT&T", "att", true), ("issue #5", "issue5", true),
    ("R & D", "r/d", true), ("Tülu", "TÜLU", true), ("Tu\u{308}lu", "tülu", true),
    ("ﬁne", "fine", true), ("visão computacional", "Visão-Computacional", true),
    ("人工智能", "人工 智能", true), ("🚀", "🌊", false), ("🚀", "🚀", true), ("+1", "1", true),
    ("---", "***", false), ("", " ", true),
  ])
  func tagsFold(first: String, second: String, areSame: Bool) {
    #expect((TagName(first) == TagName(second)) == areSame)
    #expect(TagName(first) == TagName(Array(first.utf8).span))
  }

  @Test func bytesFoldAsTextDoes() {
    var random = SeededGenerator(seed: 23)
    let signs = Array("aZ09 -_+#.,/&'\t\n()")
    for _ in 0..<3_000 {
      let text = String(
        (0..<Int.random(in: 0...9, using: &random)).map { _ in
          signs.randomElement(using: &random) ?? "a"
        })
      #expect(TagName(text).folded == TagName.folded(text), "\(text.debugDescription)")
    }
  }

  @Test(arguments: [
    ("artificial-intelligence", "ai"), ("Artificial Intelligence", "ai"), ("KI", "ai"),
    ("ai", "ai"), ("AI", "ai"), ("oss", "opensource"), ("tides", "tides"), ("c", "c"),
    ("cpp", "c++"),
  ])
  func synonymsStandForTheirTag(tag: String, canonical: String) throws {
    let rules = try TagRules(synonyms: [
      "ai": ["artificial-intelligence", "KI", "AI"], "Open Source": ["OSS"], "C++": ["cpp"],
    ])
    #expect(rules.canonical(TagName(tag)).folded == canonical)
    #expect(TagRules.none.canonical(TagName(tag)) == TagName(tag))
  }

  @Test(arguments: [
    (
      ["ai": ["ml"], "ml": ["learning"]],
      "'ml' stands for 'ai' and has synonyms of its own, expected them all at 'ai'"
    ),
    (
      ["ai": ["ml"], "data": ["ML"]],
      "'ML' stands for 'ai' and for 'data', expected one of them"
    ),
    (["AI": ["x"], "a-i": ["y"]], "'a-i' and 'AI' are the same tag, expected one of them"),
    (["ai": [" "]], "an entry of 'ai' is empty, expected a text"),
    (["": ["x"]], "an entry has no name, expected a tag"),
    (
      ["a": ["b"], "b": ["a"]],
      "'b' stands for 'a' and has synonyms of its own, expected them all at 'a'"
    ),
  ])
  func contradictionsAreErrors(synonyms: [String: [String]], reason: String) {
    let error = #expect(throws: TagRulesError.self) { try TagRules(synonyms: synonyms) }
    #expect(error?.description == reason)
  }

  @Test func wordsNeedATagAndAWord() {
    #expect(throws: TagRulesError(rule: .words, tag: "ai", kind: .emptyName)) {
      try TagRules(words: ["ai": ["\n"]])
    }
    #expect(throws: TagRulesError(rule: .words, tag: "ai", kind: .twice("AI"))) {
      try TagRules(words: ["ai": ["a"], "AI": ["b"]])
    }
  }

  @Test(arguments: [
    ("DeepSeek", "DeepSeek opens a door", true), ("DeepSeek", "deepseek", true),
    ("deepseek", "THE DEEPSEEK WAY", true), ("DeepSeek", "DeepSeek's weights", true),
    ("DeepSeek", "(DeepSeek)", true), ("DeepSeek", "_DeepSeek_", true),
    ("DeepSeek", "#DeepSeek", true), ("DeepSeek", "DeepSeek-R1", true),
    ("DeepSeek", "DeepSeeker", false), ("DeepSeek", "xDeepSeek", false),
    ("DeepSeek", "DeepSeek2", false), ("DeepSeek", "éDeepSeek", false),
    ("DeepSeek", "DeepSeekä", false), ("DeepSeek", "Deep Seek", false),
    ("DeepSeek", "DeepSeek\u{301}", false), ("DeepSeek", "使用DeepSeek模型", true),
    ("DeepSeek", "", false), ("DeepSeek", "DeepSee", false),
    ("machine learning", "about Machine\nLearning today", true),
    ("machine learning", "machine \u{A0} learning", true),
    ("machine  learning ", "machine learning", true),
    ("machine learning", "machine learnings", false),
    ("C++", "in C++ and Rust", true), ("C++", "C++", true), ("C++", "C++17", false),
    ("C++", "in C and Rust", false), ("C", "in C++", false), ("C", "in C#", false),
    ("C", "in C, and", true), ("C#", "in C#.", true), (".NET", "on .NET 9", true),
    (".NET", "ASP.NET", false), (".NET", "the net", false), ("Node.js", "node.js!", true),
    ("AI", "AI+ML", true), ("AI", "rain", false), ("Ética", "ÉTICA e dados", true),
    ("ética", "E\u{301}tica", true), ("ética", "bioética", false), ("人工智能", "论人工智能的", true),
    ("Ελλάδα", "ΕΛΛΆΔΑ", true), ("🚀", "a 🚀 launch", true), ("ab", "aab ab", true),
  ])
  func wordsImplyTheirTag(word: String, text: String, isImplied: Bool) throws {
    let rules = try TagRules(words: ["tag": [word]])
    #expect(rules.implied(in: ["", text]) == (isImplied ? ["tag"] : []))
    var found: Set<String> = []
    rules.noteImplied(in: Array(text.utf8).span, to: &found)
    #expect(found.isEmpty == !isImplied)
  }

  @Test func tagsAreImpliedOnceAndInOrder() throws {
    let rules = try TagRules(words: [
      "tides": ["tide", "tides", "ebb"], "ferries": ["ferry"], "ports": ["pier", "quay"],
    ])
    #expect(
      rules.implied(in: ["The tide and the ferry", "Ebb at the pier; the ferry waits"])
        == ["ferries", "ports", "tides"])
    #expect(TagRules.none.implied(in: ["The tide"]) == [])
  }

  @Test func brokenBytesAreHarmless() throws {
    let rules = try TagRules(words: ["a": ["é", "人", "ab", "+"]])
    var random = SeededGenerator(seed: 29)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        [0x61, 0x62, 0xC3, 0xA9, 0xE4, 0xBA, 0xBA, 0xF0, 0xFF, 0x20, 0x2B]
          .randomElement(using: &random) ?? UInt8(0)
      }
      var found: Set<String> = []
      rules.noteImplied(in: bytes.span, to: &found)
      #expect(found.count <= 1)
    }
  }
}
