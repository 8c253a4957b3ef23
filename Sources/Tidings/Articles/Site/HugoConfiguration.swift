import Foundation
import Glibc

extension HugoRules {
  /// The files of `config/_default`, then of `config/production`, which goes before.
  ///
  /// Each comes with the top-level key that it stands for; nil for a whole configuration.
  static func configurationFolder(in place: SitePlace) -> [(path: String, key: String?)] {
    guard place.holds("config") else { return [] }
    var files: [(path: String, key: String?)] = []
    for folder in ["_default", "production"] {
      for name in ["config", "hugo", "permalinks", "languages", "frontmatter"] {
        let isWhole = name == "config" || name == "hugo"
        let path = place.first(
          of: [".toml", ".yaml", ".yml", ".json"].map { "config/\(folder)/\(name)\($0)" })
        if let path { files.append((path, isWhole ? nil : name)) }
      }
      // Without a whole configuration it is some other program's folder.
      if folder == "_default", !files.contains(where: { $0.key == nil }) { return [] }
    }
    return files
  }
}

extension SiteSettings {
  /// A site's configuration with the files of its configuration folder.
  init(_ files: [SiteConfiguration], folder: [(path: String, key: String?)]) {
    var all = files
    var values = files.reduce(SiteValue.null) { $0.merged(with: $1.values) }
    for (path, key) in folder {
      let file = SiteConfiguration(at: path)
      all.append(file)
      values = values.merged(with: key.map { .map([$0: file.values]) } ?? file.values)
    }
    self.init(all, values: values)
  }
}

/// The folders below a site's content that are sections by an `_index` file of their own.
enum SectionFolders {
  /// How deep and how many: far beyond any site, and an end for every tree.
  private static let deepest = 16
  private static let most = 100_000

  static func all(below content: String) -> Set<String> {
    var found: Set<String> = []
    var folders = [(path: "", depth: 0)]
    var seen = 0
    while let (path, depth) = folders.popLast(), seen < most {
      seen += 1
      let folder = path.isEmpty ? content : content + "/" + path
      for (name, type) in FolderListing.names(in: folder) ?? [] {
        if name.hasPrefix("_index."), !path.isEmpty {
          found.insert(path)
        } else if type == Int32(DT_DIR), !name.hasPrefix("."),
          depth < deepest
        {
          folders.append((path.isEmpty ? name : path + "/" + name, depth + 1))
        }
      }
    }
    return found
  }
}
