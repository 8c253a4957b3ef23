import Mustache

/// Escapes what a template of HTML shows.
///
/// The library's own escaping goes by characters, and so leaves a quotation mark that carries a
/// combining mark, and a `<` behind a sign that joins what follows; a browser goes by scalars.
struct EscapedText: MustacheContentType {
  /// By which a template asks for it.
  static let name: String = {
    let name = "ESCAPED"
    MustacheContentTypes.register(Self(), named: name)
    return name
  }()

  func escapeText(_ text: String) -> String { text.htmlEscaped }
}
