/// What a letter's pictures need so that they show, and are missed little where they do not.
enum PictureRules {
  /// In bytes.
  static let heavy = 1_000_000
  static let heavyTogether = 3_000_000

  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    let pictures = matter.page.elements.filter { $0.name == "img" && $0.isVisible }
    guard !pictures.isEmpty else { return [] }
    var findings: [Preflight.Finding] = []
    var judged: Set<String> = []
    for picture in pictures {
      let source = picture.attributes["src"] ?? ""
      if let finding = alt(picture, source, matter) { findings.append(finding) }
      guard judged.insert(source).inserted, !matter.isReaderField(source) else { continue }
      findings += self.source(source, picture, matter)
    }
    return findings + sizes(pictures, matter) + weights(matter) + left(matter)
  }

  private static func alt(
    _ picture: MailPage.Element, _ source: String, _ matter: Preflight.Matter
  ) -> Preflight.Finding? {
    let name = name(source, matter)
    let hint = "describe it in the article: ![what it shows](address)"
    guard let alt = picture.attributes["alt"] else {
      return .init(
        .warning, .pictureAlt, at: matter.place(picture),
        "the picture \(name) has no alt, so screen readers read out its address",
        hint: "write alt=\"\" into the template for one that only decorates")
    }
    // A picture beside a title decorates it; one within the text says something.
    if alt.allSatisfy(\.isWhitespace) {
      return matter.page.isInside(picture, ["p", "li", "figure", "blockquote"])
        ? .init(
          .warning, .pictureAlt, at: matter.place(picture),
          "the picture \(name) is not described: many readers see none", hint: hint)
        : nil
    }
    let ending = alt.lowercased().split(separator: ".").last.map(String.init) ?? ""
    guard !alt.contains(" "), ["png", "jpg", "jpeg", "gif", "webp"].contains(ending) else {
      return nil
    }
    return .init(
      .warning, .pictureAlt, at: matter.place(picture),
      "the picture \(name) is described by a file's name, \(alt.cited())", hint: hint)
  }

  private static func source(
    _ source: String, _ picture: MailPage.Element, _ matter: Preflight.Matter
  ) -> [Preflight.Finding] {
    func finding(
      _ severity: Diagnostic.Severity, _ rule: Preflight.Rule, _ message: String, _ hint: String
    ) -> Preflight.Finding {
      .init(severity, rule, at: matter.place(picture), message, hint: hint)
    }
    let address = LinkAddress(source)
    let name = short(source)
    switch address.scheme {
    case "https": break
    case "http":
      return [
        finding(
          .warning, .pictureSource, "the picture \(name) does not come over https",
          "is it to be had at an https:// address?")
      ]
    case "cid":
      let isThere = (matter.edition.pictures ?? []).contains {
        "cid:" + ($0.contentID ?? "") == source
      }
      return isThere
        ? []
        : [
          finding(
            .error, .pictureSource, "no picture \(name) travels with the message",
            "give its address in the template")
        ]
    case "data":
      return [
        finding(
          .warning, .pictureSource, "the picture is written into the HTML, and Gmail drops it",
          "link to it, or set images.inline")
      ]
    case nil:
      return [
        finding(
          .error, .pictureSource,
          source.isEmpty
            ? "there is a picture without an address" : "the picture \(name) is relative",
          "write its whole address, with https://")
      ]
    case let scheme?:
      return [
        finding(
          .error, .pictureSource, "mail programs fetch no picture of the scheme '\(scheme)'",
          "write its address, with https://")
      ]
    }
    let isRehearsal = LinkRules.isRehearsal(matter.edition)
    if let problem = address.fault ?? address.deadEnd(isRehearsal: isRehearsal) {
      return [
        finding(.warning, .pictureSource, "the picture \(name) \(problem)", "mend its address")
      ]
    }
    return format(source, picture, matter)
  }

  private static func format(
    _ source: String, _ picture: MailPage.Element, _ matter: Preflight.Matter
  ) -> [Preflight.Finding] {
    let known = shown(source, matter)?.format?.rawValue
    let path = source.prefix { $0 != "?" && $0 != "#" }
    let file = path.split(separator: "/").last ?? ""
    let ending = file.contains(".") ? file.split(separator: ".").last?.lowercased() : nil
    guard let format = known ?? ending else { return [] }
    let names = ["jpeg": "jpg", "tif": "tiff", "heic": "heif"]
    let lacking = matter.facts.lacking(.picture(names[format] ?? format))
    guard !lacking.isEmpty else { return [] }
    return [
      .init(
        .warning, .pictureFormat, at: matter.place(picture),
        "the picture \(short(source)) is \(format.uppercased()), which is not shown by"
          + " \(MailClient.named(lacking))",
        hint: "make it a PNG or a JPEG")
    ]
  }

  /// What is known of the picture at that source.
  private static func shown(_ source: String, _ matter: Preflight.Matter) -> Edition.ShownPicture? {
    matter.edition.pictures?.first { $0.url.text == source }
  }

  /// One finding for all of them: a cause is seldom one picture's own.
  private static func sizes(
    _ pictures: [MailPage.Element], _ matter: Preflight.Matter
  ) -> [Preflight.Finding] {
    [
      ("width", "Outlook may show it too large", "write 'width' into the template"),
      (
        "height", "the text jumps when it loads",
        "set images.folders to where the files lie; one that lies elsewhere on the web cannot be"
          + " measured: keep a copy with the article, or let it be"
      ),
    ].compactMap { side, harm, hint in
      let lacking = pictures.filter { Int($0.attributes[side] ?? "") == nil }
      guard let first = lacking.first else { return nil }
      let sources = Set(lacking.map { $0.attributes["src"] ?? "" })
      let others = sources.count - 1
      let count = others == 0 ? "" : " and of \(others) more"
      return .init(
        .warning, .pictureSize, at: matter.place(first),
        "the \(side) of the picture \(name(first.attributes["src"] ?? "", matter))\(count) is unknown,"
          + " so \(harm)",
        hint: hint)
    }
  }

  private static func weights(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    var findings: [Preflight.Finding] = []
    var known: Set<WebURL> = []
    var total = 0
    for picture in matter.edition.pictures ?? [] where known.insert(picture.url).inserted {
      guard let bytes = picture.bytes, bytes > 0 else { continue }
      total = total.addingReportingOverflow(bytes).partialValue
      if bytes > heavy {
        findings.append(
          .init(
            .warning, .pictureHeavy, at: picture.article ?? "intro",
            "the picture \(short(picture.url.text)) has \(SizeRules.grouped(bytes)) bytes, over"
              + " \(SizeRules.grouped(heavy))",
            hint: "make it about 1,200 pixels wide, and compress it"))
      }
    }
    if total > heavyTogether {
      findings.append(
        .init(
          .warning, .pictureHeavy, at: "digest.html",
          "its pictures have \(SizeRules.grouped(total)) bytes together, over"
            + " \(SizeRules.grouped(heavyTogether))",
          hint: "make them smaller, or show fewer"))
    }
    return findings
  }

  /// The pictures that were to travel with the message and do not.
  private static func left(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    (matter.edition.pictures ?? []).compactMap { picture in
      picture.note.map { note in
        .init(
          .warning, .pictureInline, at: picture.article ?? "intro",
          "the picture \(short(picture.url.text)) does not travel with the message: \(note)",
          hint: "set images.folders to where its file lies, make it smaller, or let it be fetched")
      }
    }
  }

  /// The same for one that may travel with the message, under a name of tidings' own.
  private static func name(_ source: String, _ matter: Preflight.Matter) -> String {
    let travelling = matter.edition.pictures?.first { "cid:" + ($0.contentID ?? "") == source }
    return short(travelling?.url.text ?? source)
  }

  /// The name of a picture's file, which is what its author knows it by.
  private static func short(_ source: String) -> String {
    guard !source.hasPrefix("data:") else { return "'data:…'" }
    let path = source.prefix { $0 != "?" && $0 != "#" }
    return String(path.split(separator: "/").last ?? path).cited()
  }
}
