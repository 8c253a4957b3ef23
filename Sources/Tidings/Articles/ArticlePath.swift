/// What an article's path tells: its date, slug, language and whether it lies among drafts.
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
  /// From a suffix such as `.pt-br.md`.
  let language: String?
  let isDraft: Bool

  init(_ path: String, dates: DateReader) {
    self.path = path
    var parts = path.split(separator: "/")
    isDraft = parts.dropLast().contains { $0 == "_drafts" || $0 == "drafts" }
    var name = parts.popLast() ?? ""
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = name[..<dot] }
    fileName = String(name)
    if let dot = name.lastIndex(of: "."), dot > name.startIndex,
      let tag = LanguageTag.normalized(String(name[name.index(after: dot)...])),
      LanguageTag.isKnown(tag)
    {
      language = tag
      name = name[..<dot]
    } else {
      language = nil
    }
    var source = Article.DateSource.fileName
    if name.lowercased() == "index", let folder = parts.popLast() {
      name = folder
      source = .folderName
    }
    let found = dates.readPrefix(name)
    impossibleDay = found?.reading == .impossible ? String(name.prefix(10)) : nil
    if let found, case .date(let date) = found.reading {
      self.date = date
      dateSource = source
      slug = found.rest.isEmpty ? String(name) : String(found.rest)
    } else if let date = Self.date(ofFolders: parts, dates: dates) {
      self.date = date
      dateSource = .path
      slug = String(name)
    } else {
      date = nil
      dateSource = nil
      slug = String(name)
    }
  }

  /// The day of three nested folders such as `2025/02/03`.
  private static func date(ofFolders folders: [Substring], dates: DateReader) -> Moment? {
    guard folders.count >= 3, case let day = folders.suffix(3), day.first?.count == 4,
      case .date(let date) = dates.read(day.joined(separator: "-"))
    else { return nil }
    return date
  }
}

/// Language tags (BCP 47) as blogs write them.
public enum LanguageTag {
  /// Whether it names a language of ISO 639-1: `js` and `old` before an extension do not.
  static func isKnown(_ tag: String) -> Bool {
    codes.contains(tag.prefix { $0 != "-" }.description)
  }

  private static let codes = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz
    ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln
    lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi
    pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti
    tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// `pt_br` as `pt-BR`; nil for what is shaped like no language tag.
  public static func normalized(_ text: String) -> String? {
    let parts = text.split { $0 == "-" || $0 == "_" }
    guard let language = parts.first, (2...3).contains(language.count), parts.count <= 3,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }),
      language.allSatisfy(\.isLetter), parts.dropFirst().allSatisfy({ (2...8).contains($0.count) })
    else { return nil }
    return
      ([language.lowercased()]
      + parts.dropFirst().map { part in
        switch part.count {
        case 2: part.uppercased()
        case 4: part.prefix(1).uppercased() + part.dropFirst().lowercased()
        default: part.lowercased()
        }
      }).joined(separator: "-")
  }
}
