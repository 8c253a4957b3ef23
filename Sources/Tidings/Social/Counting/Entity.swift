/// A hashtag or mention within a text.
struct Entity: Sendable, Hashable {
  /// Without its `#` or `@`.
  let name: String
  /// In UTF-8 bytes of the text as passed, its sign included.
  let range: Range<Int>
}
