import Tidings

extension SettingsFile {
  /// The `tags` section: which names of tags mean the same, and which words imply one.
  ///
  /// - Throws: `SettingsError` at the line of the rule that cannot be.
  func tagRules() throws(SettingsError) -> TagRules {
    let synonyms = try lists("tags.synonyms")
    let words = try lists("tags.words")
    do {
      return try TagRules(synonyms: synonyms, words: words)
    } catch {
      throw self.error("tags.\(error.rule.rawValue)", entry: error.tag, error.description)
    }
  }
}
