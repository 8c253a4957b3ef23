import Foundation
import Mustache
import Tidings

/// The files by which a blog becomes a newsletter, complete and commented.
struct Starter {
  let files: [File]

  /// One file by its path in the blog's folder.
  struct File: Sendable, Hashable {
    let path: String
    let bytes: [UInt8]
  }

  /// `program` and `user` are for systemd: an absolute path, and who owns the blog.
  ///
  /// Without a `name` the newsletter goes by that of the site, or of its server.
  /// - Throws: `AddressError` for a name that no sender can have.
  init(
    _ blog: BlogFolder, name: String?, from: String?, theme: BuiltInTheme, program: String,
    user: String
  ) throws {
    let host = blog.site?.baseURL?.host
    let name = name ?? blog.site?.title ?? host ?? "My Newsletter"
    let sender =
      try from
      ?? host.map {
        try Mailbox(name: name, address: EmailAddress("newsletter@\($0.withoutWWW)")).description
      }
    let fields: [String: Any] = [
      "name": name.yaml, "from": sender.map { $0.yaml as Any } ?? NSNull(),
      "url": blog.site?.baseURL.map { $0.text.yaml as Any } ?? NSNull(),
      "language": blog.site?.language ?? "en",
      "zone": blog.site?.zone.map { $0.identifier as Any } ?? NSNull(),
      "folder": blog.articles.yaml, "theme": theme.rawValue,
    ]
    // A description knows no quotation marks, but joins lines at a backslash.
    let unit: [String: Any] = [
      "name": name.replacing("%", with: "%%").replacing("\\", with: ""), "root": blog.root.systemd,
      "program": program.systemd, "user": user,
    ]
    files =
      [
        .init(path: "tidings.yml", bytes: try Self.filled(PackageResources.starter_yml, fields)),
        .init(path: ".newsletter/intro.md", bytes: PackageResources.intro_md),
        .init(path: ".newsletter/links.yml", bytes: PackageResources.links_yml),
        .init(path: ".newsletter/readers.csv", bytes: PackageResources.readers_csv),
        .init(path: ".newsletter/.gitignore", bytes: PackageResources.ignored),
      ]
      + Templates.builtInFiles(for: theme).map {
        .init(path: ".newsletter/templates/\($0.name)", bytes: $0.bytes)
      } + [
        .init(
          path: ".github/workflows/newsletter.yml", bytes: PackageResources.newsletter_workflow_yml),
        .init(
          path: ".newsletter/systemd/tidings.service",
          bytes: try Self.filled(PackageResources.tidings_service, unit)),
        .init(path: ".newsletter/systemd/tidings.timer", bytes: PackageResources.tidings_timer),
      ]
  }

  private static func filled(_ template: [UInt8], _ fields: [String: Any]) throws -> [UInt8] {
    let text = "{{% CONTENT_TYPE:TEXT}}\n" + String(decoding: template, as: UTF8.self)
    return Array(try MustacheTemplate(string: text).render(fields).utf8)
  }
}

extension String {
  fileprivate var withoutWWW: String { hasPrefix("www.") ? String(dropFirst(4)) : self }

  /// In double quotes, with the escapes that YAML shares with JSON.
  fileprivate var yaml: String {
    let escaped = unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      default:
        scalar.properties.generalCategory == .control
          ? "\\u" + String(scalar.value + 0x10000, radix: 16).dropFirst() : String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }

  /// Without what systemd would expand (systemd.unit 5, "Specifiers").
  fileprivate var systemd: String {
    replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("%", with: "%%")
  }
}
