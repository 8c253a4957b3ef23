/// What a post says of where its article first appeared.
public enum AttributionPolicy: String, Sendable, Hashable, CaseIterable {
  /// The sentence, always.
  case always
  /// The sentence where the post's own words were cut, so that a reader finds the rest.
  case shortened
  /// The address alone; nothing more where the post's link is that address.
  case link
}
