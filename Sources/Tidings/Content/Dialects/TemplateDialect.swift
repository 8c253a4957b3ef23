import Foundation

/// The template languages of Hugo, Zola, Jekyll, Eleventy and Hexo within Markdown.
struct TemplateDialect {
  let base: WebURL?
  let losses: Losses

  func plain(_ bytes: [UInt8]) -> [UInt8] {
    let tags = TemplateMarkup(bytes).tags
    return TagWeaver(bytes, tags) { rendering(of: $0, inner: $1) }.woven()
  }

  private func rendering(of tag: MarkupTag, inner: [UInt8]?) -> Rendering {
    switch tag.form {
    case .replacement(let markdown):
      return tag.name == "code" ? .block(markdown) : markdown.isEmpty ? .nothing : .inline(markdown)
    case .shortcode:
      return shortcode(tag, inner: inner, as: "shortcode '{{< \(Self.cut(tag.name)) >}}'")
    case .statement:
      return statement(tag, inner: inner)
    case .output:
      return output(tag)
    case .component, .expression:
      return .nothing
    }
  }

  private static func cut(_ text: String) -> String { text.oneLine.prefixAtWord(60) }

  private func shortcode(_ tag: MarkupTag, inner: [UInt8]?, as remark: String) -> Rendering {
    if ShortcodeNames.references.contains(tag.name.lowercased()) {
      let path = tag.arguments.first("path") ?? tag.arguments.positional(0) ?? ""
      return reference(PagePath.file(path), text: path, of: tag)
    }
    let shortcode = Shortcode(name: tag.name, arguments: tag.arguments, inner: inner)
    if let rendering = shortcode.rendering { return rendering }
    losses.note(remark)
    return Self.kept(inner)
  }

  /// The contents of a pair whose tags mean nothing here.
  static func kept(_ inner: [UInt8]?) -> Rendering {
    guard let inner else { return .nothing }
    return inner.contains(.newline) ? .block(inner.dedented) : .inline(inner)
  }

  /// An address where one is expected, else words.
  private func reference(_ address: String?, text: String, of tag: MarkupTag) -> Rendering {
    if tag.isAddress {
      if address == nil { losses.note("link to '\(Self.cut(text))' (its address is not known)") }
      return .inline(Array(MarkdownWriting.address(address ?? "").utf8))
    }
    return .inline(MarkdownByte.escaped(text.oneLine.utf8))
  }

  private func statement(_ tag: MarkupTag, inner: [UInt8]?) -> Rendering {
    let remark = "template tag '{% \(Self.cut(tag.source)) %}'"
    switch tag.name {
    case "include", "include_relative", "include_cached", "render", "partial":
      let file = tag.arguments.positional(0) ?? ""
      return shortcode(
        MarkupTag(
          form: .shortcode, kind: tag.kind, range: tag.range, name: file,
          arguments: tag.arguments.withoutFirst),
        inner: inner, as: "include '\(Self.cut(file))'")
    case "post_url", "post_link":
      let name = tag.arguments.positional(0) ?? ""
      return reference(PagePath.post(name, base: base), text: name, of: tag)
    case "link":
      let path = tag.arguments.positional(0) ?? ""
      let isPost = path.contains("_posts/")
      let address =
        isPost ? PagePath.post(path, base: base) : path.hasPrefix("/") ? path : "/" + path
      return reference(address, text: path, of: tag)
    case "asset_path":
      let path = tag.arguments.positional(0) ?? ""
      return reference(path, text: path, of: tag)
    case "more", "excerpt", "endexcerpt":
      return .block(Array("<!-- more -->".utf8))
    default:
      return shortcode(tag, inner: inner, as: remark)
    }
  }

  private func output(_ tag: MarkupTag) -> Rendering {
    if let literal = tag.arguments.positional.first, tag.name.isEmpty {
      return .inline(
        tag.isAddress
          ? Array(MarkdownWriting.address(literal).utf8) : MarkdownByte.escaped(literal.utf8))
    }
    switch tag.name {
    case "site.url", "site.baseurl", "site.base_url", "config.base_url", "page.url":
      if let value = address(of: tag.name) {
        return .inline(Array(MarkdownWriting.address(value).utf8))
      }
    default:
      break
    }
    if tag.source.hasSuffix(")") {
      return shortcode(tag, inner: nil, as: "shortcode '{{ \(Self.cut(tag.name))() }}'")
    }
    losses.note("template value '{{ \(Self.cut(tag.source)) }}'")
    return .nothing
  }

  /// `site.baseurl` is a path, and the article's own address does not say where it ends.
  private func address(of name: String) -> String? {
    switch name {
    case "site.baseurl": ""
    case "page.url": base.flatMap { URL(string: $0.text)?.path() }
    default: base.flatMap(PagePath.origin) ?? ""
    }
  }
}

extension TagArguments {
  /// Without the first positional value: the file's name of an include.
  fileprivate var withoutFirst: TagArguments {
    TagArguments(named: named, positional: Array(positional.dropFirst()))
  }
}
