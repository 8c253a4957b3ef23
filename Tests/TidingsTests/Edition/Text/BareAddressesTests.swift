import Testing

@testable import Tidings

@Suite struct BareAddressesTests {
  @Test(
    arguments: [
      ("See https://a.example/x for more", "See https://a.example/x for more"),
      ("See https://a.example/x.", "See <https://a.example/x>."),
      ("(https://a.example/x)", "(<https://a.example/x>)"),
      ("https://a.example/x_(y)", "https://a.example/x_(y)"),
      ("https://a.example/x_(y))", "<https://a.example/x_(y)>)"),
      ("<https://a.example/x>", "<https://a.example/x>"),
      ("ftp://a.example/x.", "ftp://a.example/x."), ("https://.", "https://."),
      ("HTTP://a.example, ftp://b.example", "<HTTP://a.example>, ftp://b.example"),
      ("見よhttps://a.example/x。", "見よ<https://a.example/x>。"),
    ])
  func standApart(text: String, delimited: String) {
    #expect(BareAddresses.delimited(text) == delimited)
  }

  /// What takes a text's length squared would not end.
  @Test func longTextsAreReadOnce() {
    let address = "https://a.example/"
    let closed = String(repeating: ")", count: 60_000)
    #expect(BareAddresses.delimited(address + closed) == "<\(address)>\(closed)")
    let schemes = String(repeating: "x://", count: 30_000)
    #expect(BareAddresses.delimited(schemes) == schemes)
  }
}
