public import Foundation
import Glibc

extension Site {
  /// How many folders above the articles folder are looked at.
  private static let reach = 6

  /// The nearest site in whose folder `folder` lies, and what could not be read of its settings.
  ///
  /// The search goes upward from the folder's real path. It ends with a folder that holds `.git`,
  /// and before the parent of `home` and the root of the file system.
  public static func find(
    above folder: String, home: String = NSHomeDirectory()
  ) -> (site: Site?, diagnostics: [Diagnostic]) {
    guard let start = realPath(folder) else { return (nil, []) }
    let border = realPath(home).map(parent)
    var fallback: Site?
    var root = start
    for _ in 0...reach {
      guard root != "/", root != border else { break }
      let place = SitePlace(
        root: root, articles: String(start.dropFirst(root.count).drop { $0 == "/" }))
      if let found = SiteRecogniser(place: place).found() {
        return (found.site, found.diagnostics.map { $0.shown(for: folder) })
      }
      fallback = fallback ?? unconfigured(place)
      if place.holds(".git") { break }
      root = parent(root)
    }
    return (fallback, [])
  }

  /// A vault of notes, or posts in Jekyll's layout: both tell something without a configuration.
  private static func unconfigured(_ place: SitePlace) -> Site? {
    if place.holds("_posts") {
      var notes: [Diagnostic] = []
      let rules = JekyllRules(SiteSettings([]), place: place, notes: &notes)
      return Site(
        generator: .jekyll, root: place.root, title: nil, baseURL: nil, zone: nil, language: nil,
        rules: .jekyll(rules))
    }
    guard place.holds(".obsidian") else { return nil }
    return Site(
      generator: .obsidian, root: place.root, title: nil, baseURL: nil, zone: nil, language: nil,
      rules: .unknown)
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(validatingCString: real)
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}

extension Diagnostic {
  /// With a path as the user would type it, who gave `folder`.
  fileprivate func shown(for folder: String) -> Diagnostic {
    let here = FileManager.default.currentDirectoryPath + "/"
    guard !folder.hasPrefix("/"), path.hasPrefix(here) else { return self }
    return Diagnostic(
      path: String(path.dropFirst(here.count)), line: line, reason: reason, severity: severity,
      date: date)
  }
}

/// Tells by its configuration whether a folder is a site's, and whose.
struct SiteRecogniser {
  let place: SitePlace

  typealias Found = (site: Site, diagnostics: [Diagnostic])

  func found() -> Found? {
    hugoOrZola() ?? jekyllOrHexo() ?? pelican() ?? docusaurus() ?? astro() ?? eleventy()
  }

  private static let formats = [".toml", ".yaml", ".yml", ".json"]

  private func hugoOrZola() -> Found? {
    let byName = place.first(of: Self.formats.map { "hugo" + $0 })
    let folder = HugoRules.configurationFolder(in: place)
    if byName != nil || !folder.isEmpty {
      var files = byName.map { [SiteConfiguration(at: $0)] } ?? []
      if files.isEmpty, let path = place.first(of: Self.formats.map { "config" + $0 }) {
        files = [SiteConfiguration(at: path)]
      }
      return hugo(SiteSettings(files, folder: folder))
    }
    if let path = place.first(of: ["zola.toml"]) {
      return zola(SiteSettings([SiteConfiguration(at: path)]))
    }
    guard let path = place.first(of: Self.formats.map { "config" + $0 }) else { return nil }
    let settings = SiteSettings([SiteConfiguration(at: path)])
    let keys = settings.values.map
    if keys["base_url"] != nil, keys["baseurl"] == nil { return zola(settings) }
    // Many a program has a `config.yaml`; the keys tell Hugo's from the others.
    guard
      keys["baseurl"] != nil
        || (place.holds("content") && HugoRules.marks.contains { keys[$0] != nil })
    else { return nil }
    return hugo(settings)
  }

  private func hugo(_ settings: SiteSettings) -> Found {
    var notes = settings.files.flatMap(\.diagnostics)
    let rules = HugoRules(settings, place: place, notes: &notes)
    return (
      Site(
        generator: .hugo, root: place.root, title: settings.title,
        baseURL: settings.url("baseurl", notes: &notes),
        zone: settings.zone("timezone", notes: &notes), language: rules.languageTag,
        rules: .hugo(rules)),
      notes
    )
  }

  private func zola(_ settings: SiteSettings) -> Found {
    var notes = settings.files.flatMap(\.diagnostics)
    let rules = ZolaRules(settings, place: place)
    return (
      Site(
        generator: .zola, root: place.root, title: settings.title,
        baseURL: settings.url("base_url", notes: &notes),
        zone: nil, language: LanguageTag.normalized(rules.defaultLanguage),
        rules: .zola(rules)),
      notes
    )
  }

