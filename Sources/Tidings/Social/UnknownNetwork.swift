/// A name that no network is known by.
public struct UnknownNetwork: Error, Hashable {
  public let name: String

  /// The known network that was probably meant.
  public var suggestion: String? {
    if let network = Network.all.first(where: {
      $0.otherNames.contains(name) || $0.title.lowercased() == name
    }) {
      return network.id
    }
    let names = Network.all.flatMap { network in
      ([network.id] + network.otherNames).map { ($0, network.id) }
    }
    let near = Likeness.nearest(to: name, among: names.map(\.0))
    return names.first { $0.0 == near }?.1
  }
}

extension UnknownNetwork: CustomStringConvertible {
  /// `unknown network 'blusky', did you mean 'bluesky'? Known networks: x, mastodon, …`.
  public var description: String {
    let shown = String(name.oneLine.prefix(40))
    let hint = suggestion.map { ", did you mean '\($0)'?" } ?? "."
    let known = Network.all.map(\.id).joined(separator: ", ")
    return "unknown network '\(shown)'\(hint) Known networks: \(known)"
  }
}
