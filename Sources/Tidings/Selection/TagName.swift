import Foundation

/// A tag for comparison: case, spaces, hyphens and a leading `#` make no difference.
struct TagName: Hashable, Sendable {
  let folded: String

  init(_ tag: String) {
    folded = tag.trimmingCharacters(in: .whitespaces).drop { $0 == "#" }.description
      .precomposedStringWithCompatibilityMapping.lowercased()
      // "C++" and "C#" are other things than "C".
      .filter { $0.isLetter || $0.isNumber || $0 == "+" || $0 == "#" }
  }
}
