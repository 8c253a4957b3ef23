import Foundation

/// Where the page of a source file is, as far as the address of the article that names it tells.
enum PagePath {
  /// Scheme, host and port.
  static func origin(_ url: WebURL) -> String? {
    guard let parts = URLComponents(string: url.text), let scheme = parts.scheme,
      let host = parts.percentEncodedHost
    else { return nil }
    return "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
  }

  /// A reference of Hugo's `ref` as a path to a Markdown file; nil for an empty one.
  static func file(_ reference: String) -> String? {
    let end = reference.firstIndex { $0 == "#" || $0 == "?" } ?? reference.endIndex
    var path = String(reference[..<end])
    let rest = reference[end...]
    if path.isEmpty { return rest.isEmpty ? nil : String(rest) }
    if !path.hasSuffix("/"), !hasExtension(path) { path += ".md" }
    let isRooted = path.hasPrefix("/") || path.hasPrefix(".") || !path.contains("/")
    return (isRooted ? path : "/" + path) + rest
  }

  private static func hasExtension(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return ["md", "mdx", "markdown", "html"].contains(
      name.split(separator: ".").last?.lowercased() ?? "")
  }

  /// The path of the post `2020-01-31-words`, when the article's own has a date in it, too.
  static func post(_ name: String, base: WebURL?) -> String? {
    guard let base, let path = URL(string: base.text)?.path() else { return nil }
    let file = (name.split(separator: "/").last ?? "").split(separator: ".").first ?? ""
    let parts = file.split(separator: "-", maxSplits: 3).map(String.init)
    guard parts.count == 4, isDate(parts[0], parts[1], parts[2]) else { return nil }
    var own = path.split(separator: "/").map(String.init)
    let starts = own.indices.dropLast(3)
    guard let start = starts.last(where: { isDate(own[$0], own[$0 + 1], own[$0 + 2]) }),
      start + 4 == own.count
    else { return nil }
    let last = own[start + 3].split(separator: ".")
    own.replaceSubrange(start..., with: parts)
    return "/" + own.joined(separator: "/")
      + (last.count > 1 ? "." + last[last.count - 1] : path.hasSuffix("/") ? "/" : "")
  }

  private static func isDate(_ year: String, _ month: String, _ day: String) -> Bool {
    year.utf8.count == 4 && [month, day].allSatisfy { (1...2).contains($0.utf8.count) }
      && (year + month + day).utf8.allSatisfy(\.isDigit)
  }

  /// The page of a relative link to a Markdown file: `two.md` becomes `../two/`; nil for other
  /// references.
  ///
  /// The files of pages with pretty addresses lie one level above the pages; an `index.md` lies
  /// where its page is.
  static func page(ofLink reference: String, base: WebURL) -> String? {
    let end = reference.firstIndex { $0 == "#" || $0 == "?" } ?? reference.endIndex
    let path = reference[..<end]
    let rest = reference[end...]
    guard
      let suffix = [".md", ".mdx", ".markdown"].first(where: path.lowercased().hasSuffix),
      path.count > suffix.count
    else { return nil }
    let stem = path.dropLast(suffix.count)
    let name = (stem.split(separator: "/").last ?? "").lowercased()
    let home = URL(string: base.text)?.path() ?? ""
    if ["index", "_index", "readme"].contains(name) {
      let folder = stem.dropLast(name.count)
      return (folder.isEmpty ? "./" : String(folder)) + rest
    }
    let isFile = home.lowercased().hasSuffix(".html") || home.lowercased().hasSuffix(".htm")
    let isBelow = home.hasSuffix("/") && home != "/" && !path.hasPrefix("/")
    return (isBelow ? "../" : "") + stem + (isFile ? ".html" : "/") + rest
  }
}
