import Foundation
import Testing

@testable import Tidings

@Suite struct CompositionTests {
  private static let scalars = Array(
    """
    aeAoq zZ1#.\u{300}\u{301}\u{302}\u{308}\u{323}\u{327}\u{328}\u{31B}\u{345}\u{344}\u{340}\
    \u{E9}\u{1E69}\u{1EAD}\u{212B}\u{2126}\u{3B1}\u{1FB7}\u{1100}\u{1161}\u{11A8}\u{AC00}\u{AC01}\
    \u{915}\u{93C}\u{958}\u{94D}\u{9C7}\u{9BE}\u{9D7}\u{DD9}\u{DCF}\u{DCA}\u{1025}\u{102E}\
    \u{304B}\u{3099}\u{309A}\u{F71}\u{F72}\u{F73}\u{F74}\u{FB1D}\u{5D9}\u{5B4}\u{5BC}\u{F900}\
    \u{2ADC}\u{338}\u{11099}\u{110BA}\u{11131}\u{11127}\u{1D15E}\u{1F642}\u{FE0F}\u{200D}\u{4E00}
    """.unicodeScalars)

  /// The whole text's form, though it is composed in pieces.
  @Test func isThatOfTheWholeText() {
    var random = SeededGenerator(seed: 15)
    for length in [0, 1, 5, 1_020, 1_024, 1_030, 5_000] {
      for _ in 0..<40 {
        let text = (0..<length).map { _ in Self.scalars.randomElement(using: &random) ?? "a" }
        let string = String(String.UnicodeScalarView(text))
        #expect(
          Composition.composed(text).unicodeScalars
            .elementsEqual(string.precomposedStringWithCanonicalMapping.unicodeScalars))
      }
    }
  }

  /// Foundation alone takes minutes for either.
  @Test func takesLongTexts() {
    let letters = Array("e\u{301}".unicodeScalars)
    let count = 300_000
    #expect(
      Composition.composed((0..<count * 2).map { letters[$0 % 2] }).unicodeScalars
        .allSatisfy { $0 == "\u{E9}" })
    let marks: [Unicode.Scalar] = ["\u{301}", "\u{323}"]
    let tower = Composition.composed(["e"] + (0..<count).map { marks[$0 % 2] }).unicodeScalars
    #expect(tower.count == count)
    #expect(tower.starts(with: ["\u{1EB9}", "\u{323}"]))
    #expect(tower.last == "\u{301}")
  }

  /// What a decomposition holds after its first scalar may join or follow; nothing else does.
  @Test func partsATextWhereNothingJoins() {
    var later: Set<Unicode.Scalar> = []
    var firsts: [(scalar: Unicode.Scalar, first: Unicode.Scalar)] = []
    for scalar in (0..<UInt32(0x20000)).compactMap(Unicode.Scalar.init)
    where scalar.properties.generalCategory != .unassigned {
      let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
      later.formUnion(parts.dropFirst())
      if Composition.isBoundary(before: scalar), let first = parts.first {
        firsts.append((scalar, first))
      }
    }
    #expect(later.count > 70)
    #expect(firsts.count > 80_000)
    for (scalar, first) in firsts where later.contains(first) {
      Issue.record("U+\(String(scalar.value, radix: 16)) may join what stands before it")
    }
    for (scalar, first) in firsts where first.properties.canonicalCombiningClass != .notReordered {
      Issue.record("U+\(String(scalar.value, radix: 16)) may trade places")
    }
  }
}
