import Foundation
import Mustache

/// How an edition looks: the templates and the theme, checked.
public struct Templates: Sendable {
  let theme: Theme
  /// The theme's, made once for all editions.
  let elements: ThemedElements
  let html: Template
  let text: Template
  let preview: MustacheTemplate
  /// What of the user's own theme has no effect, or not in every mail program.
  public let remarks: [Theme.Remark]

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
    var used: Set<String> = []
    func file(_ name: String) throws(TemplateError) -> TemplateFiles.File {
      guard let file = try files.file(name) else {
        throw TemplateError(file: name, line: nil, reason: "there is no such file")
      }
      return file
    }
    func template(
      _ name: String, escaping: PersonalText.Escaping, theme: Theme? = nil
    ) throws(TemplateError) -> (template: Template, source: String) {
      let main = try file(name)
      guard !main.text.allSatisfy(\.isWhitespace) else {
        throw TemplateError(
          file: main.path, line: nil, reason: "the template is empty, and so would the message be")
      }
      let assembly = try TemplateAssembly(main, variables: variables, partials: files)
      used.formUnion(assembly.sources.map(\.path))
      for source in assembly.sources {
        _ = try Self.mustache(source.text, file: source.path, escaping: escaping)
      }
      var text = assembly.text
      let path = assembly.sources[0].path
      if let theme { text = try StyledTemplate(text, file: path, theme: theme).text }
      let template = Template(
        mustache: try Self.mustache(text, file: path, escaping: escaping),
        readerFields: assembly.readerFields)
      return (template, assembly.text)
    }
    let css = try file(TemplateFiles.theme)
    let theme = try Theme(css.text, file: css.path)
    let page = try template("digest.html", escaping: .html, theme: theme)
    self.theme = theme
    elements = ThemedElements(theme: theme)
    html = page.template
    // A page of the user's own need not use all of a theme that tidings brings along.
    let ofTheme = css.isOwn ? theme.remarks(in: page.source) : []
    text = try template("digest.txt", escaping: .none).template
    remarks = ofTheme + files.misspelt(used: used)
    preview = try Self.previewTemplate()
  }

  /// The page for a person, which is no user's to change.
  static func previewTemplate() throws(TemplateError) -> MustacheTemplate {
    try mustache(
      String(decoding: PackageResources.preview_html, as: UTF8.self), file: PreviewPage.name,
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
