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
    ("日本。語", ["日…", "日本。 …", "日本。語"]), ("ภาษา", ["ภ…", "ภา…", "ภาษ…", "ภาษา"]),
    ("한국어 글", ["한국어…", "한국어 글"]), ("漢abc字", ["漢…", "漢abc字"]),
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
}
