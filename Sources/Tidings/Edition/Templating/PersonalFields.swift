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
      return PersonalText(pieces: [.fixed(template.render(TemplateScope(context)))])
    }
    var mark = "tidingsreaderfield"
    while true {
      let tally = Tally()
      let marks: [(String, Any)] = names.enumerated().map {
        ($1, Mark(text: mark + String($0) + "z", tally: tally))
      }
      let text = template.render(
        TemplateScope(
          context.merging(["reader": Dictionary(marks) { first, _ in first }]) { $1 }))
      let pieces = pieces(of: Array(text.utf8), mark: Array(mark.utf8))
      if pieces.marks == tally.shown { return PersonalText(pieces: pieces.all) }
      // An article holds the mark. Twice as long is soon longer than what any of them holds.
      mark += String(repeating: "q", count: mark.utf8.count)
    }
  }

  /// How many marks a rendering showed: a class, for the template's engine copies each mark.
  private final class Tally {
    var shown = 0
  }

  private struct Mark: MustacheCustomRenderable {
    let text: String
    let tally: Tally

    var isNull: Bool { false }

    var renderText: String {
      tally.shown += 1
      return text
    }
  }

  /// The text taken apart, and how often the mark stands in it; no mark overlaps with itself.
  private func pieces(
    of text: [UInt8], mark: [UInt8]
  ) -> (all: [PersonalText.Piece], marks: Int) {
    var pieces: [PersonalText.Piece] = []
    var marks = 0
    var start = 0
    var position = 0
    func take(to end: Int) {
      if end > start {
        pieces.append(.fixed(String(decoding: text[start..<end], as: UTF8.self)))
      }
    }
    while position + mark.count < text.count {
      guard text[position] == mark[0], text[position...].starts(with: mark) else {
        position += 1
        continue
      }
      marks += 1
      let number = text[(position + mark.count)...].prefix { (0x30...0x39).contains($0) }.prefix(9)
      if let index = Int(String(decoding: number, as: UTF8.self)), names.indices.contains(index) {
        take(to: position)
        pieces.append(.field(names[index], escaping))
        start = number.endIndex + 1
      }
      position += mark.count
    }
    take(to: text.count)
    return (pieces, marks)
  }
}
