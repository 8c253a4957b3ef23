/// Plain text as `format=flowed; delsp=no` has it on the wire (RFC 3676).
///
/// A line of the frozen text that ends in a space goes on in the next one, and a line that begins
/// with `>` is a quotation as deep as it has such signs in a row: that much is said where the text
/// is set, by `TextFormat`. What only the wire needs is done here, and nowhere else:
///
/// - a line that begins with a space or with `From ` gets one more space before it, which a reader
///   takes off again (4.4 space-stuffing);
/// - a line that continues another loses its indent but for that one space, so that a list's item
///   reflows to what its writer wrote, and hangs by one column where nothing reflows;
/// - a reader's own value has no space at its ends, and begins no quotation.
public enum FlowedText {
  /// Of the part's `Content-Type`.
  static let parameters = "charset=utf-8; format=flowed; delsp=no"

  /// The signature's separator (RFC 3676 4.3), which ends in a space and yet is a line of its own.
  static let signatureSeparator = "-- "

  /// `text` with its fixed pieces as they go out; the values of its fields are not in it yet.
  static func stuffed(_ text: PersonalText) -> PersonalText {
    var position = Position.lineStart
    return PersonalText(
      pieces: text.pieces.map { piece in
        switch piece {
        case .fixed(let fixed):
          return .fixed(stuffed(fixed, from: &position))
        case .field:
          position = .within
          return piece
        }
      })
  }

  /// A reader's value where a text shows it.
  static func value(_ value: String, startsLine: Bool) -> String {
    let space = UInt8(ascii: " ")
    guard let first = value.utf8.firstIndex(where: { $0 != space }),
      let last = value.utf8.lastIndex(where: { $0 != space })
    else { return "" }
    let trimmed = value[first...last]
    let isRisky = trimmed.utf8.first == UInt8(ascii: ">") || trimmed.utf8.starts(with: from)
    return startsLine && isRisky ? " " + trimmed : String(trimmed)
  }

  /// `text` as it is without flowing, as for a provider that builds the part itself: each line ends
  /// where it is broken, without the space that says so.
  public static func unflowed(_ text: String) -> String {
    let space = UInt8(ascii: " ")
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { line in
        guard line.last == space, !line.elementsEqual(signatureSeparator.utf8) else {
          return Substring(line)
        }
        return Substring(
          line[..<(line.lastIndex { $0 != space }.map(line.index(after:)) ?? line.startIndex)])
      }.joined(separator: "\n")
  }

  /// Where the next byte stands.
  private enum Position {
    case lineStart
    /// At the start of a line that goes on from the one before.
    case continuation
    case within
  }

  private static let from = Array("From ".utf8)

  private static func stuffed(_ text: String, from position: inout Position) -> String {
    let space = UInt8(ascii: " ")
    let quote = UInt8(ascii: ">")
    var stuffed: [UInt8] = []
    stuffed.reserveCapacity(text.utf8.count + text.utf8.count / 16)
    var rest = Array(text.withLineFeeds.utf8)[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      let line = rest[..<(end ?? rest.endIndex)]
      let quotes = line.prefix { $0 == quote }
      var content = line[quotes.endIndex...]
      switch position {
      case .within:
        stuffed += line
      case .continuation:
        let isIndented = content.first == space
        content = content.drop { $0 == space }
        stuffed += quotes
        if !content.isEmpty && (isIndented || content.starts(with: Self.from)) {
          stuffed.append(space)
        }
        stuffed += content
      case .lineStart:
        if quotes.isEmpty, content.first == space || content.starts(with: Self.from) {
          stuffed.append(space)
        }
        stuffed += line
        if !quotes.isEmpty, content.first == space { content = content.dropFirst() }
      }
      guard let end else {
        if !line.isEmpty { position = .within }
        break
      }
      stuffed.append(UInt8(ascii: "\n"))
      let isSoft = content.last == space && !content.elementsEqual(signatureSeparator.utf8)
      position = isSoft ? .continuation : .lineStart
      rest = rest[rest.index(after: end)...]
    }
    return String(decoding: stuffed, as: UTF8.self)
  }
}

extension String {
  /// With a line feed for every line end.
  var withLineFeeds: String {
    guard utf8.contains(0x0D) else { return self }
    return String(
      decoding: Array(replacing("\r\n", with: "\n").utf8).map { $0 == 0x0D ? 0x0A : $0 },
      as: UTF8.self)
  }
}
