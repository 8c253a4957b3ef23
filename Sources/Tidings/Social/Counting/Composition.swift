import Foundation

/// Unicode's composed form (NFC, UAX 15) of texts of any length, in time that grows as they do.
///
/// Foundation moves the rest of a text for each mark that it composes or reorders: it is given
/// short pieces, their marks in order.
enum Composition {
  /// In scalars; a piece ends where the next scalar can be parted from it.
  private static let piece = 1024

  static func composed(_ scalars: [Unicode.Scalar]) -> String {
    var composed = ""
    var start = 0
    while start < scalars.count {
      var end = min(start + piece, scalars.count)
      while end < scalars.count, !isBoundary(before: scalars[end]) { end += 1 }
      composed +=
        String(String.UnicodeScalarView(ordered(scalars[start..<end])))
        .precomposedStringWithCanonicalMapping
      start = end
    }
    return composed
  }

  /// Whether `scalar` neither joins nor trades places with anything before it (UAX 15 9.1); false
  /// for some that would not, either.
  static func isBoundary(before scalar: Unicode.Scalar) -> Bool {
    if scalar.isSurelyComposed { return true }
    switch scalar.value {
    // Vowels and finals of Hangul, and vowels of Kirat Rai: letters that join.
    case 0x1160...0x11FF, 0x16D63...0x16D6A: return false
    default: break
    }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .unassigned: false
    default: true
    }
  }

  /// Each run of marks by combining class, those of one class as they stand (UAX 15 1.3).
  private static func ordered(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var ordered: [Unicode.Scalar] = []
    ordered.reserveCapacity(scalars.count)
    var marks: [(rank: UInt8, place: Int, scalar: Unicode.Scalar)] = []
    func takeMarks() {
      if marks.count > 1 { marks.sort { ($0.rank, $0.place) < ($1.rank, $1.place) } }
      ordered += marks.lazy.map(\.scalar)
      marks.removeAll(keepingCapacity: true)
    }
    for (place, scalar) in scalars.enumerated() {
      let rank = scalar.isSurelyComposed ? 0 : scalar.properties.canonicalCombiningClass.rawValue
      if rank == 0 {
        takeMarks()
        ordered.append(scalar)
      } else {
        marks.append((rank, place, scalar))
      }
    }
    takeMarks()
    return ordered
  }
}

extension Unicode.Scalar {
  /// Whether nothing around it can make another of it in NFC: most of what people write.
  var isSurelyComposed: Bool {
    switch value {
    case 0...0x2FF, 0x400...0x482, 0x48A...0x52F, 0x2002...0x2027, 0x2030...0x205E,
      0x2190...0x2328, 0x232B...0x2AD0, 0x3000...0x3029, 0x3030...0x3098, 0x309B...0xA4CF,
      0xAC00...0xD7A3, 0xFE0F, 0xFF01...0xFFFD, 0x1F000...0x1FAFF:
      true
    default: false
    }
  }
}
