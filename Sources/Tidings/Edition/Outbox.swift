import Crypto
import Foundation
import Glibc

/// The folder that holds composed editions, one folder each.
public struct Outbox: Sendable {
  public let path: String

  public init(path: String) {
    self.path = path
  }

  /// Where the ledger of what went out lies.
  public var ledgerPath: String { path + "/ledger.sqlite" }

  public func path(of edition: String) -> String { path + "/" + edition }

  /// Writes a composition as `path/<edition>/`, whole or not at all.
  ///
  /// It is written under a temporary name and renamed; a former edition of that name is taken away
  /// only then. One with the same bytes is left as it is, but for what its preview says was posted.
  /// - Returns: the edition's folder.
  /// - Throws: `OutboxError` when the outbox cannot be written.
  public func write(_ composition: Composer.Composition) throws(OutboxError) -> String {
    let id = composition.edition.id
    let target = path(of: id)
    guard Self.isName(id) else { throw OutboxError(path: target, reason: .name(id)) }
    tidyUp(after: id)
    if (try? load(id))?.edition == composition.edition {
      if let page = composition.files.first(where: { $0.name == PreviewPage.name }) {
        try replacePreview(of: id, page.bytes)
      }
      return target
    }
    try makeFolder(path)
    let temporary = path + "/.composing-\(id)-\(getpid())-\(UInt32.random(in: 0...(.max)))"
    do throws(OutboxError) {
      try makeFolder(temporary)
      for file in composition.files {
        let place = temporary + "/" + file.name
        try makeFolder(temporary + Self.folder(of: file.name))
        try Self.write(file.bytes, to: place)
      }
      for folder in Set(composition.files.map { Self.folder(of: $0.name) }).sorted().reversed() {
        try Self.sync(folder: temporary + folder)
      }
      try put(temporary, at: target)
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw error
    }
    return target
  }

  /// The edition of that id, or the one composed last for `latest`, with its files verified.
  /// - Throws: `OutboxError` when there is none, or a file is not as it was composed.
  public func load(_ name: String) throws(OutboxError) -> FrozenEdition {
    let id = name == "latest" ? try latest() : name
    guard Self.isName(id) else { throw OutboxError(path: path + "/" + id, reason: .name(id)) }
    tidyUp(after: id)
    let folder = path(of: id)
    let edition = try decode(id)
    guard edition.id == id else {
      throw OutboxError(path: folder, reason: .malformed("its edition.json is '\(edition.id)'s"))
    }
    var bytes: [String: [UInt8]] = [:]
    // Version 0.3 listed the preview, too, which changes with what was posted.
    for file in edition.files where file.name != PreviewPage.name {
      let place = folder + "/" + file.name
      guard !file.name.split(separator: "/").contains("..") else {
        throw OutboxError(path: place, reason: .missing)
      }
      let read = try Self.bytes(at: place, orElse: .missing)
      guard SHA256.hash(data: read).hexadecimal == file.sha256 else {
        throw OutboxError(path: place, reason: .changed)
      }
      bytes[file.name] = read
    }
    let frozen = try FrozenEdition(edition: edition, path: folder, bytes: bytes)
    // The record itself has no hash: what it says of the message must give the message.
    guard let message = bytes["message.eml"], try frozen.sampleMessage() == message else {
      throw OutboxError(path: folder + "/edition.json", reason: .otherMessage)
    }
    return frozen
  }

  private static func bytes(
    at place: String, orElse absent: OutboxError.Reason
  ) throws(OutboxError) -> [UInt8] {
    do {
      return try FileBytes(at: place).bytes
    } catch {
      let isAbsent = !FileManager.default.fileExists(atPath: place)
      throw OutboxError(path: place, reason: isAbsent ? absent : .unreadable(error.description))
    }
  }

