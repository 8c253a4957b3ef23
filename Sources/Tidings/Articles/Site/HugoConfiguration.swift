import Foundation
import Glibc

extension HugoRules {
  /// The files of `config/_default`, then of `config/production`, which goes before.
  ///
  /// Each comes with the keys that lead to what it stands for; none for a whole configuration. A
  /// file such as `languages.pt.toml` is one language's, and so is `hugo.pt.toml`.
  static func configurationFolder(in place: SitePlace) -> [(path: String, keys: [String])] {
    guard place.holds("config") else { return [] }
    var files: [(path: String, keys: [String])] = []
    for folder in ["_default", "production"] {
      for (name, language, path) in configurationFiles(in: place.root + "/config/" + folder) {
        let isWhole = name == "config" || name == "hugo"
        if let language {
          if isWhole || name == "languages" { files.append((path, ["languages", language])) }
        } else {
          files.append((path, isWhole ? [] : [name]))
        }
      }
      // Without a whole configuration it is some other program's folder.
      if folder == "_default", !files.contains(where: { $0.keys.isEmpty }) { return [] }
    }
    return files
  }

  /// In the order in which they are read; of two forms of one file the first.
  private static func configurationFiles(
    in folder: String
  ) -> [(name: String, language: String?, path: String)] {
    let names = Set((FolderListing.names(in: folder) ?? []).map(\.name))
    var files: [(name: String, language: String?, path: String)] = []
    for name in ["config", "hugo", "permalinks", "languages", "frontmatter"] {
      let languages = Set(
        names.compactMap { file -> String? in
          let parts = file.split(separator: ".", omittingEmptySubsequences: false)
          return parts.count == 3 && parts[0] == name ? "." + parts[1] : nil
        })
      for language in [""] + languages.sorted() {
        let forms = [".toml", ".yaml", ".yml", ".json"].map { name + language + $0 }
        guard let file = forms.first(where: names.contains) else { continue }
        let tag = language.dropFirst().lowercased()
        files.append((name, tag.isEmpty ? nil : tag, folder + "/" + file))
      }
    }
    return files
  }
}

extension SiteSettings {
  /// A site's configuration with the files of its configuration folder.
  init(_ files: [SiteConfiguration], folder: [(path: String, keys: [String])]) {
    var all = files
    var values = files.reduce(FrontMatterValue.null) { $0.merged(with: $1.values) }
    for (path, keys) in folder {
      let file = SiteConfiguration(at: path)
      all.append(file)
      values = values.merged(with: keys.reversed().reduce(file.values) { .map([$1: $0]) })
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
