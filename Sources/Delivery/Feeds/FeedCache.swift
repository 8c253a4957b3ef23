import Foundation
import Glibc
import Tidings

/// The feeds of earlier runs, a file each; any of them may be deleted at any time.
struct FeedCache: Sendable {
  let folder: String

  /// A feed as it was when its server last spoke for it.
  struct Copy: Sendable, Hashable {
    let validators: Validators
    let confirmed: Date
    let bytes: [UInt8]
  }

  /// The copy of `url`; nil when there is none, or it is damaged.
  func copy(of url: WebURL) -> Copy? {
    guard let file = try? FileBytes(at: path(of: url)).bytes else { return nil }
    var lines: [String] = []
    var rest = file[...]
    while lines.count < 5 {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      lines.append(String(decoding: rest[..<end], as: UTF8.self))
      rest = rest[(end + 1)...]
    }
    guard lines[0] == Self.heading, let seconds = Double(lines[2]), seconds.isFinite else {
      return nil
    }
    let copy = Copy(
      validators: Validators(
        entityTag: lines[3].isEmpty ? nil : lines[3],
        lastModified: lines[4].isEmpty ? nil : lines[4]),
      confirmed: Date(timeIntervalSince1970: seconds), bytes: Array(rest))
    return lines[1] == Self.sum(of: copy, url: url) ? copy : nil
  }

  /// Puts `copy` in the place of an earlier one, whole or not at all.
  /// - Throws: `FeedCacheError` when the system refuses it.
  func keep(_ copy: Copy, of url: WebURL) throws(FeedCacheError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw FeedCacheError(path: folder, words: "cannot be made")
    }
    let head = [Self.heading, Self.sum(of: copy, url: url)] + Self.fields(of: copy)
    let bytes = Array((head.joined(separator: "\n") + "\n").utf8) + copy.bytes
    let path = path(of: url)
    let temporary = "\(path).\(UUID().uuidString).part"
    try write(bytes, to: temporary)
    guard rename(temporary, path) == 0 else {
      let error = FeedCacheError(path: path, words: String(cString: strerror(errno)))
      unlink(temporary)
      throw error
    }
  }

  private func path(of url: WebURL) -> String {
    "\(folder)/\(StableHash.text(of: url.text.utf8)).feed"
  }

  private static let heading = "tidings feed 1"

  private static func fields(of copy: Copy) -> [String] {
    [
      String(copy.confirmed.timeIntervalSince1970), copy.validators.entityTag ?? "",
      copy.validators.lastModified ?? "",
    ]
  }

  /// Over the address too, which may hold a secret and so does not stand in the file.
  private static func sum(of copy: Copy, url: WebURL) -> String {
    let head = ([url.text] + fields(of: copy)).joined(separator: "\n")
    return StableHash.text(of: [Array(head.utf8), copy.bytes].joined())
  }

  /// For the owner alone: a feed may be private.
  private func write(_ bytes: [UInt8], to path: String) throws(FeedCacheError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else {
      throw FeedCacheError(path: path, words: String(cString: strerror(errno)))
    }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        Glibc.write(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      written += count
    }
    let number = errno
    guard Glibc.close(file) == 0, written == bytes.count else {
      unlink(path)
      throw FeedCacheError(path: path, words: String(cString: strerror(number)))
    }
  }
}

/// Why a feed's copy cannot be kept.
struct FeedCacheError: Error, Hashable {
  let path: String
  let words: String
}

extension FeedCacheError: CustomStringConvertible {
  var description: String { "\(path): \(words)" }
}
