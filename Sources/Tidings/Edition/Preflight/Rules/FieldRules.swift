/// What a writer or a template has left open.
enum FieldRules {
  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    var findings: [Preflight.Finding] = []
    func report(_ severity: Diagnostic.Severity, _ leftover: Leftover, at place: String) {
      findings.append(
        .init(
          severity, leftover.rule, at: place, leftover.message,
          hint: leftover.rule == .fields
            ? "mend the text, or put it between backticks when it is code"
            : "finish the text, or put the word between backticks when it is meant"))
    }
    let page = matter.page
    /// What a code sample shows is meant.
    let shown = Set(
      page.texts.filter { page.elements[$0.element].isCode }.flatMap { Leftover.all(in: $0.words) })
    let subject = Leftover.all(in: matter.edition.subject)
    for leftover in subject {
      // The template of the subject is checked before, so here it is an article that speaks of it.
      let isOurs = leftover.rule == .fields && TemplateTags.holdsField(matter.edition.subject)
      report(isOurs ? .error : .warning, leftover, at: "subject")
    }
    var known = shown.union(subject)
    for leftover in Leftover.all(in: matter.edition.preheader)
    where known.insert(leftover).inserted {
      report(.warning, leftover, at: "preheader")
    }
    for text in page.visibleTexts where !page.elements[text.element].isCode {
      for leftover in Leftover.all(in: text.words) where known.insert(leftover).inserted {
        report(.warning, leftover, at: matter.place(page.elements[text.element]))
      }
    }
    var line = 0
    for words in matter.text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      for leftover in Leftover.all(in: words) where known.insert(leftover).inserted {
        report(.warning, leftover, at: "digest.txt:\(line)")
      }
    }
    return findings
  }
}
