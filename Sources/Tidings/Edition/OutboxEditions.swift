import Foundation
import Glibc

extension Outbox {
  /// The records of all editions in it that can be read, the one composed last first.
  public func editions() -> [Edition] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let editions = names.sorted().compactMap { name -> (Date, Edition)? in
      guard Self.isName(name), let edition = try? decode(name), edition.id == name,
        let composed = Moment(iso: edition.composed)
      else { return nil }
      return (composed.instant, edition)
    }
    return editions.sorted { ($0.0, $0.1.id) > ($1.0, $1.1.id) }.map(\.1)
  }

  /// Puts `page` in the place of an edition's preview, whole or not at all.
  ///
  /// Nothing else of the edition is touched, so a send that runs at the time goes on. An edition that
  /// takes this one's place meanwhile keeps its own page.
  /// - Throws: `OutboxError` when it cannot be written.
  public func replacePreview(of id: String, _ page: [UInt8]) throws(OutboxError) {
    let target = path(of: id) + "/" + PreviewPage.name
    if (try? FileBytes(at: target))?.bytes == page { return }
    let folder = open(path(of: id), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw Self.systemError(target) }
    defer { close(folder) }
    let temporary = ".preview-\(UInt32.random(in: 0...(.max))).part"
    let file = openat(folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Self.systemError(target) }
    do throws(OutboxError) {
      defer { close(file) }
      try Self.write(page, to: file, at: target)
    } catch {
      unlinkat(folder, temporary, 0)
      throw error
    }
    guard renameat(folder, temporary, folder, PreviewPage.name) == 0 else {
      let error = Self.systemError(target)
      unlinkat(folder, temporary, 0)
      throw error
    }
    fsync(folder)
  }
}
