@testable import Tidings

/// Texts that no one would write, in many scripts, the same on every run.
struct RandomTexts {
  var random: SeededGenerator

  init(seed: Int) { random = SeededGenerator(seed: seed) }

  static let scripts: [(name: String, words: [String], stop: String, space: String)] = [
    (
      "Latin",
      [
        "the", "tide", "of", "and", "harbour", "e.g.", "naïve", "cafe\u{301}", "Größe", "don’t",
        "U.S.",
        "(see", "this)", "“quiet", "water”", "well,", "so:", "—", "ação", "1.5", "C++",
      ], ".", " "
    ),
    ("Cyrillic", ["море", "и", "луна,", "прилив", "Ёлка", "объём", "«тихо»", "й"], ".", " "),
    ("Greek", ["θάλασσα", "και", "φεγγάρι,", "ῥόος", "Ἀθῆναι", "μία"], ".", " "),
    ("Arabic", ["البحر", "والقمر،", "مَدٌّ", "جزر", "ال\u{200C}مد", "٢٠٢٥"], "؟", " "),
    ("Hebrew", ["הים", "וְהַיָּרֵחַ", "גאות,", "ושפל", "צה״ל"], ".", " "),
    ("Devanagari", ["समुद्र", "और", "चन्द्रमा,", "ज्वार", "क्षत्रिय", "हिन्दी"], "।", " "),
    ("Thai", ["ทะเล", "และ", "พระจันทร์", "น้ำขึ้น", "เกาะ", "ไทย", "ใหญ่"], " ", ""),
    ("Khmer", ["សមុទ្រ", "និង", "ព្រះចន្ទ", "ខ្មែរ", "ស្រុក"], "។", ""),
    ("Lao", ["ທະເລ", "ແລະ", "ດວງຈັນ", "ພາສາ", "ໃຫຍ່"], " ", ""),
    ("Myanmar", ["ပင်လယ်", "နှင့်", "မြန်မာ", "ကမ္ဘာ", "လေ့လာ"], "။", ""),
    ("Chinese", ["海水", "和", "月亮", "，", "潮汐的", "（注）", "漢字", "𠮷野家"], "。", ""),
    ("Japanese", ["海の", "「潮」", "ちょっと", "ラーメン", "、", "が\u{3099}", "満ちる", "々"], "。", ""),
    ("Korean", ["바다와", "달,", "밀물", "썰물이", "한국어"], ".", " "),
    ("emoji", ["👨‍👩‍👧‍👦", "🇺🇸🇩🇪", "👍🏽", "1️⃣", "❤️‍🔥", "🌊", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"], "!", " "),
  ]

  static let entities = [
    "https://example.org/a_(b)?c=1", "http://例え.jp/パス", "#AI", "#日本語", "@someone", "#नमस्ते",
    "@me@example.social", "https://example.org/" + String(repeating: "p", count: 60),
  ]

  mutating func word(_ script: Int) -> String {
    switch Int.random(in: 0..<40, using: &random) {
    case 0: Self.entities.randomElement(using: &random).map { " \($0) " } ?? ""
    case 1: Self.scripts.randomElement(using: &random)?.words.first ?? ""
    default: Self.scripts[script].words.randomElement(using: &random) ?? ""
    }
  }

  mutating func sentence(_ script: Int) -> String {
    let (_, _, stop, space) = Self.scripts[script]
    let count = Int.random(in: 1...24, using: &random)
    return (0..<count).map { _ in word(script) }.joined(separator: space) + stop
  }

  mutating func paragraph(_ script: Int, most: Int = 9) -> String {
    let count = Int.random(in: 1...most, using: &random)
    return (0..<count).map { _ in sentence(script) }
      .joined(separator: Self.scripts[script].space)
  }
}

extension String {
  /// Its characters without white space, and before which of them there is some.
  var solid: (characters: [Character], gaps: Set<Int>) {
    var characters: [Character] = []
    var gaps: Set<Int> = []
    for character in self {
      if character.isAnySpace {
        gaps.insert(characters.count)
      } else {
        characters.append(character)
      }
    }
    return (characters, gaps)
  }
}
