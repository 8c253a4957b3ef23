import Foundation
import Mustache

/// The marks that tell a site's statistics where its readers come from: `utm_source` and its kin.
public struct Campaign: Sendable, Hashable {
  /// In the order in which they are appended.
  public let parameters: [Parameter]
  /// The newsletter's own; links in bodies to other hosts are left alone.
  public let hosts: Set<String>

  /// One mark: `utm_source` and a Mustache template of the edition's fields.
  public struct Parameter: Sendable, Hashable {
    public let name: String
    public let value: String
  }

  /// What a configuration may set, without `utm_`.
  public static let names = ["source", "medium", "campaign", "term", "content"]

  static let fields: [String: TemplateFields] = [
    "edition": .group(["id": .value, "number": .value, "date": .value])
  ]

  /// `values` by one of `names`; an empty one is no mark.
  /// - Throws: `TemplateError` for a template that cannot be used; its file is the value's name.
  public init(values: [String: String], hosts: Set<String>) throws(TemplateError) {
    var parameters: [Parameter] = []
    for name in Self.names {
      guard let value = values[name], !value.isEmpty else { continue }
      _ = try TemplateAssembly(text: value, name: "utm.\(name)", fields: Self.fields)
      parameters.append(Parameter(name: "utm_" + name, value: value))
    }
    self.parameters = parameters
    self.hosts = hosts
  }

  /// The marks of one edition; `leave` is where its readers unsubscribe, which stays as it is.
  /// - Throws: `TemplateError` for a template that cannot be used.
  func marks(
    id: String, number: Int, day: String, leave: Unsubscribe?
  ) throws(TemplateError) -> CampaignMarks {
    let edition: [String: Any] = ["id": id, "number": number, "date": day]
    var values: [(name: String, value: String)] = []
    for parameter in parameters {
      let value = try Templates.mustache(
        parameter.value, file: parameter.name, escaping: .none
      ).render(["edition": edition]).oneLine
      if !value.isEmpty { values.append((parameter.name, value.percentEncoded())) }
    }
    return CampaignMarks(values: values, hosts: hosts, leave: leave?.url)
  }
}
