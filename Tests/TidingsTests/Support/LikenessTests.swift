import Testing
import Tidings

/// Which word was probably meant, and when nobody can tell.
@Suite struct LikenessTests {
  @Test(
    arguments: [
      ("blusky", ["x", "bluesky"], "bluesky"), ("lnik", ["hook", "link"], "link"),
      ("titel", ["tide", "title"], "title"), ("urll", ["url"], "url"), ("Bdy", ["body"], "body"),
      ("sauce", ["utm.source", "source"], nil), ("utm.sauce", ["utm.source"], "utm.source"),
      ("foo", ["mastodon", "toot"], nil), ("foo", ["fb", "tg", "hn", "x"], nil),
      ("", ["a"], nil), ("a", ["b"], nil), ("ab", ["ba", "abc", "a"], nil), ("al", ["all"], nil),
      ("x", ["x"], "x"), ("tide", ["tied", "tides"], "tied"), ("harbour", ["arbor"], nil),
      (String(repeating: "a", count: 65), [String(repeating: "a", count: 65)], nil),
    ] as [(String, [String], String?)])
  func nearest(text: String, words: [String], meant: String?) {
    #expect(Likeness.nearest(to: text, among: words) == meant)
  }
}
