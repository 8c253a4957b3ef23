import Foundation

/// A tag for comparison: case, spaces, hyphens, punctuation and a leading `#` make no difference.
///
/// `+` and `#` behind a letter or digit stay: "C++" and "C#" are other things than "C". A tag of
/// signs alone, such as an emoji, is only itself.
struct TagName: Hashable, Sendable {
  let folded: String

  init(_ tag: String) {
    folded = Self.foldedASCII(tag.utf8.span) ?? Self.folded(tag)
  }

  /// The same for UTF-8.
  init(_ tag: Span<UInt8>) {
    folded =
      Self.foldedASCII(tag)
      ?? Self.folded(tag.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
  }

  /// Nil for what is not ASCII, and for signs alone.
  private static func foldedASCII(_ tag: Span<UInt8>) -> String? {
    var isASCII = true
    let folded = String(unsafeUninitializedCapacity: tag.count) { text in
      var end = 0
      var isKept = false
      for index in 0..<tag.count {
        let byte = tag[index]
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: isKept = true
        case 0x2B, 0x23: break
        case 0x80...:
          isASCII = false
          return 0
        default: isKept = false
        }
        guard isKept else { continue }
        text[end] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        end += 1
      }
      return end
    }
    return isASCII && !folded.isEmpty ? folded : nil
  }

  /// The same for every script.
  static func folded(_ tag: String) -> String {
    let plain = tag.precomposedStringWithCompatibilityMapping.lowercased()
    var folded = ""
    var isKept = false
    for character in plain {
      let isSign = character == "+" || character == "#"
      isKept = character.isLetter || character.isNumber || (isSign && isKept)
      if isKept { folded.append(character) }
    }
    return folded.isEmpty ? plain.trimmingCharacters(in: .whitespacesAndNewlines) : folded
  }
}
