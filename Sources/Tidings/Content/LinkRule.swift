import Foundation

/// Which addresses in a body a reader may be led to.
struct LinkRule {
  /// What relative references are resolved against.
  let base: WebURL?

  /// Why a reference leads nowhere.
  struct Refusal: Error, Hashable {
    let reason: String
  }

  /// Where `reference` leads: to the web or to a mailbox.
  ///
  /// - Throws: `Refusal` for an in-page anchor, another scheme, or a relative one without a base.
  func destination(_ reference: String) throws(Refusal) -> Destination {
    let reference = Self.trimmed(reference)
    guard Self.scheme(of: reference) == "mailto" else {
      return .web(try web(reference, kind: "link"))
    }
    guard let address = Self.mailAddress(reference.dropFirst("mailto:".count)) else {
      throw Refusal(reason: "link \(Self.quoted(reference)) (not one mail address)")
    }
    return .mail(address)
  }

  /// The web address that `reference` means; `kind` is what to call it in a refusal.
  ///
  /// - Throws: `Refusal` as `destination` does, and for a mail address.
  func web(_ reference: String, kind: String) throws(Refusal) -> WebURL {
    let reference = Self.trimmed(reference)
    if reference.isEmpty { throw Refusal(reason: "\(kind) without an address") }
    if reference.hasPrefix("#") {
      throw Refusal(reason: "in-page \(kind) \(Self.quoted(reference))")
    }
    let escaped = Self.escaped(reference)
    if let scheme = Self.scheme(of: reference) {
      guard scheme == "http" || scheme == "https" else {
        throw Refusal(
          reason: "\(kind) \(Self.quoted(reference)) (scheme '\(scheme)' is not allowed)")
      }
      guard let url = WebURL(escaped) else {
        throw Refusal(reason: "\(kind) \(Self.quoted(reference)) (not a valid address)")
      }
      return url
    }
    if let base {
      let isRooted = reference.hasPrefix("@/") || reference.hasPrefix("~/")
      if isRooted, !(kind == "link" && PagePath.page(ofLink: reference, base: base) != nil) {
        throw Refusal(reason: "\(kind) \(Self.quoted(reference)) (a name of its site's build)")
      }
      let local = isRooted ? String(escaped.dropFirst()) : escaped
      let page = kind == "link" ? PagePath.page(ofLink: local, base: base) : nil
      if let url = base.resolving(page ?? local) { return url }
    } else if reference.hasPrefix("//"), let url = WebURL("https:" + escaped) {
      return url
    }
    let reason = base == nil ? "no base URL" : "not a valid address"
    throw Refusal(reason: "relative \(kind) \(Self.quoted(reference)) (\(reason))")
  }

  /// Without what browsers pass over: controls and spaces around it, tabs and line ends within.
  private static func trimmed(_ reference: String) -> String {
    guard reference.utf8.contains(where: { $0 <= 0x20 }) else { return reference }
    let kept = reference.unicodeScalars.filter { !["\t", "\n", "\r"].contains($0) }
    let start = kept.drop { $0.value <= 0x20 }
    let end = start.reversed().drop { $0.value <= 0x20 }
    return String(String.UnicodeScalarView(end.reversed()))
  }

  /// In lower case, RFC 3986 3.1.
  private static func scheme(of reference: String) -> String? {
    guard let colon = reference.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = reference[..<colon].unicodeScalars
    guard let first = scheme.first, first.isASCIILetterOrDigit, !("0"..."9").contains(first),
      scheme.allSatisfy({ $0.isASCIILetterOrDigit || "+-.".has($0) })
    else { return nil }
    return String(scheme).lowercased()
  }

  /// The address between `mailto:` and its header fields, when it is one and only one.
  private static func mailAddress(_ text: Substring) -> String? {
    let encoded = text.prefix { $0 != "?" }
    guard let address = String(encoded).removingPercentEncoding else { return nil }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), address.utf8.count <= 254,
      address.unicodeScalars.allSatisfy({
        $0.value > 0x20 && !CleanText.isRefused($0) && !$0.properties.isWhitespace
          && !"<>()[],;:\"\\".has($0)
      })
    else { return nil }
    return address
  }

  /// With `%XX` for the ASCII characters that an address may not hold but authors write.
  private static func escaped(_ reference: String) -> String {
    func isRefused(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
        UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
        UInt8(ascii: "}"):
        true
      default: false
      }
    }
    guard reference.utf8.contains(where: isRefused) else { return reference }
    var result = ""
    for scalar in reference.unicodeScalars {
      if scalar.isASCII, isRefused(UInt8(scalar.value)) {
        result += "%" + String(scalar.value, radix: 16, uppercase: true)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func quoted(_ reference: String) -> String {
    "'\(reference.prefix(80))\(reference.count > 80 ? "…" : "")'"
  }
}

extension String {
  fileprivate func has(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
