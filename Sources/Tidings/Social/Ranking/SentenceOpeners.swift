/// Words at the start of a sentence that point back to the one before it.
struct SentenceOpeners {
  private let openers: Set<String>

  /// Those of the language of a BCP 47 tag; of English without one, of none for any other.
  init(language: String?) {
    let code = language?.lowercased().prefix { $0 != "-" && $0 != "_" }
    openers = Self.byLanguage[code.map(String.init) ?? "en"] ?? []
  }

  /// Whether `sentence` opens with one, or with several that stand together.
  func refuse(_ sentence: String) -> Bool {
    guard !openers.isEmpty else { return false }
    var phrase = ""
    for word in Self.words(sentence) {
      phrase += phrase.isEmpty ? word : " " + word
      if openers.contains(phrase) { return true }
    }
    return false
  }

  /// The first four, in lower case; what follows an apostrophe is a word of its own.
  private static func words(_ sentence: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in sentence.unicodeScalars.prefix(80) {
      if scalar.isWordScalar {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word.lowercased())
        word = ""
        if words.count == 4 { break }
      }
    }
    return words
  }

  private static let byLanguage: [String: Set<String>] = [
    "en": phrases(
      """
      this, that, these, those, it, its, he, she, they, him, her, his, them, their, such, both,
      neither, either, another, others, however, but, and, or, nor, so, yet, then, thus, hence,
      therefore, also, too, still, instead, otherwise, besides, moreover, furthermore, additionally,
      meanwhile, nevertheless, nonetheless, consequently, accordingly, likewise, similarly,
      conversely, finally, lastly, second, secondly, third, thirdly, next, again, anyway, indeed,
      later, afterwards, which, because of this, because of that, for this reason, for example,
      for instance, for that reason, in other words, in that case, in this case, in addition,
      in contrast, in short, in fact, as a result, as such, as above, on the other hand,
      at the same time, after that, after this, before that, before this, by contrast, even so,
      even then, that said, of course, to do this, to do that, to this end, here, there
      """),
    "pt": phrases(
      """
      isso, isto, aquilo, esse, essa, esses, essas, este, esta, estes, estas, aquele, aquela, aqueles,
      aquelas, ele, ela, eles, elas, mas, porém, contudo, entretanto, todavia, e, ou, portanto, assim,
      então, logo, também, além disso, além disto, por isso, no entanto, por exemplo, com isso,
      nesse, nessa, neste, nesta, disso, disto, depois disso, ou seja, por outro lado, finalmente,
      ainda assim, afinal
      """),
    "es": phrases(
      """
      esto, eso, aquello, este, esta, estos, estas, ese, esa, esos, esas, aquel, aquella, él, ella,
      ellos, ellas, pero, sin embargo, no obstante, y, e, o, así, entonces, además, también, por eso,
      por lo tanto, por tanto, por ello, por esto, por ejemplo, es decir, en cambio, con ello,
      finalmente, aun así, luego, mientras tanto, por otro lado
      """),
    "de": phrases(
      """
      er, sie, es, dies, diese, dieser, dieses, diesen, diesem, jene, jener, jenes, das ist, das war,
      das sind, das heißt, das hat, das wird, das macht, aber, doch, und, oder, denn, daher, deshalb,
      deswegen, darum, allerdings, jedoch, dennoch, trotzdem, also, somit, folglich, außerdem, zudem,
      ferner, dadurch, dabei, damit, danach, dann, dazu, davon, dafür, darauf, darin, hier, dort,
      auch, so, sondern, schließlich, zum beispiel, stattdessen, ihre, ihr, seine, sein, solche,
      ebenso, anschließend, hierbei, hierfür, indem
      """),
    "fr": phrases(
      """
      ce, cela, ça, ceci, cet, cette, ces, c, il, elle, ils, elles, celui, celle, ceux, celles, mais,
      cependant, pourtant, toutefois, néanmoins, et, ou, donc, or, car, ainsi, alors, aussi, puis,
      ensuite, enfin, de plus, en outre, par conséquent, par exemple, en revanche, en effet,
      du coup, au contraire, pour cela, dans ce cas, son, sa, ses, leur, leurs, y, de même, bref
      """),
    "it": phrases(
      """
      questo, questa, questi, queste, quello, quella, quelli, quelle, ciò, esso, essa, essi, esse,
      lui, lei, loro, egli, ella, ma, però, tuttavia, e, ed, o, quindi, dunque, perciò, pertanto,
      così, allora, inoltre, anche, infatti, invece, per questo, per esempio, ad esempio, poi, infine,
      eppure, di conseguenza, al contrario, nel frattempo, tale, tali
      """),
    "nl": phrases(
      """
      dit, dat, deze, die, hij, zij, ze, het is, het was, het heeft, het zijn, er, maar, echter, en,
      of, dus, daarom, daardoor, daarnaast, daarbij, daarna, dan, toch, ook, bovendien, want, hierdoor,
      hierbij, zo, bijvoorbeeld, ten slotte, vervolgens, intussen, niettemin, desondanks, hun,
      zulke, hiermee, daarmee, in plaats daarvan
      """),
  ]

  private static func phrases(_ text: String) -> Set<String> {
    Set(
      text.split(separator: ",").map {
        $0.split(whereSeparator: \.isAnySpace).joined(separator: " ")
      })
  }
}
