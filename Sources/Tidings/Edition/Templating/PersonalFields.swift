import Foundation
import Mustache

/// Stands in for the reader while a template is rendered, so that one rendering serves all.
///
/// Each of the reader's fields is rendered as a mark that occurs nowhere else, and the text is
/// then taken apart at these marks.
struct PersonalFields {
  let names: [String]
  let escaping: PersonalText.Escaping

  /// The template's text for any reader, with what else it shows in `context`.
  func render(_ template: MustacheTemplate, context: [String: Any]) -> PersonalText {
    guard !names.isEmpty else {
      return PersonalText(pieces: [.fixed(template.render(context))])
    }
    func rendered(_ mark: String) -> String {
      let marks = names.enumerated().map { ($1, mark + String($0) + "z") }
      return template.render(
        context.merging(["reader": Dictionary(marks) { first, _ in first }]) { $1 })
    }
    let blank = template.render(
      context.merging(["reader": Dictionary(names.map { ($0, "") }) { first, _ in first }]) { $1 })
    var mark = "tidingsreaderfield"
    while blank.contains(mark) { mark += "q" }
    return PersonalText(pieces: pieces(of: rendered(mark), mark: mark))
  }

  private func pieces(of text: String, mark: String) -> [PersonalText.Piece] {
    var pieces: [PersonalText.Piece] = []
    var rest = text[...]
    while let found = rest.firstRange(of: mark) {
      let number = rest[found.upperBound...].prefix { $0 != "z" }
      guard let index = Int(number), names.indices.contains(index) else { break }
      if found.lowerBound > rest.startIndex {
        pieces.append(.fixed(String(rest[..<found.lowerBound])))
      }
      pieces.append(.field(names[index], escaping))
      rest = rest[number.endIndex...].dropFirst()
    }
    if !rest.isEmpty { pieces.append(.fixed(String(rest))) }
    return pieces
  }
}
