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

    /// - Throws: `TemplateError` for an unknown field or a tag that does not fit.
    init(
      _ source: String, file: String, escaping: PersonalText.Escaping, prepared: String? = nil
    ) throws(TemplateError) {
      readerFields = try TemplateFields.check(source, file: file)
      mustache = try Templates.mustache(prepared ?? source, file: file, escaping: escaping)
    }
  }

  /// The files that a templates folder may replace.
  public static let fileNames = ["digest.html", "digest.txt", "theme.css"]

  /// Reads `folder`; what it does not hold, or a nil folder, gives the built-in file.
  /// - Throws: `TemplateError` for a file that cannot be read or used.
  public init(folder: String?) throws(TemplateError) {
    func source(_ name: String, _ builtIn: [UInt8]) throws(TemplateError) -> (String, String) {
      guard let folder else { return (String(decoding: builtIn, as: UTF8.self), name) }
      let path = folder + "/" + name
      guard FileManager.default.fileExists(atPath: path) else {
        return (String(decoding: builtIn, as: UTF8.self), name)
      }
      do {
        guard let text = String(validating: try FileBytes(at: path).bytes, as: UTF8.self) else {
          throw TemplateError(file: path, line: nil, reason: "the file is not UTF-8")
        }
        return (text, path)
      } catch let error as FileBytesError {
        throw TemplateError(file: path, line: nil, reason: error.description)
      } catch let error as TemplateError {
        throw error
      } catch {
        throw TemplateError(file: path, line: nil, reason: "\(error)")
      }
    }
    if let folder {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        throw TemplateError(file: folder, line: nil, reason: "no such folder of templates")
      }
      let hasOne = Self.fileNames.contains {
        FileManager.default.fileExists(atPath: "\(folder)/\($0)")
      }
      guard hasOne else {
        throw TemplateError(
          file: folder, line: nil,
          reason: "no template in it, expected \(Self.fileNames.joined(separator: ", "))")
      }
    }
    let css = try source("theme.css", PackageResources.theme_css)
    let theme = try Theme(css.0, file: css.1)
    let html = try source("digest.html", PackageResources.digest_html)
    let text = try source("digest.txt", PackageResources.digest_txt)
    self.theme = theme
    self.html = try Template(
      html.0, file: html.1, escaping: .html,
      prepared: StyledTemplate(html.0, theme: theme).text)
    self.text = try Template(text.0, file: text.1, escaping: .none)
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
