import Foundation

/// Reads the selectors of a theme, and says of those that cannot be used why.
enum ThemeSelector {
  static func isNameCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_".contains(character))
  }

  /// One selector of a rule that ends up in `style` attributes.
  /// - Throws: `TemplateError` for one that looks at more than an element and its classes.
  static func inline(
    _ text: Substring, file: String, line: Int
  ) throws(TemplateError) -> Theme.Selector {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    func refused(_ reason: String) -> TemplateError {
      TemplateError(file: file, line: line, reason: reason)
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let names = parts.dropFirst().map(String.init)
    let isSimple =
      !text.isEmpty && (parts[0].allSatisfy(isNameCharacter))
      && names.allSatisfy { !$0.isEmpty && $0.allSatisfy(isNameCharacter) }
    guard isSimple else {
      if text.contains(":") {
        throw refused(
          "'\(text)' depends on what happens to an element, which cannot be written inline;"
            + " put the rule into '@media screen { … }'")
      }
      if text.contains(where: { $0.isWhitespace || ">+~".contains($0) }) {
        throw refused(
          "'\(text)' depends on what stands around an element, which cannot be written inline;"
            + " give the element a class of its own, or put the rule into '@media screen { … }'")
      }
      throw refused(
        "the selector '\(text)' cannot be written inline,"
          + " expected an element, a class or both such as 'td.sheet'")
    }
    let element = parts[0].isEmpty ? nil : parts[0].lowercased()
    if let element, !MailCSS.elements.contains(element) {
      let hint = Likeness.nearest(to: element, among: MailCSS.elements.sorted())
        .map { ", did you mean '\($0)'?" }
      throw refused("'\(element)' is no element of HTML\(hint ?? "; a class begins with a dot")")
    }
    return Theme.Selector(element: element, classes: names)
  }

  /// The selectors of a rule within `@media`, each with the classes in it.
  /// - Throws: `TemplateError` for what cannot stand in a `<style>`.
  static func media(
    _ text: String, file: String, line: Int
  ) throws(TemplateError) -> [(text: String, classes: [String])] {
    var selectors: [(text: String, classes: [String])] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(whereSeparator: \.isWhitespace)
      let selector = words.joined(separator: " ")
      guard !selector.isEmpty,
        selector.allSatisfy({ isNameCharacter($0) || " .:>+~*#[]=()'".contains($0) })
      else {
        throw TemplateError(
          file: file, line: line,
          reason: "'\(selector)' is no selector, expected such as 'td.sheet'")
      }
      var classes: [String] = []
      var rest = selector[...]
      while let dot = rest.firstIndex(of: ".") {
        rest = rest[rest.index(after: dot)...]
        classes.append(String(rest.prefix(while: isNameCharacter)))
      }
      selectors.append((selector, classes))
    }
    return selectors
  }
}