  private func latest() throws(OutboxError) -> String {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw OutboxError(path: path, reason: .empty)
    }
    var newest: (composed: String, id: String)?
    var broken: OutboxError?
    for name in names.sorted() where Self.isName(name) {
      guard FileManager.default.fileExists(atPath: path(of: name) + "/edition.json") else {
        continue
      }
      let composed: String
      do throws(OutboxError) {
        composed = try decode(name).composed
      } catch {
        broken = error
        continue
      }
      let instant = (composed, name)
      if newest.map({ Self.precedes($0, instant) }) ?? true { newest = instant }
    }
    guard let newest else { throw broken ?? OutboxError(path: path, reason: .empty) }
    return newest.id
  }

  private static func precedes(_ one: (String, String), _ other: (String, String)) -> Bool {
    let dates = DateReader(zone: .gmt)
    guard case .date(let first) = dates.read(one.0), case .date(let second) = dates.read(other.0),
      first.instant != second.instant
    else { return one.1 < other.1 }
    return first.instant < second.instant
  }

  func decode(_ id: String) throws(OutboxError) -> Edition {
    let place = path(of: id) + "/edition.json"
    guard FileManager.default.fileExists(atPath: place) else {
      throw OutboxError(path: path(of: id), reason: .noEdition)
    }
    let bytes = try Self.bytes(at: place, orElse: .missing)
    do {
      return try JSONDecoder().decode(Edition.self, from: Data(bytes))
    } catch {
      throw OutboxError(path: place, reason: .malformed("it is no edition of tidings"))
    }
  }

  /// Whether an edition may have this name.
  ///
  /// Letters, digits, `-`, `_` and `.`, not first a dot: nothing that leads out of the outbox, and
  /// nothing that means something else in it.
  public static func isName(_ text: String) -> Bool {
    (1...80).contains(text.utf8.count) && text.first != "." && text != "latest"
      && !text.hasPrefix("ledger.")
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
  }

  // MARK: Writing

  /// The folder part of a relative path, with a slash before it; empty for a name alone.
  private static func folder(of name: String) -> String {
    name.lastIndex(of: "/").map { "/" + name[..<$0] } ?? ""
  }

  /// Mends what a run that was killed while it wrote an edition left behind.
  ///
  /// A former edition that was already set aside comes back when nothing took its place; what no
  /// living process writes is removed.
  private func tidyUp(after id: String) {
    let start = ".composing-\(id)-"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names.sorted() where name.hasPrefix(start) {
      let parts = name.dropFirst(start.count).split(separator: "-")
      // Another edition's name may begin with this one's.
      guard parts.count == 2 || (parts.count == 3 && parts.last == "former") else { continue }
      guard let writer = parts.first.flatMap({ pid_t($0) }), kill(writer, 0) != 0, errno == ESRCH
      else { continue }
      let place = path + "/" + name
      if parts.last == "former", Glibc.rename(place, path(of: id)) == 0 { continue }
      try? FileManager.default.removeItem(atPath: place)
    }
  }

  private func put(_ temporary: String, at target: String) throws(OutboxError) {
    if Glibc.rename(temporary, target) == 0 {
      try Self.sync(folder: path)
      return
    }
    guard errno == ENOTEMPTY || errno == EEXIST else { throw systemError(target) }
    let former = temporary + "-former"
    guard Glibc.rename(target, former) == 0 else { throw systemError(target) }
    guard Glibc.rename(temporary, target) == 0 else {
      let error = systemError(target)
      _ = Glibc.rename(former, target)
      throw error
    }
    try Self.sync(folder: path)
    try? FileManager.default.removeItem(atPath: former)
  }

  private func makeFolder(_ path: String) throws(OutboxError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch let error as CocoaError {
      let words = (error.underlying as? POSIXError).map {
        String(cString: strerror($0.code.rawValue))
      }
      throw OutboxError(path: path, reason: .system(words ?? "the folder cannot be made"))
    } catch {
      throw OutboxError(path: path, reason: .system("the folder cannot be made"))
    }
  }

  private static func write(_ bytes: [UInt8], to place: String) throws(OutboxError) {
    let file = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw systemError(place) }
    defer { close(file) }
    try write(bytes, to: file, at: place)
  }

  /// Writes all of `bytes` to the open file that `place` names, down to the disk.
  static func write(_ bytes: [UInt8], to file: Int32, at place: String) throws(OutboxError) {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw systemError(place) }
      start += written
    }
    guard fsync(file) == 0 else { throw systemError(place) }
  }

  /// A rename lasts once its folder has reached the disk.
  private static func sync(folder: String) throws(OutboxError) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw systemError(folder) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw systemError(folder) }
  }

  private func systemError(_ path: String) -> OutboxError { Self.systemError(path) }

  static func systemError(_ path: String) -> OutboxError {
    OutboxError(path: path, reason: .system(String(cString: strerror(errno))))
  }
}

/// Why the outbox cannot be written or an edition in it not used.
public struct OutboxError: Error, Hashable, Sendable {
  public let path: String
  public let reason: Reason

  /// What was found.
  public enum Reason: Error, Hashable, Sendable {
    case system(String)
    case name(String)
    case empty
    case noEdition
    case missing
    case unreadable(String)
    case changed
    /// It does not give the message that lies beside it.
    case otherMessage
    case malformed(String)
  }
}

extension OutboxError: CustomStringConvertible {
  public var description: String {
    switch reason {
    case .system(let words): "\(path): the outbox cannot be written: \(words)"
    case .name(let name):
      "'\(name)' cannot name an edition, expected letters, digits, '-', '_' and '.', at most 80"
    case .empty: "\(path): no edition in it, compose one first"
    case .noEdition: "\(path): no such edition, compose it first"
    case .unreadable(let words): "\(path): \(words)"
    case .missing: "\(path): the file is missing, compose the edition again"
    case .changed: "\(path): the file was changed after it was composed, compose the edition again"
    case .otherMessage:
      "\(path): it was changed, or another version of tidings composed it: message.eml is not what it"
        + " gives now, compose the edition again"
    case .malformed(let words): "\(path): \(words), compose the edition again"
    }
  }
}
