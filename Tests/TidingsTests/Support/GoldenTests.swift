import Testing

@Suite struct GoldenTests {
  @Test(arguments: [
    ("a\nb\n", "a\nb\n", nil),
    ("a\nb\n", "a\nc\n", "2: expected \"c\", found \"b\""),
    ("a\r\n", "a\n", "1: expected \"a\", found \"a\\r\""),
    ("a\nb", "a", "2: expected the end, found \"b\""),
    ("a", "a\n", "2: expected \"\", found the end"),
  ])
  func namesTheFirstLineThatDiffers(actual: String, expected: String, difference: String?) {
    #expect(firstDifference(Array(actual.utf8), Array(expected.utf8)) == difference)
  }
}
