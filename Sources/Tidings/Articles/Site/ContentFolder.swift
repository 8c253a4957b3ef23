/// How a path below the articles folder looks from a folder of the site that holds content.
///
/// The articles folder may lie in the content folder, or the content folder in it.
struct ContentFolder: Hashable, Sendable {
  /// The folders from the content folder down to the articles folder.
  private let above: [Substring]
  /// What a path begins with when the content folder lies further down.
  private let below: [Substring]

  /// Nil when neither of `content` and `articles`, both below the site's root, holds the other.
  init?(content: String, articles: String) {
    let content = Self.parts(of: content)
    let articles = Self.parts(of: articles)
    if articles.starts(with: content) {
      above = Array(articles.dropFirst(content.count))
      below = []
    } else if content.starts(with: articles) {
      above = []
      below = Array(content.dropFirst(articles.count))
    } else {
      return nil
    }
  }

  /// Above how many content folders deep it is: the deeper one owns a file that both hold.
  var depth: Int { below.count - above.count }

  /// The parts of `path`, seen from the content folder; nil when it lies outside.
  func parts(of path: String) -> [Substring]? {
    let parts = Self.parts(of: path)
    guard !below.isEmpty else { return above.isEmpty ? parts : above + parts }
    return parts.starts(with: below) ? Array(parts.dropFirst(below.count)) : nil
  }

  static func parts(of path: String) -> [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/")).compactMap {
      let part = Substring($0)
      return part == "." ? nil : part
    }
  }
}

/// A file's name taken apart, the way generators do.
struct ContentName {
  /// The folders that hold it, without its own when it is an `index`.
  let folders: [Substring]
  /// Without extension and language; an `index`'s folder.
  let name: Substring
  /// The language that its suffix names, in small letters.
  let language: String?
  let isIndex: Bool

  /// - Parameters:
  ///   - parts: the file's path below the content folder.
  ///   - languages: the suffixes that name a language, in small letters.
  init(_ parts: [Substring], languages: Set<String> = []) {
    var folders = parts
    var name = folders.popLast() ?? ""
    name = Self.withoutExtension(name)
    language = Self.suffix(of: name).flatMap { suffix in
      let tag = suffix.lowercased()
      return languages.contains(tag) ? tag : nil
    }
    if language != nil { name = Self.withoutExtension(name) }
    isIndex = name == "index"
    if isIndex, let folder = folders.popLast() { name = folder }
    self.folders = folders
    self.name = name
  }

  /// Up to the last dot, unless the name begins with it.
  static func withoutExtension(_ name: Substring) -> Substring {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return name
    }
    return name[..<dot]
  }

  private static func suffix(of name: Substring) -> Substring? {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return nil
    }
    return name[name.utf8.index(after: dot)...]
  }

  /// What follows a day such as `2025-02-03-` at a name's start; nil when there is none.
  ///
  /// `marks` are the signs that may stand between the two.
  static func afterDay(_ name: Substring, marks: String = "-_") -> Substring? {
    let bytes = name.utf8
    var index = bytes.startIndex
    for width in [4, 2, 2] {
      if width == 2 {
        guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "-") else { return nil }
        index = bytes.index(after: index)
      }
      let digits = bytes[index...].prefix(width).prefix {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
      guard digits.count == width || (width == 2 && digits.count == 1) else { return nil }
      index = digits.endIndex
    }
    guard index < bytes.endIndex, marks.utf8.contains(bytes[index]) else { return nil }
    let rest = name[bytes.index(after: index)...]
    return rest.isEmpty ? nil : rest
  }
}
