/// An id that Obsidian puts at a block's end: `^37066d`.
enum BlockID {
  /// Bytes of the id at the end of `words`, with the space before it; 0 when there is none.
  static func length(_ words: ArraySlice<UInt8>) -> Int {
    let id = words.suffix(60).reversed().prefix {
      MarkdownByte.isAlphanumeric($0) || $0 == UInt8(ascii: "-")
    }
    let mark = words.endIndex - id.count - 1
    guard id.count > 1, mark >= words.startIndex, words[mark] == UInt8(ascii: "^"),
      id.contains(where: \.isLetter)
    else { return 0 }
    if mark == words.startIndex { return words.count }
    guard words[mark - 1].isSpace else { return 0 }
    return id.count + 2
  }
}
