import Foundation
import Tidings

/// The newsletter itself and its look.
extension EditionSettings {
  func newsletter() throws(SettingsError) -> Newsletter {
    let url = try file.text("unsubscribe.url", given: options.unsubscribeURL)
    let mail = try file.text("unsubscribe.mail", given: options.unsubscribeMail)
    let language = try language("newsletter.language") ?? "en"
    return Newsletter(
      name: try oneLine(options.name, "newsletter.name") ?? "Tidings",
      from: try mailbox(options.from, "newsletter.from"),
      replyTo: try mailbox(options.replyTo, "newsletter.reply-to"),
      url: try self.url(nil, "newsletter.url"),
      postalAddress: try file.text("newsletter.postal-address", given: options.postalAddress),
      language: language, zone: zone,
      unsubscribe: url == nil && mail == nil ? nil : Unsubscribe(url: url, mail: mail),
      subject: try oneLine(options.subject, "newsletter.subject"),
      preheader: try file.text("newsletter.preheader"), intro: try intro(),
      variables: try variables(), wording: try wording(language: language))
  }

  func theme() throws(SettingsError) -> BuiltInTheme {
    guard let name = try file.text("theme", given: options.theme) else { return .letter }
    return try choice(
      name, "theme", BuiltInTheme.init(rawValue:), BuiltInTheme.allCases.map(\.rawValue)
    ) { file.error("theme", isOption: options.theme != nil, $0) }
  }

  /// What `--set NAME=VALUE` says goes before the configuration.
  private func variables() throws(SettingsError) -> [String: String] {
    var variables: [String: String] = [:]
    for (name, text) in try file.texts("variables", example: "{sponsor: Ana}") {
      guard TemplateFields.isName(name) else {
        throw file.error("variables", entry: name, Self.variableRule)
      }
      variables[name] = text
    }
    for pair in options.variables {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, TemplateFields.isName(parts[0]) else {
        throw SettingsError("--set: '\(pair)' is no NAME=VALUE; \(Self.variableRule)")
      }
      variables[String(parts[0])] = String(parts[1])
    }
    return variables
  }

  private static let variableRule = "a name is made of letters, digits, '-' and '_'"

  private func intro() throws(SettingsError) -> String? {
    guard let path = try file.place("newsletter.intro", given: options.intro) else { return nil }
    do {
      return try FileBytes.text(at: path)
    } catch {
      throw file.error("newsletter.intro", isOption: options.intro != nil, "\(path): \(error)")
    }
  }

  private func mailbox(_ given: String?, _ key: String) throws(SettingsError) -> Mailbox? {
    guard let text = try file.text(key, given: given) else { return nil }
    do {
      return try Mailbox(parsing: text)
    } catch {
      throw file.error(key, isOption: given != nil, error.description)
    }
  }

  /// What ends in a header has no line break and no other control character.
  private func oneLine(_ given: String?, _ key: String) throws(SettingsError) -> String? {
    guard
      let text = try file.text(key, given: given)?.trimmingCharacters(in: .whitespacesAndNewlines)
    else { return nil }
    guard isOneLine(text) else {
      throw file.error(
        key, isOption: given != nil,
        "it has a line break or another control character, expected one line")
    }
    return text
  }
}
