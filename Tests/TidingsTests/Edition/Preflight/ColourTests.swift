import Foundation
import Testing

@testable import Tidings

@Suite struct ColourTests {
  @Test(arguments: [
    ("#fff", "#ffffff"), ("#1d1b18", "#1d1b18"), ("#FFF8", "#ffffff"), ("red", "#ff0000"),
    ("rgb(1, 2, 3)", "#010203"), ("rgb(100% 0% 0% / 50%)", "#ff0000"),
    ("rgba(255,0,0,.5)", "#ff0000"), ("hsl(120, 100%, 25%)", "#008000"),
    ("hsl(-240deg 100% 25%)", "#008000"), ("rebeccapurple", "#663399"),
    ("rgb(999,-5,0)", "#ff0000"),
  ])
  func coloursAreRead(css: String, expected: String) {
    #expect(Colour(css: css.lowercased())?.description == expected)
  }

  @Test(arguments: ["", "#ff", "#gggggg", "var(--ink)", "rgb(1,2)", "rgb(a,b,c)", "inherit", "#"])
  func whatIsNoColour(css: String) { #expect(Colour(css: css) == nil) }

  /// The examples of the WCAG techniques and their neighbours.
  @Test(arguments: [
    ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54),
    ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59), ("#9a3412", "#ffffff", 7.31),
  ])
  func contrast(text: String, back: String, ratio: Double) throws {
    let found = try #require(Colour(css: text)).contrast(to: #require(Colour(css: back)))
    #expect(abs(found - ratio) < 0.01)
  }

  @Test func seeThroughColoursMix() throws {
    let half = try #require(Colour(css: "rgba(0,0,0,.5)"))
    #expect(half.over(.white).description == "#808080")
  }

  private static func faint(_ body: String, style: String = "", meta: String = "") -> [String] {
    let html =
      "<html><head>\(meta)<style>\(style)</style></head><body>\(body)</body></html>"
    let page = MailPage(html)
    let sheet = StyleSheet(page.sheets)
    return ColourScheme.allCases.flatMap { scheme -> [String] in
      let colours = PageColours(page, sheet: sheet, scheme: scheme)
      return page.visibleTexts.compactMap { text in
        let painted = colours.painted[text.element]
        guard let words = painted.text, let back = painted.back else { return nil }
        let ratio = words.over(back).contrast(to: back)
        return ratio < (painted.isLarge ? 3 : 4.5) ? "\(scheme.rawValue) \(text.words)" : nil
      }
    }
  }

  private static let schemes = "<meta name=\"color-scheme\" content=\"light dark\">"

  @Test(arguments: [
    ("<p>plain</p>", "", []),
    ("<p style=\"color:#999999\">a</p>", "", ["light a", "dark a"]),
    ("<p style=\"color:#8c8c8c;font-size:24px\">a</p>", "", []),
    ("<p style=\"color:#8c8c8c;font-size:18px\">a</p>", "", ["light a", "dark a"]),
    ("<p style=\"color:#8c8c8c;font-size:14pt;font-weight:bold\">a</p>", "", []),
    ("<div style=\"color:#ffffff\"><p>a</p></div>", "", ["light a", "dark a"]),
    ("<table><tr><td bgcolor=\"#000000\"><font color=\"white\">a</font></td></tr></table>", "", []),
    (
      "<div style=\"background:#222222\"><p style=\"color:#333333\">a</p></div>", "",
      ["light a", "dark a"]
    ),
    // A picture behind, or a variable, is not judged.
    ("<div style=\"background:url(x)\"><p style=\"color:#ffffff\">a</p></div>", "", []),
    ("<p style=\"color:var(--a)\">a</p>", "", []),
    // Rules of the page's own.
    ("<p class=\"a\">a</p>", ".a{color:#eeeeee}", ["light a", "dark a"]),
    ("<p class=\"a\" style=\"color:#000000\">a</p>", ".a{color:#eeeeee}", []),
    (
      "<p class=\"a\" style=\"color:#000000\">a</p>", ".a{color:#eee!important}",
      ["light a", "dark a"]
    ),
    ("<p class=\"a\">a</p>", "p.a{color:#000000} .a{color:#eeeeee}", []),
    ("<div class=\"x\"><p>a</p></div><p>b</p>", ".x p{color:#eeeeee}", ["light a", "dark a"]),
    ("<div class=\"x\"><b><i>a</i></b></div>", ".x > i{color:#eeeeee}", []),
    ("<p>a</p>", "p:hover{color:#eeeeee} p[a]{color:#eeeeee}", []),
    ("<p>a</p>", "/* p{color:#fff} */ @media (max-width:480px){p{color:#ffffff}}", []),
    ("<p>a</p>", "@media screen{p{color:#ffffff}}", ["light a", "dark a"]),
    // The dark scheme alone.
    (
      "<p style=\"color:#222222\">a</p>",
      "@media (prefers-color-scheme:dark){body{background-color:#111111!important}}", ["dark a"]
    ),
    (
      "<p style=\"color:#222222\">a</p>",
      "@media (prefers-color-scheme: dark) { body { background-color:#111 !important } p { color:#eee !important } }",
      []
    ),
    (
      "<p style=\"color:#222222\">a</p>",
      "@media (prefers-color-scheme:dark){body{background-color:#111} p{color:#eeeeee}}", ["dark a"]
    ),
  ])
  func textIsJudgedInBothSchemes(body: String, style: String, expected: [String]) {
    #expect(Self.faint(body, style: style) == expected)
  }

  @Test func aDarkCanvasIsTheBrowsersOwn() {
    #expect(Self.faint("<p>a</p><a href=\"x\">b</a>", meta: Self.schemes) == [])
    #expect(Self.faint("<p style=\"color:#222222\">a</p>", meta: Self.schemes) == ["dark a"])
    #expect(
      Self.faint("<p style=\"color:#222222\">a</p>", style: ":root{color-scheme:light dark}") == [
        "dark a"
      ])
  }

  /// Broken style blocks end, and break nothing.
  @Test(arguments: [
    "{", "}", "@media", "@media (prefers-color-scheme:dark){", "a{b", "/*", ">{}", ",{}",
    "@a;b{c:d}",
  ])
  func brokenSheetsAreRead(style: String) {
    #expect(Self.faint("<p>a</p>", style: style) == [])
  }
}
