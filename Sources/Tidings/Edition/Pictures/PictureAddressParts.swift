import Foundation

/// A picture's or page's address taken apart: the host, and the names on the way to it.
struct PictureAddressParts {
  /// As `WebURL.host` has it.
  let host: String
  /// Decoded, none of them empty; the last is the file's.
  let names: [String]
  /// How many of them are folders.
  let depth: Int

  /// Nil for an address whose names could lead elsewhere once they are a path on this machine.
  init?(_ url: WebURL) {
    host = url.host
    let afterScheme = url.text.firstRange(of: "://").map { url.text[$0.upperBound...] } ?? ""
    let address = afterScheme.prefix { $0 != "?" && $0 != "#" }
    var names: [String] = []
    for part in address.drop(while: { $0 != "/" }).split(separator: "/") {
      if part == "." { continue }
      // Decoded once, as a server does; what is not UTF-8 then is taken as it is written.
      let name = part.removingPercentEncoding ?? String(part)
      guard name != "..", name != ".", !name.contains("/"), !name.utf8.contains(0) else {
        return nil
      }
      names.append(name)
    }
    self.names = names
    depth = address.hasSuffix("/") ? names.count : max(0, names.count - 1)
  }

  /// The folders, without the file's own name.
  var folders: ArraySlice<String> { names.prefix(depth) }
}
