import Foundation

/// MDX: Markdown with modules, components and expressions of JavaScript in it.
struct MDXDialect {
  let losses: Losses

  func plain(_ bytes: [UInt8]) -> [UInt8] {
    guard Self.mayBeMDX(bytes), let modules = MDXModules(bytes),
      modules.isEvidence || JSXTags.areEvident(in: bytes)
    else { return bytes }
    let text = modules.text
    let tags = JSXTags(text).tags
    return TagWeaver(text, tags) { rendering(of: $0, inner: $1, images: modules.imports) }.woven()
  }

  /// Whether it has what opens a tag or an expression, or ends the word `import` or `export`.
  private static func mayBeMDX(_ bytes: [UInt8]) -> Bool {
    if bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "{") }) { return true }
    var finder = ByteFinder(bytes)
    return finder.next("port ", from: 0) != nil
  }

  private func rendering(
    of tag: MarkupTag, inner: [UInt8]?, images: [String: String]
  ) -> Rendering {
    switch tag.form {
    case .expression: return expression(tag)
    case .replacement(let markdown): return .inline(markdown)
    case .component, .shortcode, .statement, .output: break
    }
    let arguments = tag.arguments.replacing(images)
    let first = tag.name.utf8.first ?? 0
    if (0x61...0x7A).contains(first), !tag.name.contains("-"), tag.name.lowercased() != "img" {
      return element(tag, arguments, inner: inner)
    }
    if ["Fragment", "React.Fragment", ""].contains(tag.name) { return TemplateDialect.kept(inner) }
    let shortcode = Shortcode(
      name: tag.name.replacing(".", with: ""), arguments: arguments, inner: inner)
    if let rendering = shortcode.rendering { return rendering }
    if inner == nil { losses.note("component '<\(tag.name.prefixAtWord(60))>'") }
    return TemplateDialect.kept(inner)
  }

  private func expression(_ tag: MarkupTag) -> Rendering {
    let source = ArraySlice(tag.source.utf8)
    if source.opens(with: "/*") {
      let words = tag.source.drop { "/* ".contains($0) }.prefix { !$0.isWhitespace && $0 != "*" }
      let isMark = ["more", "truncate", "excerpt", "endexcerpt"].contains(words.lowercased())
      return isMark ? .block(Array("<!-- more -->".utf8)) : .nothing
    }
    if let literal = TagArguments.literal(in: source) {
      return .inline(
        literal.allSatisfy(\.isWhitespace) ? [0x20] : MarkdownByte.escaped(literal.utf8))
    }
    if !source.isEmpty { losses.note("expression '{\(tag.source.oneLine.prefixAtWord(60))}'") }
    return .nothing
  }

  /// An element of HTML with those of its attributes that are plain text.
  private func element(
    _ tag: MarkupTag, _ arguments: TagArguments, inner: [UInt8]?
  ) -> Rendering {
    let attributes = ["href", "src", "alt", "title", "id", "width", "height", "start", "type"]
      .compactMap { name -> String? in
        guard let value = arguments.first(name), !value.hasPrefix("{") else { return nil }
        return " \(name)=\"\(value.replacing("\"", with: "&quot;"))\""
      }
    let open = "<\(tag.name)\(attributes.joined())>"
    guard let inner else {
      let isWhole = tag.kind == .void && !HTMLNames.void.contains(tag.name)
      return .inline(Array((isWhole ? open + "</\(tag.name)>" : open).utf8))
    }
    let close = "</\(tag.name)>"
    guard inner.contains(.newline) else {
      return .inline(Array(open.utf8) + inner + Array(close.utf8))
    }
    return .block(
      Array("\(open)\n\n".utf8) + inner.dedented + Array("\n\n\(close)".utf8))
  }
}

extension TagArguments {
  /// With the paths of imported pictures for their names.
  fileprivate func replacing(_ imports: [String: String]) -> TagArguments {
    guard !imports.isEmpty else { return self }
    let values = named.mapValues { value -> String in
      guard value.hasPrefix("{"), value.hasSuffix("}") else { return value }
      let name = value.dropFirst().dropLast().prefix { $0 != "." }
      return imports[name.trimmingCharacters(in: .whitespaces)] ?? value
    }
    return TagArguments(named: values, positional: positional)
  }
}
