import Foundation
import Yams

/// The file of links that an editor has gathered: a YAML list of title, url, source and comment.
public struct CuratedLinks: Sendable, Hashable {
  /// In the order of the file.
  public let links: [CuratedLink]

  /// Reads the file at `path`; an empty one holds no links.
  /// - Throws: `CuratedLinksError` with the line of what cannot be used.
  public init(path: String) throws(CuratedLinksError) {
    let text: String
    do {
      text = try FileBytes.text(at: path)
    } catch {
      throw CuratedLinksError(path: path, line: nil, reason: error.description)
    }
    try self.init(text, path: path)
  }

  /// The links in `text`; `path` is what errors call it.
  /// - Throws: `CuratedLinksError` with the line of what cannot be used.
  init(_ text: String, path: String) throws(CuratedLinksError) {
    func fault(_ line: Int?, _ reason: String) -> CuratedLinksError {
      CuratedLinksError(path: path, line: line, reason: reason)
    }
    let block = Array(text.utf8)[...]
    guard !YAMLBlock.hasManyAliases(block) else {
      throw fault(nil, "it holds too many aliases")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      let found = YAMLBlock.fault(
        error, in: block, lines: YAMLLines(block), firstLine: 1, subject: "the file")
      throw fault(found.line, found.reason)
    } catch {
      throw fault(nil, "the file is not YAML")
    }
    guard let root, root.null == nil else {
      links = []
      return
    }
    guard let items = root.sequence else {
      throw fault(root.mark?.line, "expected a list of links, each with 'title' and 'url'")
    }
    var links: [CuratedLink] = []
    for item in items {
      guard let mapping = item.mapping else {
        throw fault(item.mark?.line, "expected a link with 'title' and 'url'")
      }
      links.append(try Entry(mapping, line: item.mark?.line, path: path).link())
    }
    self.links = links
  }
}

/// One link of the file, key by key.
private struct Entry {
  let path: String
  let line: Int?
  let values: [String: (text: String, line: Int?)]

  private static let keys = ["title", "url", "source", "comment"]

  init(_ mapping: Node.Mapping, line: Int?, path: String) throws(CuratedLinksError) {
    var values: [String: (text: String, line: Int?)] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard Self.keys.contains(name) else {
        let hint =
          Likeness.nearest(to: name, among: Self.keys).map { ", did you mean '\($0)'?" }
          ?? ", expected \(Self.keys.joined(separator: ", "))"
        throw CuratedLinksError(
          path: path, line: key.mark?.line, reason: "unknown key '\(name.oneLine)'\(hint)")
      }
      if value.null != nil { continue }
      guard let text = value.scalar?.string else {
        throw CuratedLinksError(
          path: path, line: value.mark?.line, reason: "'\(name)': expected a text")
      }
      values[name] = (text.trimmingCharacters(in: .whitespacesAndNewlines), value.mark?.line)
    }
    self.path = path
    self.line = line
    self.values = values
  }

  func link() throws(CuratedLinksError) -> CuratedLink {
    let address = try text("url", isNeeded: true) ?? ""
    guard let url = WebURL(address) else {
      throw fault(
        "url", "'\(address)' is no web address, expected one such as https://example.org/page")
    }
    return CuratedLink(
      title: try text("title", isNeeded: true) ?? "", url: url, source: try text("source"),
      comment: try comment())
  }

  /// One line of visible text; nil when there is none.
  private func text(
    _ key: String, isNeeded: Bool = false
  ) throws(CuratedLinksError) -> String? {
    guard let text = values[key]?.text, !text.isEmpty else {
      guard isNeeded else { return nil }
      throw fault(key, "it is missing, expected a text")
    }
    guard !text.unicodeScalars.contains(where: CleanText.isRefused) else {
      throw fault(key, "it has a line break or another control character, expected one line")
    }
    return text
  }

  private func comment() throws(CuratedLinksError) -> Document? {
    guard let text = values["comment"]?.text, !text.isEmpty else { return nil }
    guard !text.unicodeScalars.contains(where: { $0 != "\n" && CleanText.isRefused($0) }) else {
      throw fault("comment", "it has a control character, expected a paragraph of Markdown")
    }
    guard !TemplateTags.holdsField(text) else {
      throw fault(
        "comment", "a template field, which is not filled in here: the comment is Markdown")
    }
    let (document, dropped) = MarkdownReader().read(text)
    if let loss = dropped.first { throw fault("comment", "\(loss) cannot be shown") }
    guard document.blocks.count == 1, case .paragraph = document.blocks.first,
      document.footnotes.isEmpty, document == document.withoutPictures
    else { throw fault("comment", "expected one paragraph of Markdown without pictures") }
    return document
  }

  private func fault(_ key: String, _ reason: String) -> CuratedLinksError {
    CuratedLinksError(
      path: path, line: values[key]?.line ?? line, reason: "'\(key)': \(reason.oneLine)")
  }
}

/// What is wrong with a file of links.
public struct CuratedLinksError: Error, Hashable {
  public let path: String
  /// Counted from 1; nil when the fault has no line of its own.
  public let line: Int?
  public let reason: String
}

extension CuratedLinksError: CustomStringConvertible {
  public var description: String { "\(line.map { "\(path):\($0)" } ?? path): \(reason)" }
}
