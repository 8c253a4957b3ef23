import Mustache
import Synchronization

/// How the pieces of a post stand beside one another: a Mustache template with a place for each.
struct PostTemplate: Sendable {
  private let mustache: MustacheTemplate
  private let shapes = Shapes()

  /// The pieces that a template may place.
  enum Field: String, CaseIterable {
    case hook
    case title
    case link
    case attribution
    case hashtags
    case author
    case site

    /// Stands for the piece while the template is rendered: a letter for private use.
    var mark: Character { Character(Unicode.Scalar(UInt8(ascii: "a") + place).privateUse) }

    fileprivate var place: UInt8 {
      switch self {
      case .hook: 0
      case .title: 1
      case .link: 2
      case .attribution: 3
      case .hashtags: 4
      case .author: 5
      case .site: 6
      }
    }

    /// What no template may leave out: a post that says nothing, leads nowhere or hides its source.
    static let needed: [Field] = [.hook, .link, .attribution]
  }

  /// Those that a post has.
  struct Fields: OptionSet, Hashable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ field: Field) { rawValue = 1 << field.place }
  }

  /// A rendered template cut at the places of its pieces.
  enum Piece: Sendable, Hashable {
    case fixed(String)
    case field(Field)
  }

  /// - Throws: `TemplateError` for a tag that does not fit, or a needed piece that has no place.
  init(_ source: String, file: String) throws(TemplateError) {
    let fields = Field.allCases.map { ($0.rawValue, TemplateFields.value) }
    _ = try TemplateAssembly(
      text: source, name: file, fields: Dictionary(uniqueKeysWithValues: fields))
    let tags = try TemplateTags(source, file: file).tags
    for field in Field.needed where !tags.contains(where: { $0.isShown(field) }) {
      throw TemplateError(
        file: file, line: nil, reason: "'{{\(field.rawValue)}}' is missing, which every post has")
    }
    guard !source.unicodeScalars.contains(where: \.isPrivateUseMark) else {
      throw TemplateError(
        file: file, line: nil, reason: "it holds a character for private use, U+F0000 to U+FFFFD")
    }
    mustache = try Templates.mustache(source, file: file, escaping: .none)
    let hasSections = tags.contains { $0.kind == .section || $0.kind == .inverted }
    if hasSections, let lost = lostPiece {
      throw TemplateError(
        file: file, line: nil,
        reason: "'{{\(lost.rawValue)}}' is lost where another piece is there or missing;"
          + " expected it outside the sections of other pieces")
    }
  }

  /// A needed piece that some post has and the template would not show.
  private var lostPiece: Field? {
    for choice in 0..<UInt8(1 << Field.allCases.count) {
      let present = Fields(rawValue: choice)
      let shown = pieces(with: present)
      if let lost = Field.needed.first(where: {
        present.contains(Fields($0)) && !shown.contains(.field($0))
      }) {
        return lost
      }
    }
    return nil
  }

  /// The template for a post that has just these pieces, without the blank lines of the others.
  func pieces(with present: Fields) -> [Piece] { shapes.pieces(with: present, render: render) }

  private func render(_ present: Fields) -> [Piece] {
    let marks = Field.allCases.filter { present.contains(Fields($0)) }
      .map { ($0.rawValue, String($0.mark)) }
    let text = mustache.render(Dictionary(uniqueKeysWithValues: marks)).withoutEmptyLines
    var pieces: [Piece] = []
    var fixed = ""
    for character in text {
      guard let field = Field.allCases.first(where: { $0.mark == character }) else {
        fixed.append(character)
        continue
      }
      if !fixed.isEmpty { pieces.append(.fixed(fixed)) }
      fixed = ""
      pieces.append(.field(field))
    }
    return fixed.isEmpty ? pieces : pieces + [.fixed(fixed)]
  }

  /// The renderings so far: a newsletter's posts have few shapes, and rendering one takes long.
  private final class Shapes: Sendable {
    private let known = Mutex<[Fields: [Piece]]>([:])

    func pieces(with present: Fields, render: (Fields) -> [Piece]) -> [Piece] {
      if let pieces = known.withLock({ $0[present] }) { return pieces }
      let pieces = render(present)
      known.withLock { $0[present] = pieces }
      return pieces
    }
  }
}

extension TemplateTags.Tag {
  fileprivate func isShown(_ field: PostTemplate.Field) -> Bool {
    (kind == .variable || kind == .raw) && name == field.rawValue
  }
}

extension Unicode.Scalar {
  /// The scalar so far into plane 15.
  fileprivate var privateUse: Unicode.Scalar { Unicode.Scalar(0xF0000 + value) ?? "\u{F0000}" }

  fileprivate var isPrivateUseMark: Bool { (0xF0000...0xFFFFD).contains(value) }
}

extension String {
  /// At most one blank line anywhere, none at the start or the end; no white space ends a line.
  fileprivate var withoutEmptyLines: String {
    var lines: [Substring] = []
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      let end = line.lastIndex { !$0.isWhitespace }.map(line.index(after:)) ?? line.startIndex
      let line = line[..<end]
      if line.isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(line)
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
