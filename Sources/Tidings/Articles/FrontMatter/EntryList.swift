/// Entries of which no two have the same key; of two that do, the later takes the end of the list.
struct EntryList {
  private var slots: [FrontMatter.Entry?] = []
  private var places: [String: Int] = [:]

  /// In the order in which they were last put.
  var entries: [FrontMatter.Entry] { slots.compactMap(\.self) }

  func holds(_ key: String) -> Bool { places[key] != nil }

  mutating func put(_ entry: FrontMatter.Entry) {
    if let earlier = places.updateValue(slots.count, forKey: entry.key) { slots[earlier] = nil }
    slots.append(entry)
  }
}