  private func jekyllOrHexo() -> Found? {
    guard let path = place.first(of: ["_config.yml", "_config.yaml", "_config.toml"]) else {
      return nil
    }
    let settings = SiteSettings([SiteConfiguration(at: path)])
    var notes = settings.files.flatMap(\.diagnostics)
    let values = settings.values
    if HexoRules.marks.contains(where: { values[$0] != .null })
      || (place.holds("source/_posts") && !place.holds("_posts"))
    {
      let rules = HexoRules(settings, place: place, notes: &notes)
      return (
        Site(
          generator: .hexo, root: place.root, title: settings.title,
          baseURL: settings.url("url", notes: &notes),
          zone: settings.zone("timezone", notes: &notes),
          language: values["language"].list.first?.text.flatMap(LanguageTag.normalized),
          rules: .hexo(rules)),
        notes
      )
    }
    let zone = settings.zone("timezone", notes: &notes)
    let rules = JekyllRules(settings, place: place, zone: zone, notes: &notes)
    return (
      Site(
        generator: .jekyll, root: place.root, title: settings.title,
        baseURL: JekyllRules.baseURL(settings, notes: &notes),
        zone: zone,
        language: (values["lang"].text ?? values["locale"].text ?? values["language"].text)
          .flatMap(LanguageTag.normalized),
        rules: .jekyll(rules)),
      notes
    )
  }

  private func pelican() -> Found? {
    guard let path = place.first(of: ["pelicanconf.py"]) else { return nil }
    var notes: [Diagnostic] = []
    // What is published is set in the second file, which imports the first.
    let literals = [path, place.root + "/publishconf.py"].filter {
      $0 == path || place.holds("publishconf.py")
    }.map { script($0, ScriptLiterals.init(python:), notes: &notes) }
    func value(_ key: String) -> String? {
      literals.reversed().lazy.compactMap { $0[key] }.first { !$0.isEmpty }
    }
    let configuration = PythonSettings(
      path: path, value: value,
      list: { key in literals.reversed().lazy.compactMap { $0.list(key) }.first })
    let rules = PelicanRules(configuration, place: place, notes: &notes)
    return (
      Site(
        generator: .pelican, root: place.root, title: value("SITENAME")?.nonEmptyLine,
        baseURL: value("SITEURL").flatMap { WebURL($0) },
        zone: configuration.zone(notes: &notes),
        language: LanguageTag.normalized(rules.defaultLanguage), rules: .pelican(rules)),
      notes
    )
  }

  private func docusaurus() -> Found? {
    guard let path = script(named: "docusaurus.config") else { return nil }
    var notes: [Diagnostic] = []
    let literals = script(path, ScriptLiterals.init(javaScript:), notes: &notes)
    let rules = DocusaurusRules(literals, place: place)
    return (
      Site(
        generator: .docusaurus, root: place.root, title: literals["title"]?.nonEmptyLine,
        baseURL: literals["url"].flatMap { WebURL($0) }?.joined(with: literals["baseUrl"] ?? "/"),
        zone: nil, language: LanguageTag.normalized(literals["i18n", "defaultLocale"] ?? "en"),
        rules: .docusaurus(rules)),
      notes
    )
  }

  private func astro() -> Found? {
    guard let path = script(named: "astro.config") else { return nil }
    var notes: [Diagnostic] = []
    let literals = script(path, ScriptLiterals.init(javaScript:), notes: &notes)
    return (
      Site(
        generator: .astro, root: place.root, title: nil,
        baseURL: literals["site"].flatMap { WebURL($0) }?.joined(with: literals["base"] ?? "/"),
        zone: nil,
        language: literals["i18n", "defaultLocale"].flatMap(LanguageTag.normalized),
        rules: .astro(AstroRules(literals, place: place))),
      notes
    )
  }

  private func eleventy() -> Found? {
    guard let path = place.first(of: [".eleventy.js"]) ?? script(named: "eleventy.config") else {
      return nil
    }
    var notes: [Diagnostic] = []
    let literals = script(path, ScriptLiterals.init(javaScript:), notes: &notes)
    return (
      Site(
        generator: .eleventy, root: place.root, title: nil, baseURL: nil, zone: nil, language: nil,
        rules: .eleventy(EleventyRules(literals, place: place))),
      notes
    )
  }

  private func script(named name: String) -> String? {
    place.first(of: ["js", "mjs", "ts", "cjs", "mts", "cts"].map { name + "." + $0 })
  }

  private func script(
    _ path: String, _ literals: (String) -> ScriptLiterals, notes: inout [Diagnostic]
  ) -> ScriptLiterals {
    switch SiteConfiguration.text(at: path) {
    case .success(let text): return literals(text.string)
    case .failure(let problem):
      notes.append(problem.diagnostic(path))
      return literals("")
    }
  }
}
