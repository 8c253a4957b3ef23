import Testing

@testable import Tidings

@Suite struct HookTextTests {
  private func cuts(_ text: String, _ unbreakable: [Range<Int>] = []) -> [String] {
    let hook = HookText(text, unbreakable: unbreakable)
    return hook.breaks.map { hook.cut(at: $0) }
  }

  @Test(arguments: [
    ("one two three", ["one…", "one two…", "one two three"]),
    ("one, two – three", ["one…", "one, two…", "one, two…", "one, two – three"]),
    ("Go on. Stop!", ["Go…", "Go on. …", "Go on. Stop!"]),
    ("Wait… now", ["Wait…", "Wait… now"]),
    ("Say e.g. this", ["Say…", "Say e.g…", "Say e.g. this"]),
    ("By J. Doe", ["By…", "By J…", "By J. Doe"]), ("", []), ("word", ["word"]),
    ("don't stop", ["don't…", "don't stop"]),
    ("日本。語", ["日…", "日本。…", "日本。語"]), ("ภาษา", ["ภา…", "ภาษา"]),
    ("한국어 글", ["한국어…", "한국어 글"]), ("漢abc字", ["漢…", "漢abc字"]),
    // Vowels before and after their consonant, stacked consonants, killed ones.
    ("เกมไทย", ["เก…", "เกม…", "เกมไท…", "เกมไทย"]), ("ខ្មែរ", ["ខ្មែ…", "ខ្មែរ"]),
    ("မြန်မာ", ["မြန်…", "မြန်မာ"]), ("ພາສາ", ["ພາ…", "ພາສາ"]),
    // Small kana, long vowels and closing marks begin no line.
    ("ちょっと", ["ちょっ…", "ちょっと"]), ("ラーメン", ["ラー…", "ラーメ…", "ラーメン"]),
    ("「本」です", ["「本」…", "「本」で…", "「本」です"]),
    ("👨‍👩‍👧‍👦🇺🇸🇩🇪👍🏽", ["👨‍👩‍👧‍👦…", "👨‍👩‍👧‍👦🇺🇸…", "👨‍👩‍👧‍👦🇺🇸🇩🇪…", "👨‍👩‍👧‍👦🇺🇸🇩🇪👍🏽"]),
    ("C++ is", ["C++…", "C++ is"]), ("C# is", ["C#…", "C# is"]),
    ("„Ja“ sagt", ["„Ja“…", "„Ja“ sagt"]), ("\"No\" is", ["\"No\"…", "\"No\" is"]),
    ("on « a b »", ["on…", "on…", "on « a…", "on « a b…", "on « a b »"]),
    ("See #a b", ["See…", "See #a …", "See #a b"]),
    ("one\ntwo.\n\nThree", ["one…", "one\ntwo. …", "one\ntwo.\n\nThree"]),
  ])
  func cutsBetweenWords(text: String, cuts: [String]) {
    #expect(self.cuts(text) == cuts)
  }

  @Test func keepsEntitiesWhole() {
    #expect(cuts("日#日本 語", [3..<10]) == ["日#日本 …", "日#日本 語"])
    #expect(
      cuts("at https://a.b/c: now", [3..<17]) == [
        "at…", "at https://a.b/c: …", "at https://a.b/c: now",
      ])
  }

  /// What a person would cut: `room` is how many characters there are.
  @Test(arguments: [
    (20, "One is short. Two goes on much longer", "One is short. …"),
    (24, "One. Two goes on much longer", "One. Two goes on much…"),
    (30, "Nobody knew, not even she, what came of it", "Nobody knew, not even she…"),
    (30, "Nobody knew what came of it and why", "Nobody knew what came of it…"),
    (26, "The history of the and of the river", "The history…"),
    (30, "A long day at the lake (with friends and a dog) ended", "A long day at the lake…"),
    (38, "A long and very quiet day “at the lake of Como” ended", "A long and very quiet day…"),
    (20, "(with friends and a dog) it ended", "(with friends…"),
    (26, "We looked long at it – and it was good", "We looked long at it…"),
    (17, "and of the or and of the", "and of the or…"),
    (40, "It fits as it is", "It fits as it is"), (4, "Unendlichkeit", ""),
    (6, "日本語の文章です。", "日本語の文…"),
    (8, "日本語、文章です。", "日本語、文章で…"), (7, "日本語。文章です。長い", "日本語。…"),
  ])
  func prefersSentencesThenClauses(room: Int, text: String, cut: String) {
    let hook = HookText(text, unbreakable: [])
    #expect(hook.longest { $0.count - room } == cut)
  }

  /// Answers that say nothing about lengths find an end too.
  @Test func endsWhateverItIsTold() {
    let hook = HookText(String(repeating: "word ", count: 2_000), unbreakable: [])
    var asked = 0
    let all = hook.longest { _ in
      asked += 1
      return 1
    }
    #expect(all.isEmpty)
    #expect(asked < 40)
    #expect(hook.longest { _ in -1 } == hook.text)
    var random = SeededGenerator(seed: 7)
    _ = hook.longest { _ in Int.random(in: -9_999...9_999, using: &random) }
  }
}
