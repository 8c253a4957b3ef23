import Testing

@testable import Tidings

@Suite struct HashtagsTests {
  @Test(arguments: [
    ("open-source", "OpenSource"), ("machine learning", "MachineLearning"), ("AI", "AI"),
    ("ai", "AI"), ("Ai", "Ai"), ("llm", "LLM"), ("gpu-programming", "GPUProgramming"),
    ("openai", "OpenAI"), ("github", "GitHub"), ("GitHub Actions", "GitHubActions"),
    ("web_dev", "WebDev"), ("swift", "Swift"), ("iOS", "iOS"), ("gpt-3.5", "GPT3_5"),
    ("2024 review", "2024Review"), ("women's health", "WomensHealth"), ("c++", "Cpp"),
    ("C#", "CSharp"), (".NET", "DotNet"), ("机器学习", "机器学习"), ("élan vital", "ÉlanVital"),
    ("मशीन लर्निंग", "मशीनलर्निंग"), ("#tagged", "Tagged"), ("a\u{202E}b", "Ab"), ("rock & roll", "RockRoll"),
    ("ssl/tls", "SSLTLS"), ("ﬁle", "File"),
  ])
  func writesPascalCase(tag: String, hashtag: String) {
    #expect(Hashtags.hashtag(tag) == hashtag)
  }

  @Test(arguments: ["", "2024", "12-34", "🙂", "---", "\u{301}", String(repeating: "a", count: 51)])
  func leavesOutWhatIsNoHashtag(tag: String) {
    #expect(Hashtags.hashtag(tag) == nil)
  }

  @Test func keepsOrderWithoutDoubles() {
    let tags = ["swift", "Open Source", "2025", "open-source", "SWIFT", "ai", "web"]
    #expect(
      Hashtags.from(tags, limit: 3)
        == ["swift", "Open Source", "ai"].map {
          Hashtags.hashtag($0) ?? ""
        })
    #expect(Hashtags.from(tags, limit: 9) == ["Swift", "OpenSource", "AI", "Web"])
    #expect(Hashtags.from(tags, limit: 0).isEmpty)
  }

  @Test(arguments: ["x", "mastodon", "bluesky", "linkedin", "threads"])
  func everyNetworkReadsThemWhole(id: String) throws {
    let hashtags = Hashtags.from(
      ["open-source", "机器学习", "gpt-3.5", "élan", "मराठी", "2024 review"], limit: 9)
    let read = try Network(id: id).count(hashtags.map { "#" + $0 }.joined(separator: " ")).hashtags
    // Bluesky reads none that begins with a digit.
    #expect(read == (id == "bluesky" ? hashtags.filter { $0.first?.isNumber == false } : hashtags))
  }
}
