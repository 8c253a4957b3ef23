import Testing

@testable import Tidings

@Suite struct MarkupTests {
  private static let hostile = "<script>'\"&\"'</script>\u{301} --> 日本 👩‍👩‍👧"
  private static let escaped =
    "&lt;script&gt;&#39;&quot;&amp;&quot;&#39;&lt;/script&gt;\u{301} --&gt; 日本 👩‍👩‍👧"

  @Test func everyTextIsEscapedAndMarkupStands() {
    let text = Self.hostile
    let inner = "<b>\(text)</b>" as Markup
    let none: Markup? = nil
    let cases: [(Markup, String)] = [
      ("<p>\(text)</p>", "<p>\(Self.escaped)</p>"), (inner, "<b>\(Self.escaped)</b>"),
      ("<p>\(inner)</p>", "<p><b>\(Self.escaped)</b></p>"), (Markup(text), Self.escaped),
      (
        "<p>\([inner, inner])\(none)\(3)</p>",
        "<p><b>\(Self.escaped)</b><b>\(Self.escaped)</b>3</p>"
      ),
      ("<i\(" hidden", if: true)\(" dir", if: false)>", "<i hidden>"), ("", ""),
    ]
    for (markup, html) in cases { #expect(markup.html == html) }
  }
}
