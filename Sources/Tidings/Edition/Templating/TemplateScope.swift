import Mustache

/// The fields that a template shows, in types that its engine knows at first sight.
///
/// Of each dictionary, text and number the engine asks the run-time system anew whether it is one
/// of a dozen protocols, which took more time than all else in a rendering.
struct TemplateScope: MustacheParent {
  private let fields: [String: Any]

  init(_ fields: [String: Any]) { self.fields = fields }

  func child(named name: String) -> Any? {
    switch fields[name] {
    case let text as String: Shown(text: text)
    case let number as Int: Shown(text: String(number))
    case let group as [String: Any]: TemplateScope(group)
    case let list as [[String: Any]]: list.map(TemplateScope.init)
    case let texts as [String]: texts.map(Shown.init)
    case let other: other
    }
  }

  /// A value without fields of its own, shown as it stands.
  private struct Shown: MustacheParent, MustacheCustomRenderable {
    let text: String

    var renderText: String { text }
    var isNull: Bool { false }

    func child(named: String) -> Any? { nil }
  }
}
