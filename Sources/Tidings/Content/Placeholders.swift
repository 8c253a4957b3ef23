/// The Markdown that stands between pieces of raw HTML, while the HTML around it is read.
///
/// Each stands in the HTML as a comment; the walk over the HTML asks for it where it meets the
/// comment, so that one reading of the HTML decides what holds what. A class, because that walk
/// and the one that asked for it see the same state.
final class Placeholders {
  private let count: Int
  private let convert: (_ index: Int, _ depth: Int) -> [Piece]
  private var met: Set<Int> = []

  init(count: Int, convert: @escaping (_ index: Int, _ depth: Int) -> [Piece]) {
    self.count = count
    self.convert = convert
  }

  private static let mark = "tidings "

  static func comment(_ index: Int) -> String { "<!--\(mark)\(index)-->" }

  /// Whether the HTML held, or dropped, each one.
  var isComplete: Bool { met.count == count }

  /// What the comment stands for, or nil when it is an author's own; the second time nothing.
  func take(_ comment: String, depth: Int) -> [Piece]? {
    guard let index = index(comment) else { return nil }
    return met.insert(index).inserted ? convert(index, depth) : []
  }

  /// Counts as dropped what the nodes stand for, and returns how many they were.
  func skip(_ nodes: [HTMLNode]) -> Int {
    nodes.reduce(0) { sum, node in
      switch node {
      case .element(let element):
        return sum + skip(element.children)
      case .comment(let text):
        return sum + (index(text).map { met.insert($0).inserted } == true ? 1 : 0)
      case .text(let text):
        // Within script and style a comment is text.
        let parts = text.split(separator: "<!--").compactMap {
          index(String($0.prefix { $0 != "-" }))
        }
        return sum + parts.filter { met.insert($0).inserted }.count
      }
    }
  }

  private func index(_ comment: String) -> Int? {
    guard comment.hasPrefix(Self.mark), let index = Int(comment.dropFirst(Self.mark.count)),
      (0..<count).contains(index)
    else { return nil }
    return index
  }
}
