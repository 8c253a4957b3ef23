/// What single bytes mean in a Markdown text.
enum MarkdownByte {
  static let backslash = UInt8(ascii: "\\")

  static func isAlphanumeric(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }

  /// Of the name of a tag or an attribute.
  static func isName(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "-_.:/".utf8.contains(byte)
  }

  /// What a backslash makes plain text (CommonMark 2.4).
  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !isAlphanumeric(byte)
  }

  /// `text` on one line as Markdown that means just that text.
  static func escaped(_ text: some Sequence<UInt8>) -> [UInt8] {
    text.reduce(into: []) { result, byte in
      if isPunctuation(byte) { result.append(backslash) }
      result.append(byte.isSpace ? 0x20 : byte)
    }
  }

  static func escaped(_ text: String) -> String {
    String(decoding: escaped(text.utf8), as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  func opens(with text: String) -> Bool { starts(with: text.utf8) }

  func closes(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}

extension [UInt8] {
  /// The lines, without the line ends between them.
  var lineSlices: [ArraySlice<UInt8>] {
    split(separator: .newline, omittingEmptySubsequences: false)
  }

  /// Without blank lines at either end and without the indentation that all lines share.
  var dedented: [UInt8] {
    var lines = lineSlices[...]
    func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy(\.isSpace) }
    lines = lines.drop(while: isBlank)
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    let margins = lines.filter { !isBlank($0) }.map { $0.prefix { $0 == 0x20 || $0 == 0x09 }.count }
    let margin = margins.min() ?? 0
    return Array(lines.map { $0.dropFirst(margin) }.joined(separator: [.newline]))
  }
}
