import Testing

@testable import Tidings

@Suite struct QuotedPrintableTests {
  private static func x(_ count: Int, _ rest: String) -> String {
    String(repeating: "x", count: count) + rest
  }

  @Test(
    arguments: [
      ("", ""),
      ("a=b", "a=3Db"),
      ("é", "=C3=A9"),
      ("a\tb c", "a\tb c"),
      ("a \nb\t\n", "a=20\r\nb=09\r\n"),
      ("a  ", "a =20"),
      ("a\nb\r\nc\rd", "a\r\nb\r\nc\r\nd"),
      ("\r\n\r\r\n", "\r\n\r\n\r\n"),
      (".\n..\na.", "=2E\r\n=2E.\r\na."),
      ("From me\nFromage\n From \nFrom", "=46rom me\r\nFromage\r\n From=20\r\nFrom"),
      (x(75, ""), x(75, "")),
      (x(75, "x"), x(75, "x")),
      (x(75, "x\ny"), x(75, "x\r\ny")),
      (x(75, "xy"), x(75, "=\r\nxy")),
      (x(75, "é"), x(75, "=\r\n=C3=A9")),
      (x(75, " "), x(75, "=\r\n=20")),
      (x(75, " y"), x(75, "=\r\n y")),
      (x(75, ".y"), x(75, "=\r\n=2Ey")),
      (x(75, "From y"), x(75, "=\r\n=46rom y")),
      (x(73, "="), x(73, "=3D")),
      (x(73, "=y"), x(73, "=\r\n=3Dy")),
      (x(72, "=y"), x(72, "=3Dy")),
      (x(72, "=yz"), x(72, "=3D=\r\nyz")),
      (x(74, "="), x(74, "=\r\n=3D")),
      (x(74, "x \n"), x(75, "=\r\n=20\r\n")),
      (x(73, " \n"), x(73, "=20\r\n")),
    ] as [(String, String)])
  func encodes(text: String, encoded: String) {
    #expect(String(decoding: QuotedPrintable.encode(text.utf8), as: UTF8.self) == encoded)
  }

  @Test(
    arguments: [
      ("", ""), ("a\n", "a\r\n"), ("a", "a=\r\n"), ("a ", "a =\r\n"), ("é", "=C3=A9=\r\n"),
      (x(75, ""), x(75, "=\r\n")), (x(75, "x"), x(75, "=\r\nx=\r\n")),
      (x(73, "="), x(73, "=\r\n=3D=\r\n")),
    ] as [(String, String)])
  func endsInASoftBreakWhenMoreFollows(text: String, encoded: String) {
    let bytes = QuotedPrintable.encode(text.utf8, ending: .softBreak)
    #expect(String(decoding: bytes, as: UTF8.self) == encoded)
  }

  @Test(arguments: 0..<400)
  func decodesBackToTheSameBytes(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = Array("xxxxxxxxxxx =\t.F\r\n".utf8) + [0, 0x7F, 0xC3, 0xFF]
    let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
      seed % 2 == 0
        ? UInt8.random(in: 0...255, using: &random)
        : alphabet.randomElement(using: &random) ?? 0
    }
    #expect(try MailDecoder.quotedPrintable(QuotedPrintable.encode(bytes)) == hardBroken(bytes))
  }

  @Test(arguments: 70...80, [" ", "x", "=", ".", "é", "\t", "From "])
  func holdsTheLimitAtEveryLength(length: Int, last: String) throws {
    for next in ["", "\n", "y", " ", "=", "\r\n\r\n"] {
      let text = String(repeating: "x", count: length) + last + next
      let encoded = QuotedPrintable.encode(text.utf8)
      #expect(try MailDecoder.quotedPrintable(encoded) == hardBroken(Array(text.utf8)))
      let soft = QuotedPrintable.encode(text.utf8, ending: .softBreak) + Array("end".utf8)
      #expect(try MailDecoder.quotedPrintable(soft) == hardBroken(Array((text + "end").utf8)))
    }
  }

  @Test func encodesWhatIsNotContiguous() {
    let text = Array("a=\n").reversed().reversed().lazy.map { $0.asciiValue ?? 0 }
    #expect(QuotedPrintable.encode(text) == Array("a=3D\r\n".utf8))
  }
}

/// With CRLF for every line end, as a decoded text part has it.
func hardBroken(_ bytes: [UInt8]) -> [UInt8] {
  var broken: [UInt8] = []
  for (index, byte) in bytes.enumerated() {
    switch byte {
    case 0x0A where index > 0 && bytes[index - 1] == 0x0D: continue
    case 0x0A, 0x0D: broken += [0x0D, 0x0A]
    default: broken.append(byte)
    }
  }
  return broken
}
