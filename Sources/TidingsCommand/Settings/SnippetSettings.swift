import Delivery
import Foundation
import Tidings

/// What is said of posts: for which networks, within which limits, and how they are written.
struct SnippetSettings {
  private let file: SettingsFile
  private let cache: InstanceCache
  /// Networks that the command line names.
  private let given: [String]

  /// Stands for all networks.
  static let every = "all"
  /// Every network's name, as the help lists them.
  static var names: String { Network.all.map(\.id).joined(separator: ", ") }

  init(_ settings: Settings, networks given: [String] = []) {
    file = settings.file
    cache = InstanceCache(folder: settings.cache + "/instances")
    self.given = given
  }

  /// How posts are written for each network that is asked for; nil for `series` leaves it to the
  /// configuration whether a long one may become several.
  /// - Throws: `SettingsError` for a setting or a template that cannot be used.
  func formats(templates folder: String?, series: Bool?) throws(SettingsError) -> [SnippetFormat] {
    let templates: PostTemplates
    do {
      templates = try PostTemplates(folder: folder)
    } catch {
      throw SettingsError("\(error)")
    }
    let options = try options(series: series)
    let limits = try limits()
    return try asked().compactMap { id in
      guard let network = limits.first(where: { $0.network.id == id })?.network else { return nil }
      return SnippetFormat(network: network, templates: templates, options: options(network))
    }
  }

  /// The ids of the networks that are asked for, in the order of the command line or the file.
  private func asked() throws(SettingsError) -> [String] {
    guard let names = try file.list("snippets.networks", given: given) else {
      return Network.usual.map(\.id)
    }
    return try ids(
      names, key: "snippets.networks", isOption: !given.isEmpty, option: "network")
  }

  private func ids(
    _ names: [String], key: String, isOption: Bool = false, option: String? = nil
  ) throws(SettingsError) -> [String] {
    var ids: [String] = []
    for name in names {
      do throws(UnknownNetwork) {
        ids +=
          name.lowercased() == Self.every
          ? Network.all.map(\.id) : [try Network(id: name).id]
      } catch {
        throw file.error(
          key, isOption: isOption, option: option, error.description(beside: [Self.every]))
      }
    }
    return ids.unique
  }

  // MARK: How posts are written

  private func options(
    series: Bool?
  ) throws(SettingsError) -> (Network) -> SnippetOptions {
    let instance = try instance().text
    let accounts = try byNetwork(
      "snippets.accounts", example: #"{linkedin: "urn:li:organization:12345"}"#)
    let policies = try policies()
    let capitals = try file.list("snippets.capitals") ?? []
    let pictures = try ids(try file.list("snippets.pictures") ?? [], key: "snippets.pictures")
    let isSeries = try file.flag("snippets.series") ?? false
    return { network in
      SnippetOptions(
        mastodonInstance: instance, account: accounts[network.id],
        attribution: policies[network.id] ?? policies[Self.every] ?? .always, capitals: capitals,
        attachesPicture: pictures.contains(network.id), writesSeries: series ?? isSeries)
    }
  }

  /// One line for each network that is named below `key`, by the network's id.
  private func byNetwork(
    _ key: String, takesAll: Bool = false, example: String
  ) throws(SettingsError) -> [String: String] {
    var values: [String: String] = [:]
    for (name, text) in try file.texts(key, example: example) {
      guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
      else { throw file.error(key, entry: name, "it has a control character, expected one line") }
      if takesAll, name.lowercased() == Self.every {
        values[Self.every] = text
        continue
      }
      do throws(UnknownNetwork) {
        values[try Network(id: name).id] = text
      } catch {
        throw file.error(
          key, entry: name, error.description(beside: takesAll ? [Self.every] : []))
      }
    }
    return values
  }

  private func policies() throws(SettingsError) -> [String: AttributionPolicy] {
    let key = "snippets.attribution"
    var policies: [String: AttributionPolicy] = [:]
    for (name, text) in try byNetwork(key, takesAll: true, example: "{all: shortened}") {
      guard let policy = AttributionPolicy(rawValue: text.lowercased()) else {
        let all = AttributionPolicy.allCases.map(\.rawValue)
        let hint = Likeness.nearest(to: text, among: all).map { ", did you mean '\($0)'?" } ?? ""
        throw file.error(
          key, entry: name,
          "unknown policy '\(text)', expected \(all.joined(separator: ", "))\(hint)")
      }
      policies[name] = policy
    }
    return policies
  }

  // MARK: Limits

  /// Whose rules Mastodon's are.
  func instance() throws(SettingsError) -> InstanceName {
    let key = "snippets.mastodon-instance"
    let text = try file.text(key) ?? "mastodon.social"
    do throws(InstanceError) {
      return try InstanceName(text)
    } catch {
      throw file.error(key, error.description)
    }
  }

  /// Every network with its limit, and who says so.
  ///
  /// A limit of the configuration goes before what the server said, that before the built-in one.
  func limits() throws(SettingsError) -> [NetworkLimit] {
    let key = "snippets.limits"
    var own: [String: Int] = [:]
    for (name, text) in try byNetwork(key, example: "{threads: 400}") {
      guard let limit = Int(text), (1...1_000_000).contains(limit) else {
        throw file.error(key, entry: name, "'\(text)' is no whole number from 1 to 1000000")
      }
      own[name] = limit
    }
    let answer = cache.limits(of: try instance())
    return Network.all.map { network in
      var limit = NetworkLimit(network: network, source: .builtIn)
      if network.id == "mastodon", let answer {
        limit = NetworkLimit(
          network: answer.network, source: .instance(answer),
          saysPictures: answer.pictures != nil)
      }
      guard let own = own[network.id] else { return limit }
      return NetworkLimit(
        network: limit.network.limited(to: own), source: .settings(path: file.path),
        saysPictures: limit.saysPictures)
    }
  }

  /// Keeps what the server said, for every run from now on.
  func keep(_ limits: InstanceLimits, of instance: InstanceName) throws(InstanceError) {
    try cache.keep(limits, of: instance)
  }
}

/// A network with the limit that holds for it here.
struct NetworkLimit {
  let network: Network
  let source: Source
  /// Whether what it takes of pictures is as its server said.
  var saysPictures = false

  /// Who says what the limit is.
  enum Source {
    case builtIn
    case settings(path: String)
    case instance(InstanceLimits)
  }
}

extension EditionSettings {
  /// How posts are written for each network that is asked for; with `series` a long one may become
  /// several.
  func formats(series: Bool = false) throws(SettingsError) -> [SnippetFormat] {
    try snippets.formats(
      templates: try file.place("templates", given: options.templates), series: series ? true : nil)
  }

  var snippets: SnippetSettings { SnippetSettings(base, networks: options.networks) }
}
