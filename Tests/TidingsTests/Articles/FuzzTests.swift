import Foundation
import Testing

@testable import Tidings

/// Bytes of every kind give an article, and nothing that could hurt whoever reads of it.
///
/// `TIDINGS_FUZZ_RUNS` and `TIDINGS_FUZZ_SEED` in the environment ask for more, or others.
@Suite struct FuzzTests {
  private static func setting(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  private static let runs = setting("TIDINGS_FUZZ_RUNS") ?? 3_000
  private static let seed = setting("TIDINGS_FUZZ_SEED") ?? 20_250_301

  /// Parts of the work, so that all processors have some.
  private static let shares = 4

  @Test(arguments: 0..<shares)
  func anyBytesAreAnArticle(share: Int) throws {
    var random = SeededGenerator(seed: Self.seed &+ share)
    for run in 0..<(Self.runs / Self.shares) {
      let bytes = Self.bytes(using: &random)
      let path = Self.paths.randomElement(using: &random) ?? "post.md"
      guard let fault = Self.fault(bytes, path: path, readsBody: run % 8 == 0) else { continue }
      Issue.record("\(fault), run \(run): \(path) \(Data(bytes).base64EncodedString())")
      return
    }
  }

  /// What is wrong with the reading of `bytes`; nil when nothing is.
  private static func fault(_ bytes: [UInt8], path: String, readsBody: Bool) -> String? {
    let stamp = FileStamp(size: Int64(bytes.count), modified: 0, inode: 1)
    let reader = Fixtures.reader(baseURL: "https://example.org")
    let (article, diagnostics) = reader.read(
      bytes, from: .init(root: "articles", path: path, stamp: stamp))
    let text = SourceText(bytes).bytes
    let lines = 1 + text.count { $0 == .newline }
    for diagnostic in diagnostics {
      if let line = diagnostic.line, !(1...lines).contains(line) {
        return "line \(line) of \(lines)"
      }
      if diagnostic.reason.isEmpty || hasControl(diagnostic.description) { return "a reason" }
    }
    let words =
      [article.id, article.slug, article.title, article.summary, article.author, article.language]
      .compactMap(\.self) + article.tags
      + [article.url, article.image, article.origin?.url].compactMap { $0?.text }
      + [article.origin?.site, article.origin?.author].compactMap(\.self)
    if let word = words.first(where: hasControl) { return "a control in \(word.debugDescription)" }
    if article.id.isEmpty || article.title.isEmpty || article.path.isEmpty {
      return "an empty name"
    }
    if article.tags.contains("") { return "an empty tag" }
    if article.title.count > 301 { return "a long title" }
    guard case .file(let body) = article.body else { return "no body" }
    guard body.range.lowerBound >= 0, body.range.upperBound <= text.count else {
      return "a far body"
    }
    let inner = text[body.range].string
    guard article.names.allSatisfy({ !$0.isEmpty && !hasControl($0) }) else { return "a name" }
    if readsBody {
      guard let read = try? ArticleBody.markdown(inner).read(base: WebURL("https://example.org"))
      else {
        return "an unreadable body"
      }
      if hasControl(read.document.plainText) { return "a control in the body" }
    }
    return nil
  }

  private static func hasControl(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || (0x7F...0x9F).contains($0.value)
        || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
    }
  }

  /// What grows faster than its text would not come to an end here.
  @Test(arguments: [
    "---\n", "---\ntitle: A day\n", "+++\n", "{\"a\": ", "Title: A\n", "title: @a\n", "",
  ])
  func longRunsOfOneMarkEnd(opening: String) throws {
    for mark in Self.marks {
      let run = Array(repeating: mark, count: 8_000 / max(1, mark.count)).joined()
      let bytes = Array(opening.utf8) + run + Array("\n---\n+++\nText.".utf8)
      #expect(Self.fault(bytes, path: "post.md", readsBody: false) == nil, "\(mark)")
    }
  }

  // MARK: Bytes

