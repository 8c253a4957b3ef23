/// A name that no network is known by.
public struct UnknownNetwork: Error, Hashable {
  public let name: String

  /// The known network that was probably meant.
  public var suggestion: String? {
    // Longer names are no slip of a key, and the comparison grows with the square of their length.
    guard name.count <= 20 else { return nil }
    if let network = Network.all.first(where: {
      $0.otherNames.contains(name) || $0.title.lowercased() == name
    }) {
      return network.id
    }
    let distances = Network.all.map { ($0.id, Self.distance(name, $0.id)) }
    return distances.filter { $0.1 <= max(1, $0.0.count / 3) && $0.0.count > 1 }
      .min { $0.1 < $1.1 }?.0
  }

  /// How many letters have to be changed, added or taken away.
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var next = [index + 1]
      for column in right.indices {
        let change = row[column] + (letter == right[column] ? 0 : 1)
        next.append(min(change, row[column + 1] + 1, next[column] + 1))
      }
      row = next
    }
    return row[right.count]
  }
}

extension UnknownNetwork: CustomStringConvertible {
  /// `unknown network 'blusky', did you mean 'bluesky'? Known networks: x, mastodon, …`.
  public var description: String {
    let shown = String(PlainLine.clean(name).prefix(40))
    let hint = suggestion.map { ", did you mean '\($0)'?" } ?? "."
    let known = Network.all.map(\.id).joined(separator: ", ")
    return "unknown network '\(shown)'\(hint) Known networks: \(known)"
  }
}
