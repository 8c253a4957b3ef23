/// Words that only lead to the next one: articles, conjunctions, prepositions.
enum FunctionWords {
  /// Whether `word` is one in any of the languages, or a sign that joins words.
  ///
  /// In capitals throughout it is an abbreviation: `IT`, `OR`.
  static func contains(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = word.first, word.count <= 8 else { return word.isEmpty }
    if word.count == 1, joins(first) { return true }
    guard word.dropFirst().allSatisfy({ !$0.isASCII || (0x61...0x7A).contains($0.value) }) else {
      return false
    }
    if word.count == 1, first == "I" { return false }
    return all.contains(String(String.UnicodeScalarView(word)).lowercased())
  }

  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "–", "—", "&", "+", "/", "|", "=", "→", "·", "•": true
    default: false
    }
  }

  private static let all = Set(byLanguage.values.joined())

  /// By the language's code in ISO 639-1.
  static let byLanguage: [String: Set<String>] = [
    "en": words(
      """
      a an the and or but nor of in on at by for from to into onto upon with without about as than
      that which who whose if when while because although though is are was were be its his her their
      our your my this these those every each between through over under via per not
      """),
    "pt": words(
      """
      o a os as um uma uns umas e ou mas de do da dos das em no na nos nas por pelo pela pelos pelas
      para com sem sobre entre que se quando como ao aos à às seu sua seus suas não
      """),
    "es": words(
      """
      el la los las un una unos unas y e o u pero de del en por para con sin sobre entre que si cuando
      como al su sus lo no
      """),
    "de": words(
      """
      der die das den dem des ein eine einen einem einer eines und oder aber von vom in im ins an am
      auf aus bei beim mit ohne für zu zum zur über unter nach vor als wie dass ob wenn weil ihr ihre
      sein seine nicht durch
      """),
    "fr": words(
      """
      le la les un une des et ou mais de du en dans au aux par pour avec sans sur sous entre que qui
      si quand comme son sa ses leur leurs ne ce cette ces à
      """),
    "it": words(
      """
      il lo la i gli le un uno una e ed o ma di del dello della dei degli delle in nel nella nei nelle
      a al alla ai alle da dal dalla per con senza su sul sulla tra fra che se quando come suo sua non
      """),
    "nl": words(
      """
      de het een en of maar van in op aan bij met zonder voor naar uit over onder door als dat die
      wanneer omdat zijn haar hun te niet tot
      """),
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isAnySpace).map(String.init))
  }
}
