/// What a text takes of a network's limit.
struct PostLength: Equatable {
  /// As a person pastes it.
  let pasted: Int
  /// As the API's own field has it, its escapes among it.
  let sent: Int

  /// What a post has to keep within the limit.
  var longest: Int { max(pasted, sent) }

  static func + (one: Self, other: Self) -> Self {
    Self(pasted: one.pasted + other.pasted, sent: one.sent + other.sent)
  }
}
