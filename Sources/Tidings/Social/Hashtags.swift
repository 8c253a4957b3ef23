/// Hashtags as a reader and a screen reader understand them, from an article's tags.
enum Hashtags {
  /// A topic tag on Threads holds no more; the other networks allow more.
  static let longest = 50

  /// At most `limit` hashtags without `#`, in the order of `tags`, none twice in any case.
  static func from(_ tags: [String], limit: Int) -> [String] {
    var seen: Set<String> = []
    var hashtags: [String] = []
    for tag in tags where hashtags.count < limit {
      guard let hashtag = hashtag(tag), seen.insert(hashtag.lowercased()).inserted else { continue }
      hashtags.append(hashtag)
    }
    return hashtags
  }

  /// `open-source` as `OpenSource`; nil when nothing is left that makes a hashtag.
  static func hashtag(_ tag: String) -> String? {
    let tag = tag.oneLine
    if let known = spelled[tag.lowercased()] { return known }
    let words = tag.unicodeScalars.filter { $0 != "'" && $0 != "’" }
      .split { !$0.isWordScalar || $0 == "_" }
    var hashtag = ""
    for word in words.map({ capitalized(String(String.UnicodeScalarView($0))) }) {
      // Digits that a point parted would else read as one number.
      if let last = hashtag.last, last.isNumber, word.first?.isNumber == true {
        hashtag += "_"
      }
      hashtag += word
    }
    let hasLetter = hashtag.unicodeScalars.contains(where: \.isLetter)
    return hasLetter && hashtag.count <= longest ? hashtag : nil
  }

  private static func capitalized(_ word: String) -> String {
    if let known = capitals[word.lowercased()], word == word.lowercased() { return known }
    // A capital inside is the author's own spelling: `iOS`, `GraphQL`.
    guard let first = word.unicodeScalars.first, word == word.lowercased() else { return word }
    return first.properties.titlecaseMapping
      + String(String.UnicodeScalarView(word.unicodeScalars.dropFirst()))
  }

  private static let capitals = Dictionary(
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

  /// Names that lose their meaning with their signs.
  private static let spelled = [
    "c++": "Cpp", "c#": "CSharp", "f#": "FSharp", ".net": "DotNet", "asp.net": "AspNet",
    "node.js": "NodeJS", "next.js": "NextJS", "vue.js": "VueJS", "d3.js": "D3js", "q&a": "QandA",
    "r&d": "RandD", "ci/cd": "CICD",
  ]
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    isLetterOrMark && properties.generalCategory != .nonspacingMark
      && properties.generalCategory != .spacingMark && properties.generalCategory != .enclosingMark
  }
}
