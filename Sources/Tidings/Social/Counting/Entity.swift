/// A hashtag or mention within a text.
struct Entity: Sendable, Hashable {
  /// Without its `#` or `@`, as it stands in the text.
  let name: String
  /// In UTF-8 bytes of the text as passed, its sign included.
  let range: Range<Int>
  /// The same in scalars of the text as it was read.
  let scalars: Range<Int>

  init(name: String, range: Range<Int>, scalars: Range<Int>) {
    self.name = name
    self.range = range
    self.scalars = scalars
  }

  /// What stands at `scalars`, its sign first.
  init(scalars: Range<Int>, of text: ScalarText) {
    self.init(
      name: text.words(at: (scalars.lowerBound + 1)..<scalars.upperBound),
      range: text.bytes(of: scalars), scalars: scalars)
  }
}
