/// What of the theme mail programs pass over.
enum ThemeRules {
  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    (matter.edition.themeRemarks ?? []).map { remark in
      Preflight.Finding(
        .warning, .theme, at: "\(remark.file):\(remark.line)", remark.reason,
        hint: "mend it, take it out, or let it be")
    }
  }
}
