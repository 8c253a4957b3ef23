/// What one network's links are made of.
struct LinkGrammar: Sendable {
  /// Whether a name such as `example.org` is a link without `https://`.
  let linksBareNames: Bool
  /// In a path or between its parentheses, which must be balanced.
  let inPath: @Sendable (Unicode.Scalar) -> Bool
  /// What a path may end with, besides a closing parenthesis.
  let endsPath: @Sendable (Unicode.Scalar) -> Bool
  /// Whether a path may end with the parentheses `(…)`, told also whether all before them counts.
  let endsWithParentheses: @Sendable (ArraySlice<Unicode.Scalar>, Bool) -> Bool
  let inQuery: @Sendable (Unicode.Scalar) -> Bool
  let endsQuery: @Sendable (Unicode.Scalar) -> Bool
}
