/// Paragraphs whose lines begin with a bullet character, as pasted posts have them.
enum BulletLines {
  /// A check mark is none of these: it means something to the reader.
  private static let bullets: Set<Character> = ["•", "·", "▪", "◦", "‣"]

  /// The paragraph, or its leading lines and a list when at least two lines, all the rest of it,
  /// begin with the same bullet; nothing for no inlines.
  static func blocks(_ inlines: [Inline]) -> [Block] {
    guard !inlines.isEmpty else { return [] }
    let lines = inlines.split { $0 == .softBreak || $0 == .lineBreak }
    guard lines.count > 1, let first = lines.firstIndex(where: { bullet(of: $0) != nil }),
      lines.count - first > 1,
      lines[first...].allSatisfy({ bullet(of: $0) == bullet(of: lines[first]) })
    else { return [.paragraph(inlines)] }
    let items = lines[first...].map { Block.Item(blocks: [.paragraph(withoutBullet($0))]) }
    let list = Block.list(Block.List(start: nil, isTight: true, items: items))
    guard first > 0 else { return [list] }
    let lead = inlines.prefix(lines[first].startIndex).dropLast()
    return [.paragraph(Array(lead)), list]
  }

  private static func bullet(of line: ArraySlice<Inline>) -> Character? {
    guard case .text(let text) = line.first, let mark = text.first, bullets.contains(mark),
      let next = text.dropFirst().first, next.isWhitespace,
      line.count > 1 || text.dropFirst().contains(where: { !$0.isWhitespace })
    else { return nil }
    return mark
  }

  private static func withoutBullet(_ line: ArraySlice<Inline>) -> [Inline] {
    guard case .text(let text) = line.first else { return Array(line) }
    let rest = String(text.dropFirst().drop(while: \.isWhitespace))
    return ([.text(rest)] + line.dropFirst()).trimmed
  }
}
