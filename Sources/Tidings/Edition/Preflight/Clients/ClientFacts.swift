import Foundation

/// Which mail programs know which feature of HTML and CSS, by Can I email (caniemail.com).
public struct ClientFacts: Sendable {
  /// The day of the data, such as `2026-06-29`.
  public let date: String
  private let features: [Feature]
  private let places: [Trait: [Int]]

  /// What a page can use.
  struct Feature: Sendable, Hashable {
    /// Its name at Can I email, such as `css-border-radius`.
    let slug: String
    let title: String
    /// Any of them in a page shows that it is used.
    let traits: [Trait]
    /// The clients that do not know it, in the order of `MailClient.allCases`.
    let lacking: [MailClient]
  }

  /// One thing in a page that shows a feature.
  enum Trait: Sendable, Hashable {
    case element(String)
    case attribute(String)
    case property(String)
    /// A property with one value.
    case declaration(String, String)
    case function(String)
    case unit(String)
    case keyword(String)
    /// The format of a picture, by the usual ending of its file.
    case picture(String)
  }

  init(date: String, features: [Feature]) {
    self.date = date
    self.features = features
    var places: [Trait: [Int]] = [:]
    for (index, feature) in features.enumerated() {
      for trait in feature.traits { places[trait, default: []].append(index) }
    }
    self.places = places
  }

  /// The features that a trait shows.
  func features(of trait: Trait) -> [Feature] { (places[trait] ?? []).map { features[$0] } }

  /// The clients that lack what a trait shows.
  func lacking(_ trait: Trait) -> [MailClient] { features(of: trait).flatMap(\.lacking) }

  /// The properties that it knows something of.
  var properties: [String] {
    places.keys.compactMap { trait in
      switch trait {
      case .property(let name), .declaration(let name, _): name
      case .element, .attribute, .function, .unit, .keyword, .picture: nil
      }
    }
  }

  /// As they were when this program was made.
  public static let builtIn = ClientFacts(date: ClientFactsTable.date, features: table)

  private static let table: [Feature] = ClientFactsTable.lines.split(separator: "\n").map { line in
    let parts = line.split(separator: "|").map(String.init)
    return Feature(
      slug: parts[0], title: parts[4], traits: traits(parts[1], parts[2].split(separator: " ")),
      lacking: zip(MailClient.allCases, parts[3]).filter { $0.1 == "n" }.map(\.0))
  }

  private static func traits(_ kind: String, _ names: [Substring]) -> [Trait] {
    let names = names.map(String.init)
    switch kind {
    case "el": return names.map(Trait.element)
    case "attr": return names.map(Trait.attribute)
    case "props": return names.map(Trait.property)
    case "decl": return names.count == 2 ? [.declaration(names[0], names[1])] : []
    case "func": return names.map(Trait.function)
    case "unit": return names.map(Trait.unit)
    case "kw": return names.map(Trait.keyword)
    case "img": return names.map(Trait.picture)
    default: return []
    }
  }

  // MARK: Newer data

  /// Reads the file that caniemail.com gives away as api/data.json or api/data-ordered.json.
  ///
  /// What shows that a page uses a feature is known for the built-in ones, and for a new property,
  /// whose name is in its own.
  /// - Throws: `ClientFactsError` with the path for a file that cannot be read or is none of these.
  public init(path: String) throws(ClientFactsError) {
    do {
      try self.init(json: try FileBytes(at: path).bytes)
    } catch let error as FileBytesError {
      throw ClientFactsError(path: path, reason: error.description)
    } catch let error as OrderedJSON.Fault {
      throw ClientFactsError(path: path, reason: error.reason)
    } catch {
      throw ClientFactsError(path: path, reason: "\(error)")
    }
  }

  init(json: [UInt8]) throws(OrderedJSON.Fault) {
    let root = try OrderedJSON(json)
    guard case .list(let entries)? = root["data"], !entries.isEmpty else {
      throw OrderedJSON.Fault(
        reason: "it has no 'data', expected api/data.json of caniemail.com")
    }
    let known = Dictionary(uniqueKeysWithValues: Self.table.map { ($0.slug, $0) })
    var features: [Feature] = []
    for entry in entries {
      guard let slug = entry["slug"]?.text, let stats = entry["stats"] else { continue }
      let property =
        slug.hasPrefix("css-") && entry["title"]?.text == String(slug.dropFirst(4))
        ? [Trait.property(String(slug.dropFirst(4)))] : []
      let traits = known[slug]?.traits ?? property
      guard !traits.isEmpty else { continue }
      features.append(
        Feature(
          slug: slug, title: entry["title"]?.text ?? slug, traits: traits,
          lacking: MailClient.allCases.filter { Self.support(of: $0, in: stats) == "n" }))
    }
    guard !features.isEmpty else {
      throw OrderedJSON.Fault(
        reason: "it names no feature that is known, expected api/data.json of caniemail.com")
    }
    let date = root["last_update_date"]?.text ?? ""
    self.init(date: String(date.prefix(10)).oneLine, features: features)
  }

  /// The support of the version that was tested last: versions stand in that order, not in any of
  /// their numbers.
  private static func support(of client: MailClient, in stats: OrderedJSON) -> Character? {
    let names = client.rawValue.split(separator: ".").map(String.init)
    switch stats[names[0]]?[names[1]] {
    case .object(let versions)?: return versions.last?.value.text?.first
    case .list(let versions)?:
      guard case .object(let version)? = versions.last else { return nil }
      return version.last?.value.text?.first
    case .text, .other, nil: return nil
    }
  }
}

/// Why a file of facts about mail programs cannot be used.
public struct ClientFactsError: Error, Sendable, Hashable {
  public let path: String
  public let reason: String
}

extension ClientFactsError: CustomStringConvertible {
  public var description: String { "\(path): \(reason)" }
}
