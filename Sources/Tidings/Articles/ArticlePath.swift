/// What an article's path tells: its date, slug, language, and what the file is.
struct ArticlePath: Hashable {
  let path: String
  let date: Moment?
  let dateSource: Article.DateSource?
  /// A day in the name that no calendar has, such as `2025-02-29`.
  let impossibleDay: String?
  /// The last part without date, extension and language; its folder's name for an `index.md`.
  let slug: String
  /// The last part without its extension.
  let fileName: String
  /// From a suffix such as `.pt-br.md`, or a folder such as `pt-br/`.
  let language: String?
  /// The path without what marks its language; nil where nothing does.
  let translationKey: String?
  let isDraft: Bool
  let kind: Article.Kind

  /// `languages` are the folders and suffixes that name languages here.
  init(_ path: String, dates: DateReader, languages: Set<String> = []) {
    self.path = path
    let bytes = Array(path.utf8)[...]
    var parts = bytes.split(separator: UInt8(ascii: "/"))
    var name = parts.popLast() ?? []
    if let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex {
      name = name[..<dot]
    }
    fileName = name.string
    isDraft = parts.contains { $0.isText("_drafts") || $0.isText("drafts") }
    kind = Self.kind(name: name, folders: parts)

    var marked: String?
    if let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex,
      name.endIndex - dot <= 12,
      let tag = LanguageTag.ofName(name[(dot + 1)...].string, among: languages)
    {
      marked = tag
      name = name[..<dot]
    }
    if marked == nil, parts.count > 0, parts[0].count <= 7,
      let tag = LanguageTag.ofName(parts[0].string, among: languages)
    {
      marked = tag
      parts.removeFirst()
    }
    language = marked
    translationKey = marked == nil ? nil : Self.translationKey(folders: parts, name: name)

    var source = Article.DateSource.fileName
    if name.count == 5, name.lazy.map(\.lowercased).elementsEqual("index".utf8),
      let folder = parts.popLast()
    {
      name = folder
      source = .folderName
    }
    name = Self.withoutExportMark(name)
    let found = name.first?.isDigit == true ? dates.readPrefix(name.span) : nil
    let rest = found.map { name.dropFirst($0.restStart) } ?? []
    impossibleDay =
      found?.reading == .impossible ? name[..<rest.startIndex].trimmedMarks.string : nil
    if let found, case .date(let date) = found.reading {
      self.date = date
      dateSource = source
      slug = rest.isEmpty ? name.string : rest.string
    } else if let date = Self.date(ofFolders: parts, dates: dates) {
      self.date = date
      dateSource = .path
      slug = name.string
    } else {
      date = nil
      dateSource = nil
      slug = name.string
    }
  }

  /// What an unmarked file shares with its translations: its path without the extension.
  static func translationKey(ofUnmarked path: String) -> String {
    var parts = Array(path.utf8)[...].split(separator: UInt8(ascii: "/"))
    var name = parts.popLast() ?? []
    if let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex {
      name = name[..<dot]
    }
    return translationKey(folders: parts, name: name)
  }

  private static func translationKey(folders: [Bytes], name: Bytes) -> String {
    "path:" + (folders + [name]).map(\.string).joined(separator: "/")
  }

  private static func kind(name: Bytes, folders: [Bytes]) -> Article.Kind {
    switch name.first {
    case UInt8(ascii: "_"):
      if name.isText("_index") || name.hasText("_index.") { return .section }
    case UInt8(ascii: "R"), UInt8(ascii: "L"), UInt8(ascii: "C"), UInt8(ascii: "S"),
      UInt8(ascii: "r"):
      if readmes.contains(name.string) { return .readme }
    default: break
    }
    if let first = folders.first, templateFolders.contains(where: { $0.elementsEqual(first) }) {
      return .template
    }
    return .post
  }

  private static let readmes: Set<String> = [
    "README", "readme", "Readme", "LICENSE", "LICENCE", "CHANGELOG", "CONTRIBUTING",
    "CODE_OF_CONDUCT", "SECURITY", "SUMMARY",
  ]

  private static let templateFolders = [
    "_templates", "Templates", "templates", "archetypes", "_includes", "_layouts",
  ].map { Array($0.utf8) }

  /// Notion ends exported names in a space and 32 hexadecimal digits.
  private static func withoutExportMark(_ name: Bytes) -> Bytes {
    let mark = name.suffix(32)
    guard name.count > 33, name[mark.startIndex - 1] == UInt8(ascii: " "),
      mark.allSatisfy({ $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) })
    else { return name }
    return name[..<(mark.startIndex - 1)]
  }

  /// The day of three nested folders such as `2025/02/03`.
  private static func date(ofFolders folders: [Bytes], dates: DateReader) -> Moment? {
    guard folders.count >= 3 else { return nil }
    let day = folders.suffix(3)
    guard day.first?.count == 4, day.allSatisfy({ $0.count <= 4 && $0.allSatisfy(\.isDigit) }),
      case .date(let date) = dates.read(day.map(\.string).joined(separator: "-"))
    else { return nil }
    return date
  }
}

extension Bytes {
  /// Without what stands between a name's date and the rest.
  fileprivate var trimmedMarks: Bytes {
    let end = lastIndex { $0.isDigit } ?? startIndex - 1
    return self[...end]
  }
}
