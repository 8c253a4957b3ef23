import Testing

@testable import Tidings

@Suite struct KeySentencesTests {
  private static let article = [
    "Have you ever watched a harbour empty itself within six hours?",
    "The tide in the harbour rises and falls with the moon and the shape of the coast.",
    "My brother had soup for lunch that day, with bread and a little salt.",
    "The moon pulls the tide of the harbour, and the coast bends what the moon has pulled.",
    "This makes the tide in the harbour late by the same hour along the whole coast.",
    "Short one here.",
  ]

  @Test func picksWhatIsCentralAndStandsAlone() {
    let best = KeySentences.best(of: Self.article, count: 3)
    #expect(best == [Self.article[1], Self.article[3], Self.article[2]])
    #expect(KeySentences.best(of: Self.article) == [Self.article[1]])
    #expect(KeySentences.best(of: Self.article, count: 0).isEmpty)
    #expect(KeySentences.best(of: []).isEmpty)
  }

  @Test func isTheSameForTheSameText() {
    let many = (0..<300).map { "Sentence number \($0) speaks of tides, of moons and of \($0 % 7)." }
    let best = KeySentences.best(of: many, count: 5)
    #expect(best.count == 5 && best == KeySentences.best(of: many, count: 5))
    #expect(best.allSatisfy { many.prefix(KeySentences.mostRead).contains($0) })
  }

  @Test func readsScriptsWithoutSpaces() {
    let sentences = [
      "港の潮は月の引力と海岸の形によって満ちたり引いたりする。", "弟は昼に温かい味噌汁とおにぎりを食べていた。",
      "月の引力が港の潮を動かし、海岸の形がその時刻を変える。",
    ]
    #expect(KeySentences.best(of: sentences, language: "ja") == [sentences[0]])
  }

  @Test(
    arguments: [
      ("en", "The harbour empties itself twice a day, as every child here knows.", true),
      ("en", "However, the harbour empties itself twice a day in this town.", false),
      ("en", "It empties itself twice a day, as every child in town knows.", false),
      ("en", "It’s empty twice a day, as every child in this town knows well.", false),
      ("en", "As a result the harbour is empty twice a day in this old town.", false),
      ("en", "Does the harbour empty itself twice a day in this old town?", false),
      ("en", "The harbour empties itself twice a day, for these reasons:", false),
      ("en", "The harbour empties itself", false),
      ("en", "- The harbour empties itself twice a day, as every child knows.", false),
      ("en", "1. The harbour empties itself twice a day, as every child knows.", false),
      ("en", "Call harbour.empty() twice a day, as every child in town knows.", false),
      ("en", "The harbour (see below empties itself twice a day, as all know.", false),
      ("en", "See https://example.org/harbour for how it empties twice a day.", false),
      ("en", "Oneverylongwordandanotheroneofthesamekind, asisthislastonehere.", false),
      ("en", String(repeating: "The harbour is empty ", count: 20) + "now.", false),
      ("de", "Der Hafen leert sich zweimal am Tag, wie hier jedes Kind weiß.", true),
      ("de", "Die Häfen leeren sich zweimal am Tag, wie hier jedes Kind weiß.", true),
      ("de-AT", "Deshalb leert sich der Hafen zweimal am Tag, wie jedes Kind weiß.", false),
      ("pt-BR", "O porto se esvazia duas vezes por dia, como toda criança sabe.", true),
      ("pt-BR", "Além disso, o porto se esvazia duas vezes por dia, como se sabe.", false),
      ("es", "Sin embargo, el puerto se vacía dos veces al día, como se sabe.", false),
      ("fr", "C’est ainsi que le port se vide deux fois par jour, on le sait.", false),
      ("it", "Questo porto si svuota due volte al giorno, come tutti sanno.", false),
      ("nl", "Daarom loopt de haven twee keer per dag leeg, zoals ieder weet.", false),
      ("pl", "To port opróżnia się dwa razy dziennie, jak wie każde dziecko.", true),
      (nil, "They say the harbour empties itself twice a day in this town.", false),
    ] as [(String?, String, Bool)])
  func tellsWhatStandsAlone(language: String?, sentence: String, isAllowed: Bool) {
    #expect(LoneSentence(language: language).allows(sentence) == isAllowed)
  }

  @Test func sentencesAreThoseOfParagraphs() {
    let document = MarkdownReader().document(
      """
      # Title

      One sentence. Two sentences!

      > A quotation.

      - An item.

      ## A heading.

          code.

      | a. |
      | -- |
      | b. |

      ![a picture.](https://example.org/a.png)

      Three of them.
      """)
    #expect(document.sentences(limit: 9) == ["One sentence.", "Two sentences!", "Three of them."])
    #expect(document.sentences(limit: 1) == ["One sentence."])
  }
}
