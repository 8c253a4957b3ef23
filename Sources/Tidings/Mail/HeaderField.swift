/// One header field as it stands in a message (RFC 5322 2.2), encoded and folded.
struct HeaderField: Sendable, Hashable {
  let name: String
  /// What follows `name: `, with its folds and without the last line end.
  let value: [UInt8]

  /// RFC 2047 2 for lines with an encoded word; RFC 5322 2.1.1 would allow 78 for others.
  static let preferredLine = 76
  /// RFC 5322 2.1.1.
  static let longestLine = 998

  /// A field of free text, such as a subject.
  ///
  /// What is not ASCII, looks like an encoded word, has more than one space in a row or no place to
  /// fold is written as encoded words, so that every reader decodes it to the same text.
  ///
  /// - Throws: `MailError.controlCharacter`.
  init(_ name: String, text: String) throws(MailError) {
    var line = try Line(name, text)
    var words: [Word] = []
    for word in text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
      let room = words.isEmpty ? line.room : Self.preferredLine - 1
      words.append(Word(text: Substring(word), isPlain: Self.isPlain(word, room: room)))
    }
    // An empty word is a space too many: only an encoded word keeps it through every decoder.
    let empty = words.indices.filter { words[$0].text.isEmpty }
    for index in empty {
      for neighbour in [index - 1, index + 1] where words.indices.contains(neighbour) {
        words[neighbour].isPlain = false
      }
    }
    var rest = text.isEmpty ? [] : words[...]
    while let word = rest.first {
      if word.isPlain {
        line.append(Array(word.text.utf8))
        rest = rest.dropFirst()
      } else {
        let run = rest.prefix { !$0.isPlain }
        line.append(EncodedWords(run.map(\.text).joined(separator: " ")))
        rest = rest.dropFirst(run.count)
      }
    }
    self.init(name: name, value: line.bytes)
  }

  /// A field of one mailbox: its name as atoms, quoted or as encoded words, then its address.
  init(_ name: String, _ mailbox: Mailbox) throws(MailError) {
    let address = mailbox.address.description
    let token = mailbox.name == nil ? address : "<\(address)>"
    try self.init(name, phrase: mailbox.name ?? "", token: token)
  }

  /// A field such as `List-Id: Name <id>`: a phrase, which may be empty, and what is never encoded.
  ///
  /// - Throws: `MailError.controlCharacter`.
  init(_ name: String, phrase: String, token: String) throws(MailError) {
    var line = try Line(name, token)
    try Self.refuseControls(in: name, phrase)
    if !phrase.isEmpty { line.append(phrase: phrase) }
    line.append(Array(token.utf8))
    self.init(name: name, value: line.bytes)
  }

  /// A field whose value stays as it is on one line, such as a URL that many programs read unfolded.
  ///
  /// - Throws: `MailError.controlCharacter` also for what is not ASCII, and `lineTooLong`.
  init(_ name: String, line value: String) throws(MailError) {
    guard value.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
      throw .controlCharacter(in: name, text: value)
    }
    let count = name.utf8.count + 2 + value.utf8.count
    guard count <= Self.longestLine else { throw .lineTooLong(header: name, count: count) }
    self.init(name: name, value: Array(value.utf8))
  }

  private init(name: String, value: [UInt8]) {
    self.name = name
    self.value = value
  }

  /// The whole field with its line end.
  var bytes: [UInt8] {
    var bytes = Array(name.utf8)
    bytes.append(UInt8(ascii: ":"))
    if !value.isEmpty { bytes.append(UInt8(ascii: " ")) }
    bytes += value
    bytes += [0x0D, 0x0A]
    return bytes
  }

  private struct Word {
    let text: Substring
    var isPlain: Bool
  }

  private static func refuseControls(in name: String, _ text: String) throws(MailError) {
    if text.hasControlCharacters { throw .controlCharacter(in: name, text: text) }
  }

  /// Whether a word may stand as it is on a line with `room` columns left for it.
  private static func isPlain(_ word: Substring.UTF8View, room: Int) -> Bool {
    !word.isEmpty && word.count <= room && isPlain(word)
  }

  /// Whether a text is ASCII in which no decoder sees an encoded word.
  private static func isPlain(_ text: some Sequence<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in text {
      if byte >= 0x80 { return false }
      if byte == UInt8(ascii: "?") && previous == UInt8(ascii: "=") { return false }
      previous = byte
    }
    return true
  }

  /// A value in the making, folded at the spaces between what is appended.
  private struct Line {
    private(set) var bytes: [UInt8] = []
    private var column: Int

    init(_ name: String, _ value: String) throws(MailError) {
      try HeaderField.refuseControls(in: name, value)
      column = name.utf8.count + 2
    }

    /// What the line still takes after the space that comes first.
    var room: Int { preferredLine - column - (bytes.isEmpty ? 0 : 1) }

    mutating func append(_ token: [UInt8]) {
      separate(fold: token.count > room)
      bytes += token
      column += token.count
    }

    mutating func append(_ text: EncodedWords) {
      let needed = min(text.width, EncodedWords.frame + EncodedWords.widestUnit)
      let fitsNextLine = text.width <= EncodedWords.longestWord
      separate(fold: text.width > room && (needed > room || fitsNextLine))
      var isFirst = true
      for word in text.words(room: preferredLine - column) {
        if !isFirst { separate(fold: true) }
        isFirst = false
        bytes += word
        column += word.count
      }
    }

    /// A display name: RFC 5322 3.4 `phrase`, or RFC 2047 5 (3).
    mutating func append(phrase: String) {
      let words = phrase.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      let isOneSpaced = !words.contains(where: \.isEmpty)
      if isOneSpaced && words.allSatisfy({ isPlain($0, room: room) && $0.allSatisfy(\.isAtomText) })
      {
        for word in words { append(Array(word)) }
        return
      }
      let quoted = Array(phrase.quoted.utf8)
      if isOneSpaced && isPlain(quoted) && quoted.count <= room {
        append(quoted)
      } else {
        append(EncodedWords(phrase))
      }
    }

    /// A space, or a line end and a space; the first token always follows the name directly.
    private mutating func separate(fold: Bool) {
      guard !bytes.isEmpty else { return }
      if fold {
        bytes += [0x0D, 0x0A]
        column = 0
      }
      bytes.append(UInt8(ascii: " "))
      column += 1
    }
  }
}
