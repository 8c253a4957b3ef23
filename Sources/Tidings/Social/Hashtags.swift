/// Hashtags as a reader and a screen reader understand them, from an article's tags.
struct Hashtags {
  /// A topic tag on Threads holds no more; the other networks allow more.
  static let longest = 50

  /// The newsletter's own words and whole hashtags, by their letters in lower case.
  private let own: [String: String]

  /// `capitals` are words and hashtags as the newsletter writes them, such as `OpenSourceAI`; they
  /// go before what is known.
  init(capitals: [String] = []) {
    own = Dictionary(
      capitals.map { Self.letters(of: $0.oneLine) }.map { ($0.lowercased(), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// At most `limit` hashtags without `#` in the order of `tags`, none twice in any case, and those
  /// for which there was no room.
  func from(_ tags: [String], limit: Int) -> (shown: [String], overflow: [String]) {
    var seen: Set<String> = []
    let hashtags = tags.compactMap(hashtag).filter { seen.insert($0.lowercased()).inserted }
    let shown = max(0, limit)
    return (Array(hashtags.prefix(shown)), Array(hashtags.dropFirst(shown)))
  }

  /// As they stand in a text.
  static func line(_ hashtags: [String]) -> String {
    var line = ""
    for hashtag in hashtags {
      line += line.isEmpty ? "#" : " #"
      line += hashtag
    }
    return line
  }

  /// Those that Bluesky takes beside a text: at most 8, each of at most 64 graphemes and 640 bytes
  /// (lexicon `app.bsky.feed.post`).
  static func besideText(_ overflow: [String]) -> [String] {
    Array(overflow.filter { $0.count <= 64 && $0.utf8.count <= 640 }.prefix(8))
  }

  /// `open-source` as `OpenSource`; nil when nothing is left that makes a hashtag.
  func hashtag(_ tag: String) -> String? {
    if let known = Self.spelled(tag) { return known }
    let words = Self.signed(in: tag) ?? Self.words(of: tag)
    let hashtag = whole(words) ?? join(words)
    let hasLetter = hashtag.unicodeScalars.contains(where: \.isLetter)
    return hasLetter && Graphemes.count(in: hashtag) <= Self.longest ? hashtag : nil
  }

  /// What a hashtag may hold of `tag`, parted where it holds anything else but what stands within
  /// words: apostrophes and joiners.
  private static func words(of tag: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for scalar in tag.oneLine.unicodeScalars where !withinWords.contains(scalar) {
      if scalar.isWordScalar, scalar != "_" {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
    }
    return word.isEmpty ? words : words + [String(decoding: word, as: UTF8.self)]
  }

  private static let withinWords: ScalarSet = "'’\u{200C}\u{200D}"

  /// As the newsletter, or everyone, writes all the words together.
  private func whole(_ words: [String]) -> String? {
    if own.isEmpty, words.count < 2 { return nil }
    let letters = words.joined().lowercased()
    return own[letters] ?? (words.count > 1 ? Self.known[letters] : nil)
  }

  private func join(_ words: [String]) -> String {
    // Several words in capitals shout; one is an abbreviation, such as `NATO`.
    let isLoud =
      words.count > 1 && words.allSatisfy(\.isLoud) && words.contains { $0.count > 4 }
    var hashtag = ""
    for word in words.map({ capitalized($0, isLoud: isLoud) }) {
      // Digits that a point parted would else read as one number, words without capitals as one.
      if let last = hashtag.unicodeScalars.last, let first = word.unicodeScalars.first,
        last.isDigit && first.isDigit || last.isCaseless && first.isCaseless
      {
        hashtag += "_"
      }
      hashtag += word
    }
    return hashtag
  }

  private func capitalized(_ word: String, isLoud: Bool) -> String {
    let lower = word.lowercased()
    if let own = own[lower] { return own }
    // A capital inside is the author's own spelling: `iOS`, `GraphQL`.
    guard isLoud || word == lower else { return word }
    if let known = Self.known[lower] { return known }
    guard let first = lower.unicodeScalars.first else { return word }
    return first.properties.titlecaseMapping
      + lower[lower.unicodeScalars.index(after: lower.startIndex)...]
  }

  /// What of `text` a hashtag may hold, but for `_`.
  private static func letters(of text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.isWordScalar && $0 != "_" }))
  }

  private static let known = Dictionary(
    uniqueKeysWithValues: """
      2D 3D 5G AI AGI API APIs AR ARM AWS BGP BSD CI CD CLI CMS CPU CRM CSS CSV CTO CUDA CV DB DBA
      DIY DIYer DNS DevOps DeFi EU FAQ FFmpeg GCC GCP GDPR GIS GitHub GitLab GPT GPU GPUs GraphQL
      gRPC HPC HR HTML HTTP HTTPS IaC IBM IDE IETF iOS IoT IP IPv4 IPv6 iPad iPhone JavaScript JPEG
      JS JSON JVM LangChain LaTeX LinkedIn LLM LLMs LLVM LSP LTS macOS MATLAB MCP ML MLOps MVP
      MySQL NASA NLP NoSQL NPM npm NumPy NVIDIA OAuth OCR OpenAI OpenAPI OpenCV OpenGL OpenStreetMap
      OSS OSINT PC PDF PHP PNG PostgreSQL PR PyPI PyTorch QA RAG RAM REST RFC RISC ROI ROS RPC RSS
      SaaS SciPy SDK SEO SMTP SQL SQLite SRE SSD SSH SSL SVG SwiftUI TCP TDD TensorFlow TLS TOML TPU
      TV TypeScript UDP UI UK UN Unix URL USA USB UTF8 UX VC VM VPN VR VSCode W3C WASM WebAssembly
      WebGL WebGPU WiFi WordPress XML XR XSS YAML YouTube
      """.split(whereSeparator: \.isWhitespace).reduce(into: [String: String]()) {
        $0[$1.lowercased()] = String($1)
      }.map { ($0, $1) })

  /// `C++` as `Cpp`; nil for a name that keeps its meaning without its signs.
  static func spelled(_ tag: String) -> String? {
    guard tag.unicodeScalars.contains(where: signs.contains) else { return nil }
    let tag = tag.oneLine.lowercased()
    return signed.first { $0.key == tag }?.value
  }

  /// The words of a tag that begins with such a name, as `c++17` does.
  private static func signed(in tag: String) -> [String]? {
    guard tag.unicodeScalars.contains(where: signs.contains) else { return nil }
    let tag = tag.oneLine
    for (name, spelled) in signed where tag.prefix(name.count).lowercased() == name {
      let rest = tag.dropFirst(name.count)
      guard let next = rest.unicodeScalars.first, !next.isLetter, !signs.contains(next) else {
        continue
      }
      return [spelled] + words(of: String(rest))
    }
    return nil
  }

  /// One of them is in each name of `signed`.
  private static let signs: ScalarSet = "+#.&/"

  /// Names that lose their meaning with their signs.
  private static let signed: KeyValuePairs = [
    "c++": "Cpp", "c#": "CSharp", "f#": "FSharp", ".net": "DotNet", "asp.net": "AspNet",
    "node.js": "NodeJS", "next.js": "NextJS", "vue.js": "VueJS", "d3.js": "D3js", "q&a": "QandA",
    "r&d": "RandD", "ci/cd": "CICD",
  ]
}

extension String {
  /// Whether it has capitals and no other letters.
  fileprivate var isLoud: Bool {
    guard !unicodeScalars.contains(where: { ("a"..."z").contains($0) }) else { return false }
    return self != lowercased() && self == uppercased()
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool {
    isASCII ? ("0"..."9").contains(self) : properties.numericType != nil
  }

  /// A letter of a script that knows no capitals and whose words cannot stand together: those of
  /// Hangul do.
  fileprivate var isCaseless: Bool {
    guard !isASCII else { return false }
    return switch properties.generalCategory {
    case .otherLetter: !Spaceless.isLetter(self) && !(0xAC00...0xD7A3).contains(value)
    case .nonspacingMark, .spacingMark: value >= 0x590
    default: false
    }
  }

  fileprivate var isLetter: Bool {
    if isASCII { return isASCIILetterOrDigit && !("0"..."9").contains(self) }
    return isLetterOrMark && properties.generalCategory != .nonspacingMark
      && properties.generalCategory != .spacingMark && properties.generalCategory != .enclosingMark
  }
}
