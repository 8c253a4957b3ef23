/// What has no place in a letter, or cannot be looked at.
enum ContentRules {
  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    var findings: [Preflight.Finding] = []
    func report(_ element: MailPage.Element, _ what: String) {
      findings.append(
        .init(
          .error, .activeContent, at: matter.place(element),
          "\(what), which mail programs drop and filters take for an attack",
          hint: "take it out of the template"))
    }
    for element in matter.page.elements {
      if active.contains(element.name) { report(element, "there is a <\(element.name)>") }
      if element.name == "link", element.attributes["href"] != nil {
        report(element, "there is a <link> to another file")
      }
      if element.name == "meta", element.attributes["http-equiv"]?.lowercased() == "refresh" {
        report(element, "there is a <meta> that leads elsewhere")
      }
      if let name = element.attributes.keys.filter({ $0.hasPrefix("on") }).min() {
        report(element, "there is a script in '\(name)'")
      }
    }
    for sheet in matter.page.sheets {
      let sheet = sheet.lowercased()
      for loader in ["@import", "@font-face"] where sheet.contains(loader) {
        findings.append(
          .init(
            .warning, .activeContent, at: "digest.html",
            "the style block fetches a file ('\(loader)'), which tells a server who reads",
            hint: "take it out of theme.css"))
      }
    }
    if matter.page.isCut {
      findings.append(
        .init(
          .warning, .htmlDepth, at: "digest.html",
          "it is nested too deep to be looked through to its end",
          hint: "nest fewer tables, quotes and lists"))
    }
    return findings
  }

  private static let active: Set<String> = [
    "script", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "base",
  ]
}
