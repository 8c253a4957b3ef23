/// The two ways in which a reader's device shows pages.
enum ColourScheme: String, CaseIterable {
  case light
  case dark
}
