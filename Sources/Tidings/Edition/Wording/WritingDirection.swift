extension LanguageTag {
  /// `rtl` for what is written from right to left, else `ltr`, as HTML's `dir` has it.
  static func direction(of tag: String) -> String {
    let parts = tag.lowercased().split(separator: "-")
    if let script = parts.dropFirst().first(where: { $0.count == 4 }) {
      return scripts.contains(String(script)) ? "rtl" : "ltr"
    }
    return languages.contains(String(parts.first ?? "")) ? "rtl" : "ltr"
  }

  private static let scripts: Set<String> = [
    "adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa",
  ]

  private static let languages: Set<String> = [
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "ps", "sd", "syr", "ug", "ur",
    "yi",
  ]
}
