import Foundation
import Tidings

/// What travels with an edition, and where its pictures lie.
extension EditionSettings {
  /// Where to look for the files of the articles' pictures.
  ///
  /// - Throws: `SettingsError` for a setting that cannot be used.
  func pictureFiles() throws(SettingsError) -> PictureFiles {
    let file = base.file
    let articles = try file.place("articles.folder", given: options.articles.articles)
    let address = try file.text("articles.base-url", given: options.articles.baseURL)
    let folders = try file.list("images.folders") ?? []
    for folder in folders.map(file.place) {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
        isFolder.boolValue
      else { throw file.error("images.folders", "'\(folder)' is no folder") }
    }
    return PictureFiles(
      articles: articles, site: articles.flatMap { Site.find(above: $0).site },
      baseURL: address.flatMap { WebURL($0) }, folders: folders.map(file.place),
      isInline: try file.flag("images.inline") ?? false)
  }

  /// The files that are attached to every message.
  ///
  /// - Throws: `SettingsError` for a file that cannot be read, and for two of one name.
  func attachments() throws(SettingsError) -> [Enclosure] {
    let file = base.file
    let given = options.enclosures.attachments
    let paths = given.isEmpty ? (try file.list("attachments") ?? []).map(file.place) : given
    var attachments: [Enclosure] = []
    for path in paths {
      func fault(_ reason: String) -> SettingsError {
        file.error("attachments", isOption: !given.isEmpty, option: "attach", "\(path): \(reason)")
      }
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      guard !attachments.contains(where: { $0.name == name }) else {
        throw fault("another attachment has this name already")
      }
      guard !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
      else { throw fault("its name has a line break or another control character") }
      let bytes: [UInt8]
      do {
        bytes = try FileBytes(at: path).bytes
      } catch {
        throw fault(error.description)
      }
      guard !bytes.isEmpty else { throw fault("the file is empty") }
      attachments.append(Enclosure(name: name, bytes: bytes))
    }
    return attachments
  }
}
