import Foundation

/// Where an edition's templates lie: the user's folder goes before what tidings brings along.
struct TemplateFiles {
  let folder: String?
  let builtInTheme: BuiltInTheme

  static let theme = "theme.css"
  /// The folder of what posts for social networks are laid out by.
  static let snippets = "snippets/"

  /// One file of templates or style.
  struct File: Sendable, Hashable {
    /// As errors name it.
    let path: String
    let text: String
    /// It is the user's, not one that tidings brings along.
    var isOwn = false
  }

  /// The files that are looked for, whatever a template names beside them.
  static let names = ["digest.html", "digest.txt", theme]

  /// The files that tidings brings along, by name.
  private static let builtIn: [String: [UInt8]] = [
    "digest.html": PackageResources.digest_html,
    "digest.txt": PackageResources.digest_txt,
    "story.html": PackageResources.story_html,
    "story-cards.html": PackageResources.story_cards_html,
    "story-list.html": PackageResources.story_list_html,
    "story.txt": PackageResources.story_txt,
    theme: PackageResources.theme_css,
    "cards.css": PackageResources.cards_css,
    "list.css": PackageResources.list_css,
    snippets + "post.txt": PackageResources.post_txt,
    snippets + "linkedin.txt": PackageResources.linkedin_txt,
    snippets + "mastodon.txt": PackageResources.mastodon_txt,
  ]

  /// What a theme consists of, by the names that are the same for all themes.
  static func builtIn(for theme: BuiltInTheme) -> [(name: String, bytes: [UInt8])] {
    let own = BuiltInTheme.allCases.flatMap { theme in builtIn.keys.map(theme.ownName) }
    return builtIn.keys.filter { !own.contains($0) || $0 == Self.theme }.sorted().compactMap {
      name in (builtIn[theme.ownName(of: name)] ?? builtIn[name]).map { (name, $0) }
    }
  }

  /// - Throws: `TemplateError` for a folder that is none, or that holds nothing of use.
  init(folder: String?, builtInTheme: BuiltInTheme) throws(TemplateError) {
    self.folder = folder
    self.builtInTheme = builtInTheme
    guard let folder else { return }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
    else {
      throw TemplateError(file: folder, line: nil, reason: "no such folder of templates")
    }
    let held = Set((FolderListing.names(in: folder) ?? []).map(\.name))
    let known =
      Self.names + Self.builtIn.keys + [String(Self.snippets.dropLast())]
      + BuiltInTheme.allCases.flatMap { theme in
        Self.builtIn.keys.map(theme.ownName)
      }
    guard !held.isDisjoint(with: known) else {
      throw TemplateError(
        file: folder, line: nil,
        reason: "no template in it, expected \(Self.names.joined(separator: ", "))")
    }
  }

  /// The file that goes by `name`; nil when there is none.
  ///
  /// In order: the user's own for this theme, the user's own, the theme's, the one for all themes.
  /// - Throws: `TemplateError` for a file that cannot be read.
  func file(_ name: String) throws(TemplateError) -> File? {
    let names = [builtInTheme.ownName(of: name), name]
    for name in names {
      guard let folder else { break }
      let path = folder + "/" + name
      guard FileManager.default.fileExists(atPath: path) else { continue }
      return File(path: path, text: try Self.text(at: path), isOwn: true)
    }
    for name in names {
      guard let bytes = Self.builtIn[name] else { continue }
      return File(path: name, text: String(decoding: bytes, as: UTF8.self))
    }
    return nil
  }

  /// The folder's files that nothing uses and whose names are nearly those of files that are.
  func misspelt(used: Set<String>) -> [Theme.Remark] {
    guard let folder else { return [] }
    let known = Set(
      Self.builtIn.keys + BuiltInTheme.allCases.flatMap { Self.builtIn.keys.map($0.ownName) })
    let held = (FolderListing.names(in: folder) ?? []).map(\.name).sorted()
    let missing = known.subtracting(held).sorted()
    return held.compactMap { name in
      guard !known.contains(name), !used.contains(folder + "/" + name),
        let near = Likeness.nearest(to: name, among: missing)
      else { return nil }
      return Theme.Remark(
        file: folder + "/" + name, line: 1,
        reason: "nothing uses this file, did you mean '\(near)'?")
    }
  }

  /// The files by which a partial of that ending could go.
  func partials(ending: String) -> [String] {
    let own = folder.flatMap(FolderListing.names)?.map(\.name) ?? []
    return (own + Self.builtIn.keys).filter { $0.hasSuffix(ending) }
      .map { String($0.dropLast(ending.count)) }.sorted()
  }

  private static func text(at path: String) throws(TemplateError) -> String {
    do throws(FileBytesError) {
      return try FileBytes.text(at: path).withLineFeeds
    } catch {
      throw TemplateError(file: path, line: nil, reason: error.description)
    }
  }
}