  private static func bytes(using random: inout SeededGenerator) -> [UInt8] {
    if Int.random(in: 0..<12, using: &random) == 0 {
      return (0..<Int.random(in: 0...200, using: &random)).map { _ in
        .random(in: 0...255, using: &random)
      }
    }
    var bytes = seeds.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, using: &random) }
    return bytes
  }

  private static func mutate(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let length = min(Int.random(in: 1...40, using: &random), bytes.count - place)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    case 1: bytes.removeSubrange(place..<(place + length))
    case 2: bytes = Array(bytes.prefix(place))
    case 3: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
    case 4:
      let other = seeds.randomElement(using: &random) ?? []
      bytes =
        Array(bytes.prefix(place))
        + other.dropFirst(Int.random(in: 0...other.count, using: &random))
    case 5:
      let mark = marks.randomElement(using: &random) ?? []
      bytes.insert(
        contentsOf: Array(repeating: mark, count: Int.random(in: 1...60, using: &random)).joined(),
        at: place)
    default: bytes.insert(contentsOf: marks.randomElement(using: &random) ?? [], at: place)
    }
  }

  private static let paths = [
    "post.md", "2025-02-03-x.md", "2025-02-29-x.md", "2025/02/03/x.md", "a/index.pt-br.md",
    "_index.md", "x.mdx",
    "ü 🚢.md", "_posts/2025-02-03-x.html", "A 0123456789abcdef0123456789abcdef.md", ".md",
    "9999-99-99.md", "-.md",
  ]

  private static let marks: [[UInt8]] =
    [
      "---", "\n---\n", "+++", "\n+++\n", ";;;", "{", "}", "[", "]", "[[", "\"", "'", "\"\"\"",
      "&a ", "*a ", "<<: *a", "!!x ", "? ",
      "- ", ": ", ":", "#", "# ", " #x", "|", ">", "%", "@", "`", "```", "~~~", "\t", "\r", "\r\n",
      "\n", "\n\n", "\u{0}", "\u{1B}[31m",
      "\u{A0}", "\u{2028}", "\u{202E}", "\u{FEFF}", "{{<", ">}}", "{{%", "{%", "%}", "{{", "}}",
      "<!--", "-->", "<div>", "</div>",
      "<script>", "![](", "](", "[^1]", "[^1]:", "\\", "\\u0000", "\\U0010FFFF", "\\x1b", "= ",
      "date: ", "title: ", "tags: ", "1e999",
      "99999999999999999999", "2025-02-30", "Originally published on ", "https://",
      "*Originally posted at [x](https://example.net)*",
      "\n#ai #ml", ":::", "| a |", "$$", "import x from 'y'\n", "<X />", "...", "..", "=", "[a.b]",
      "[ ]", "'''",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC3], [0xFE, 0xFF], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ]

  /// Every envelope and encoding, and every syntax of bodies.
  private static let seeds: [[UInt8]] =
    (EnvelopeTests.envelopes + EnvelopeTests.yamlForms + EnvelopeTests.tomlForms
    + EnvelopeTests.encodings
    + RescueTests.lines + RescueTests.fences + RescueTests.others).map(\.bytes)
    + bodies.map { Array($0.utf8) }

  private static let bodies = [
    "---\ntitle: A\n---\n{{< figure src=\"a.png\" >}}\n\n{{% note %}}x{{% /note %}}\n\n<!--more-->\n\nMore.",
    "---\ntitle: A\n---\n{% raw %}x{% endraw %}\n{% include y.html %}\n{: .class}\n\n{{ site.url }}",
    "import X from './x'\n\n<X a={1}>\n\nText **bold**.\n\n</X>\n\nexport const y = 2",
    "---\nlayout: post\n---\n<p>One <b>two</p><div><table><tr><td>x</table>\n<iframe src=\"https://youtu.be/x\"></iframe>",
    "# A\n\n> [!NOTE]\n> Text.\n\n- [ ] one\n- [x] two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nText[^1].\n\n[^1]: Note.",
    "Text $x^2$ and $$y$$.\n\n```swift\n---\nlet a = 1\n```\n\n~~~\n+++\n~~~\n\n:::tip[Name]\nText.\n:::",
    "*Originally published on [Medium](https://medium.com/x) on February 3, 2025.*\n\n---\n\nText.\n\n#ai #ml",
    "Text.\n\n[a]: https://example.org\n\n_Ursprünglich veröffentlicht auf [x][a] am 3. Februar 2025._",
    "---\ncanonical_url: https://dev.to/x\ncover: {image: ./a.png}\nslug: /2025/02/03/x\n---\n• one\n• two\n\n![a](b.png)",
    "---\nauthor: {name: Ana}\nid: x\ndescription: >-\n  One\n  two\n---\nA\n=\n\nB\n-\n\n1. one\n   - two\n      > three",
  ]
}
