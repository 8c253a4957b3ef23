import Foundation
import Glibc

/// The article files below a folder.
struct FileTree {
  let root: String

  static let extensions: Set<String> = ["md", "markdown", "mdx", "txt"]

  /// Relative paths in the order of the system, and a diagnostic for each folder not opened.
  func paths() throws(ArticleFolderError) -> (paths: [String], diagnostics: [Diagnostic]) {
    var paths: [String] = []
    var diagnostics: [Diagnostic] = []
    var folders = [""]
    while let folder = folders.popLast() {
      guard let entries = Self.entries(of: folder.isEmpty ? root : root + "/" + folder) else {
        let reason = errno
        if folder.isEmpty { throw ArticleFolderError(path: root, reason: Self.reason(reason)) }
        diagnostics.append(
          Diagnostic(
            path: root + "/" + folder,
            reason: "the folder cannot be opened: \(String(cString: strerror(reason)))",
            severity: .error))
        continue
      }
      for entry in entries where !entry.name.hasPrefix(".") {
        let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
        // A name that is not UTF-8 was mended to be shown, and opens nothing.
        guard !entry.name.unicodeScalars.contains("\u{FFFD}") else {
          diagnostics.append(
            Diagnostic(
              path: root + "/" + path,
              reason: "its name is not UTF-8, so that it cannot be opened (give it another name)",
              severity: Self.isArticle(entry.name) ? .error : .warning))
          continue
        }
        switch entry.kind {
        case .folder: if entry.name != "node_modules" { folders.append(path) }
        case .file:
          if Self.isArticle(entry.name) || (Self.isHTML(entry.name) && holdsPosts(folder)) {
            paths.append(path)
          }
        }
      }
    }
    return (paths, diagnostics)
  }

  /// Jekyll's posts may be HTML below their front matter; other HTML is a page of the site's.
  private func holdsPosts(_ folder: String) -> Bool {
    (root + "/" + folder).utf8.split(separator: UInt8(ascii: "/"))
      .contains { $0.elementsEqual("_posts".utf8) || $0.elementsEqual("_drafts".utf8) }
  }

  /// Whether a path's extension is HTML's.
  static func isHTML(_ path: String) -> Bool { path.hasSuffix(".html") || path.hasSuffix(".htm") }

  private struct Entry {
    let name: String
    let kind: Kind

    enum Kind {
      case file
      case folder
    }
  }

  /// The entries of a folder; nil with `errno` set when it cannot be opened.
  private static func entries(of path: String) -> [Entry]? {
    FolderListing.names(in: path)?.compactMap { entry in
      kind(entry.type, path: path + "/" + entry.name).map { Entry(name: entry.name, kind: $0) }
    }
  }

  /// A link to a file is a file; a link to a folder could lead round in circles and is nothing.
  private static func kind(_ type: Int32, path: String) -> Entry.Kind? {
    switch type {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .folder
    case Int32(DT_LNK), Int32(DT_UNKNOWN):
      var status = stat()
      guard stat(path, &status) == 0 else { return isArticle(path) ? .file : nil }
      if status.st_mode & S_IFMT == S_IFREG { return .file }
      return type == Int32(DT_UNKNOWN) && status.st_mode & S_IFMT == S_IFDIR ? .folder : nil
    // A pipe or a device that is named like an article is read as one, and so named as none.
    default: return isArticle(path) ? .file : nil
    }
  }

  private static func isArticle(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return false }
    return extensions.contains(name[name.index(after: dot)...].lowercased())
  }

  private static func reason(_ code: Int32) -> ArticleFolderError.Reason {
    switch code {
    case ENOENT: .missing
    case ENOTDIR: .notAFolder
    default: .system(String(cString: strerror(code)))
    }
  }
}
