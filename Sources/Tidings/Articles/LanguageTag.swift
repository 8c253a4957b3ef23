/// Language tags (BCP 47) as blogs write them.
public enum LanguageTag {
  /// Whether it names a language of ISO 639-1, perhaps with a region or a script: `js` and `old`
  /// before an extension do not.
  static func isKnown(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-")
    return codes.contains(String(parts.first ?? "")) && parts.dropFirst().allSatisfy(isRegion)
  }

  private static func isRegion(_ part: Substring) -> Bool {
    part.utf8.count == 2 || ["Hans", "Hant", "Latn", "Cyrl", "419"].contains(part)
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

  /// Codes that are hardly a folder's name for anything else, as `ml`, `it` and `io` are.
  private static let plainCodes = Set(
    """
    ar bg bn ca da de el en es et eu fa fi fr he hi hr hu ja ko lt lv nl pl pt ro ru sk sl sr sv th
    tr uk vi zh
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// The language that a folder's name or a suffix means: one of `languages`, or a name that can
  /// mean nothing else, such as `en` or `pt-br`.
  static func ofName(_ name: String, among languages: Set<String>) -> String? {
    guard let tag = normalized(name), isKnown(tag) else { return nil }
    return languages.contains(name) || plainCodes.contains(String(tag.prefix(2))) ? tag : nil
  }

  /// `pt_br` as `pt-BR`, without extensions and private use (RFC 5646 2.2.6 and 2.2.7); nil for what
  /// is shaped like no language tag.
  public static func normalized(_ text: String) -> String? {
    let pieces: [Substring] = text.split { $0 == "-" || $0 == "_" }
    let parts = pieces.prefix { $0.count > 1 }
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
