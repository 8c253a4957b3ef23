/// Breaks running text into lines of a width.
struct TextWrap {
  /// In columns.
  let width: Int
  /// Whether a line that is broken at a space ends in `TextLine.mark`.
  let isFlowed: Bool
  /// Whether a word of letters that no line can hold is parted with hyphens.
  private let hyphenates: Bool

  /// RFC 3676 4.2: characters, of which a line of many combining marks has more than columns.
  private static let mostScalars = 77

  init(width: Int, isFlowed: Bool = true, hyphenates: Bool = true) {
    self.width = width
    self.isFlowed = isFlowed
    self.hyphenates = hyphenates
  }

  /// The lines of `text`, each begun with `first` or, from the second on, `rest`.
  ///
  /// An address stands whole, alone where it is longer than a line. A line is broken within a word
  /// only where the script has no spaces, or the word alone is longer than a line. A line end in
  /// `text` is kept, and no line begins with `>` as if it were a quotation.
  func lines(_ text: String, first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = Line(lines.isEmpty ? first : rest)
      for piece in joined(wordsOf: part, prefix: rest) {
        if !line.isEmpty, line.size(with: piece) > (width, Self.mostScalars) {
          lines.append(line.text + (isFlowed && line.isSoft(before: piece) ? mark : ""))
          line = Line(rest)
        }
        line.append(piece)
      }
      lines.append(line.text)
    }
    return lines
  }

  private var mark: String { String(TextLine.mark) }

  /// What is not broken, and how much room it takes.
  private struct Piece {
    let text: Substring
    let size: Size
    let followsSpace: Bool

    init(_ text: Substring, followsSpace: Bool) {
      self.text = text
      self.followsSpace = followsSpace
      size = Size(text)
    }
  }

  /// Columns and scalars.
  private struct Size {
    var columns: Int
    var scalars: Int

    init(_ text: some StringProtocol) {
      columns = DisplayWidth.columns(text)
      scalars = columns == text.utf8.count ? columns : text.unicodeScalars.count
    }

    static func > (size: Size, limit: (columns: Int, scalars: Int)) -> Bool {
      size.columns > limit.columns || size.scalars > limit.scalars
    }
  }

  /// A line in the making.
  private struct Line {
    private(set) var text: String
    private(set) var isEmpty = true
    private let prefix: String
    private var size: Size

    init(_ prefix: String) {
      self.prefix = prefix
      text = prefix
      size = Size(prefix)
    }

    func size(with piece: Piece) -> Size {
      var size = size
      size.columns += piece.size.columns + (piece.followsSpace ? 1 : 0)
      size.scalars += piece.size.scalars + (piece.followsSpace ? 1 : 0)
      return size
    }

    mutating func append(_ piece: Piece) {
      let isGap = !isEmpty && piece.followsSpace
      let isQuotationLike = isEmpty && prefix.isEmpty && piece.text.utf8.first == 0x3E
      if isGap || isQuotationLike {
        text += " "
        size.columns += 1
        size.scalars += 1
      }
      text += piece.text
      size.columns += piece.size.columns
      size.scalars += piece.size.scalars
      isEmpty = false
    }

    /// An address ends its line for good, and `-- ` would begin a signature (RFC 3676 4.3).
    func isSoft(before piece: Piece) -> Bool {
      guard piece.followsSpace else { return false }
      let last = text.utf8.lastIndex(of: 0x20).map { text[$0...].dropFirst() } ?? text[...]
      return last != "--" && !last.contains("://")
    }
  }

  /// The pieces of a text's words; the number of a link stays with the last of its words.
  private func joined(wordsOf text: Substring, prefix: String) -> [Piece] {
    let limit = self.limit(behind: prefix)
    var pieces: [Piece] = []
    for word in text.split(separator: " ") {
      let parts = self.pieces(of: word, prefix: prefix)
      guard TextWrap.isReference(word), let reference = parts.first, let last = pieces.last else {
        pieces += parts
        continue
      }
      let joined = Piece("\(last.text) \(reference.text)", followsSpace: last.followsSpace)
      if joined.size > limit {
        pieces += parts
      } else {
        pieces[pieces.count - 1] = joined
        pieces += parts.dropFirst()
      }
    }
    return pieces
  }

  /// `[12]`, with or without punctuation behind it.
  private static func isReference(_ word: Substring) -> Bool {
    guard word.utf8.first == UInt8(ascii: "[") else { return false }
    let rest = word.dropFirst().drop { ("0"..."9").contains($0) }
    return rest.utf8.first == UInt8(ascii: "]")
      && rest.startIndex > word.index(after: word.startIndex)
  }

  /// What is left of a line behind its prefix.
  private func limit(behind prefix: String) -> (columns: Int, scalars: Int) {
    let room = Size(prefix)
    return (width - room.columns, Self.mostScalars - room.scalars)
  }

  /// A word, or the parts of one that is longer than a line or of a script without spaces.
  private func pieces(of word: Substring, prefix: String) -> [Piece] {
    let whole = Piece(word, followsSpace: true)
    // Where no byte says otherwise, all letters are Latin.
    let isLatin = whole.size.columns == word.utf8.count
    var pieces =
      isLatin || TextWrap.isAddress(word)
      ? [whole]
      : LineBreaks.parts(of: word).enumerated()
        .map { Piece($1, followsSpace: $0 == 0) }
    let isQuotationLike = prefix.isEmpty && word.utf8.first == UInt8(ascii: ">")
    let limit = self.limit(behind: isQuotationLike ? " " : prefix)
    guard pieces.contains(where: { $0.size > limit && !TextWrap.isAddress($0.text) }) else {
      return pieces
    }
    pieces = pieces.flatMap { piece in
      TextWrap.isAddress(piece.text) ? [piece] : chunks(of: piece, limit: limit)
    }
    return pieces
  }

  /// A piece that no line can hold, in parts that do: between characters as a reader sees them, and
  /// within one only when it alone has more scalars than a line.
  private func chunks(of piece: Piece, limit: (columns: Int, scalars: Int)) -> [Piece] {
    guard piece.size > limit else { return [piece] }
    let isHyphenated = hyphenates && TextWrap.isOfLetters(piece.text)
    let limit = (columns: limit.columns - (isHyphenated ? 1 : 0), scalars: limit.scalars)
    let isMonstrous = piece.text.contains { $0.unicodeScalars.count > limit.scalars }
    let parts =
      isMonstrous
      ? piece.text.unicodeScalars.map { String($0) } : piece.text.map { String($0) }
    var chunks: [Piece] = []
    var chunk = ""
    var size = Size("")
    func close() {
      chunks.append(
        Piece(Substring(chunk), followsSpace: chunks.isEmpty && piece.followsSpace))
    }
    for part in parts {
      let added = Size(part)
      size.columns += added.columns
      size.scalars += added.scalars
      if !chunk.isEmpty, size > limit {
        if isHyphenated { chunk += "-" }
        close()
        chunk = ""
        size = added
      }
      chunk += part
    }
    close()
    return chunks
  }

  /// Whether a word is one, not a key or a path: letters in which capitals differ from small ones.
  private static func isOfLetters(_ word: Substring) -> Bool {
    let letters = word.drop { $0.isPunctuation }.trimmingSuffix { $0.isPunctuation }
    return letters.allSatisfy { $0.isLetter && $0.isCased }
  }

  private static func isAddress(_ word: Substring) -> Bool {
    guard let scheme = word.firstRange(of: "://") else { return false }
    let name = word[..<scheme.lowerBound].drop { !$0.isLetter }.lowercased()
    return name == "http" || name == "https"
  }
}
