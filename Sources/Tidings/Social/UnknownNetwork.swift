/// A name that no network is known by.
public struct UnknownNetwork: Error, Hashable {
  public let name: String

  /// The known network that was probably meant.
  public var suggestion: String? { suggestion(beside: []) }

  /// The same where `words` may stand for networks, too.
  private func suggestion(beside words: [String]) -> String? {
    let name = name.lowercased()
    if let network = Network.all.first(where: {
      $0.otherNames.contains(name) || $0.title.lowercased() == name
    }) {
      return network.id
    }
    let names = Network.all.flatMap { network in
      ([network.id] + network.otherNames).map { ($0, network.id) }
    }
    let all = names + words.map { ($0, $0) }
    let near = Likeness.nearest(to: name, among: all.map(\.0))
    return all.first { $0.0 == near }?.1
  }
}

extension UnknownNetwork: CustomStringConvertible {
  /// `unknown network 'blusky', did you mean 'bluesky'? Known networks: x, mastodon, …`.
  public var description: String { description(beside: []) }

  /// The same where `words` may stand for networks, too, such as `all`.
  public func description(beside words: [String]) -> String {
    let shown = String(name.oneLine.prefix(40))
    let hint = suggestion(beside: words).map { ", did you mean '\($0)'?" } ?? "."
    let known = Network.all.map(\.id) + words.map { "or \($0)" }
    return "unknown network '\(shown)'\(hint) Known networks: \(known.joined(separator: ", "))"
  }
}
