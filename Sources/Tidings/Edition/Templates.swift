import Foundation
import Mustache

/// How an edition looks: the templates and the theme, checked.
public struct Templates: Sendable {
  let theme: Theme
  let html: Template
  let text: Template
  let preview: MustacheTemplate

  /// One template and the reader's fields that it shows.
  struct Template: Sendable {
    let mustache: MustacheTemplate
    let readerFields: [String]
  }

  /// The templates and the style of a theme, by the names under which a folder may replace them.
  public static func builtInFiles(for theme: BuiltInTheme) -> [(name: String, bytes: [UInt8])] {
    TemplateFiles.builtIn(for: theme)
  }

  /// Reads `folder`; what it does not hold, or a nil folder, gives the file of the theme.
  ///
  /// `variables` are the names that templates may show as `{{variables.NAME}}`.
  /// - Throws: `TemplateError` for a file that cannot be read or used.
  public init(
    folder: String? = nil, builtInTheme: BuiltInTheme = .letter, variables: [String] = []
  ) throws(TemplateError) {
    let files = try TemplateFiles(folder: folder, builtInTheme: builtInTheme)
    func file(_ name: String) throws(TemplateError) -> TemplateFiles.File {
      guard let file = try files.file(name) else {
        throw TemplateError(file: name, line: nil, reason: "there is no such file")
      }
      return file
    }
    func template(
      _ name: String, escaping: PersonalText.Escaping, styled: (String) -> String = { $0 }
    ) throws(TemplateError) -> Template {
      let assembly = try TemplateAssembly(
        try file(name), variables: variables, partials: files)
      for source in assembly.sources {
        _ = try Self.mustache(source.text, file: source.path, escaping: escaping)
      }
      return Template(
        mustache: try Self.mustache(
          styled(assembly.text), file: assembly.sources[0].path, escaping: escaping),
        readerFields: assembly.readerFields)
    }
    let css = try file(TemplateFiles.theme)
    let theme = try Theme(css.text, file: css.path)
    self.theme = theme
    html = try template("digest.html", escaping: .html) { StyledTemplate($0, theme: theme).text }
    text = try template("digest.txt", escaping: .none)
    preview = try Self.mustache(
      String(decoding: PackageResources.preview_html, as: UTF8.self), file: "preview.html",
      escaping: .html)
  }

  static func mustache(
    _ source: String, file: String, escaping: PersonalText.Escaping
  ) throws(TemplateError) -> MustacheTemplate {
    let type =
      switch escaping {
      case .none: "TEXT"
      case .html: EscapedText.name
      }
    do {
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(type)}}\n" + source)
    } catch let error as MustacheTemplate.ParserError {
      throw TemplateError(
        file: file, line: max(1, error.context.lineNumber - 1),
        reason: "the template breaks off: \(error.error)")
    } catch {
      throw TemplateError(file: file, line: nil, reason: "\(error)")
    }
  }
}
