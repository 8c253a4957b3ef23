extension Article {
  /// All that it is known by, its id first.
  ///
  /// An article whose file is renamed or moved, or whose title, date or address changes, keeps a
  /// name: any two of file, title and date tell it, and so does its text.
  public var names: [String] {
    let title = "title " + TagName(title).folded
    let folders = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ""
    var names = [id, "file \(path), \(title)"]
    names += [url, origin?.url].compactMap { $0.map { "address \($0.place)" } }
    if let day = date?.day {
      names.append("file \(folders)\(slug), \(day)")
      names.append("\(title), \(day)")
    }
    if let textMark { names.append("text \(String(textMark, radix: 16))") }
    return names.unique
  }
}

extension Article {
  /// The id that version 0.1 gave it, by which older ledgers know it: the slug key, else the path
  /// without extension and `index`.
  var formerIDs: [String] {
    var parts = path.split(separator: "/")
    let name = parts.popLast() ?? ""
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    if parts.isEmpty || stem.lowercased() != "index" { parts.append(stem) }
    let last = String(parts.last ?? "")
    return [parts.joined(separator: "/")] + (last.hasSuffix(slug) ? [] : [slug])
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it stands first.
  public var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
