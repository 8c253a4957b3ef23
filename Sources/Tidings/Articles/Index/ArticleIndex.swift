import Crypto
import Foundation
import Glibc

/// What earlier runs read of a folder, so that a later one reads only what has changed.
///
/// It is a cache: deleting it costs one slower run. It counts only whole, for the same reader and
/// program, and for files whose stamp has stayed and that had settled when it was begun.
public struct ArticleIndex: Sendable {
  /// Where it lies.
  let path: String
  /// What its records were read by: other settings, another folder or another program read
  /// otherwise.
  let fingerprint: String

  init(path: String, fingerprint: String) {
    self.path = path
    self.fingerprint = fingerprint
  }

  /// The index of `folder`, given as an absolute path, among others in the folder `cache`;
  /// `program` tells one build of the program from another, which may read otherwise.
  public init(cache: String, folder: String, reader: ArticleReader, program: String) {
    let name = SHA256.hash(data: Data(folder.utf8)).prefix(8).hexadecimal
    self.init(
      path: "\(cache)/articles-\(name)",
      fingerprint: [program, folder, reader.fingerprint].joined(separator: "\n"))
  }

  /// The same for a folder whose first folders name `languages`: what they are depends on all paths.
  func forLanguages(_ languages: Set<String>) -> ArticleIndex {
    ArticleIndex(
      path: path, fingerprint: fingerprint + "\n" + languages.sorted().joined(separator: " "))
  }

  /// Changes whenever the layout of the file does.
  private static let magic = Array("tidings articles 5\n".utf8)

  /// The records of one file, found but not read.
  struct Records: Sendable {
    fileprivate let bytes: [UInt8]
    /// By the order of writing.
    fileprivate let entries: [Entry]
    /// Nanoseconds since 1970, by the clock of the file system that the index lies on.
    fileprivate let begun: Int64

    static let none = Records(bytes: [], entries: [], begun: 0)

    fileprivate struct Entry {
      let path: Range<Int>
      let stamp: FileStamp
      let record: Range<Int>
    }

    var count: Int { entries.count }
  }

  // MARK: Reading

  /// What the file holds; nothing when it is missing, damaged, or another reader's.
  func records() -> Records {
    guard let bytes = try? FileBytes(at: path, limit: 4 << 30).bytes,
      bytes.starts(with: Self.magic)
    else { return .none }
    do {
      var reader = ByteReader(bytes[Self.magic.count...])
      let checksum = try reader.integer(UInt64.self)
      var actual = Checksum()
      actual.add(bytes[reader.index...])
      guard actual.value == checksum,
        try reader.string() == fingerprint
      else { return .none }
      let begun = try reader.integer(Int64.self)
      let entries = try reader.list { reader throws(ByteReader.Damage) in
        let path = try reader.piece()
        let stamp = try FileStamp(&reader)
        let record = try reader.piece()
        return Records.Entry(
          path: path.startIndex..<path.endIndex, stamp: stamp,
          record: record.startIndex..<record.endIndex)
      }
      return Records(bytes: bytes, entries: entries, begun: begun)
    } catch {
      return .none
    }
  }

  // MARK: Writing

  /// A file that the index will be written to.
  ///
  /// Begun before the first article is read: what changes later than that has a later stamp.
  struct Draft {
    fileprivate let temporary: String
    fileprivate let begun: Int64
  }

  /// Nil when nothing can be written beside the outbox.
  func begin() -> Draft? {
    if let slash = path.lastIndex(of: "/") { mkdir(String(path[..<slash]), 0o755) }
    let temporary = "\(path).\(getpid()).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    return Draft(temporary: temporary, begun: FileStamp(status).modified)
  }

  func abandon(_ draft: Draft) { unlink(draft.temporary) }

  /// Writes the encoded entries and puts the file in place; false when it cannot be written.
  func finish(_ draft: Draft, entries: [[UInt8]], count: Int) -> Bool {
    var preface = ByteWriter()
    preface.put(fingerprint)
    preface.put(draft.begun)
    preface.put(UInt32(count))
    let parts = [preface.bytes] + entries
    var checksum = Checksum()
    for part in parts { checksum.add(part) }
    var head = ByteWriter()
    head.append(Self.magic)
    head.put(checksum.value)
    let isWritten = FileBytes.write([head.bytes] + parts, to: draft.temporary)
    if isWritten, rename(draft.temporary, path) == 0 { return true }
    abandon(draft)
    return false
  }

  /// One entry of the file.
  static func entry(path: String, stamp: FileStamp, record: ArticleRecord) -> [UInt8] {
    var inner = ByteWriter()
    record.write(to: &inner)
    var writer = ByteWriter()
    writer.put(path)
    writer.put(stamp)
    writer.put(UInt32(inner.bytes.count))
    writer.append(inner.bytes)
    return writer.bytes
  }
}

extension ArticleIndex.Records {
  /// For each path the number of its entry; nil for those that have none.
  func entries(for paths: [String]) -> [Int?] {
    // A folder that has not changed is listed in the same order.
    var numbers: [Int?] = []
    numbers.reserveCapacity(paths.count)
    var table: [String: Int]?
    for (number, path) in paths.enumerated() {
      if number < entries.count, isPath(path, at: number) {
        numbers.append(number)
      } else {
        let known =
          table
          ?? Dictionary(
            entries.indices.map { (bytes[entries[$0].path].string, $0) }, uniquingKeysWith: { $1 })
        table = known
        numbers.append(known[path])
      }
    }
    return numbers
  }

  private func isPath(_ path: String, at number: Int) -> Bool {
    path.utf8.elementsEqual(bytes[entries[number].path])
  }

  /// Whether an entry still tells of the file that has this stamp.
  func holds(_ stamp: FileStamp, at number: Int) -> Bool {
    stamp == entries[number].stamp && stamp.hadSettled(at: begun)
  }

  /// Nil when the entry is damaged.
  func record(at number: Int, root: String, path: String, now: Date) -> ArticleRecord? {
    var reader = ByteReader(bytes[entries[number].record])
    return try? ArticleRecord(
      &reader, root: root, path: path, stamp: entries[number].stamp, now: now)
  }

  /// The bytes of an entry, to be written again as they are.
  func encoded(at number: Int) -> Bytes {
    // An entry begins with the length of its path, in four bytes.
    bytes[(entries[number].path.lowerBound - 4)..<entries[number].record.upperBound]
  }
}

extension FileStamp {
  /// Whether the file was last written before `instant`, by clocks as coarse as they come.
  ///
  /// A file that changes twice within one tick of its file system's clock has one stamp for two
  /// texts. Whole seconds tell of a file system that counts those, two at a time (FAT).
  fileprivate func hadSettled(at instant: Int64) -> Bool {
    let tick: Int64 = modified % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000
    return modified.addingReportingOverflow(tick).partialValue < instant
  }
}
