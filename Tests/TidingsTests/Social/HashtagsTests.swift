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
    ("मशीन लर्निंग", "मशीन_लर्निंग"), ("#tagged", "Tagged"), ("a\u{202E}b", "Ab"),
    ("rock & roll", "RockRoll"),
    ("ssl/tls", "SSLTLS"), ("ﬁle", "File"), ("MACHINE LEARNING", "MachineLearning"),
    ("GPU PROGRAMMING", "GPUProgramming"), ("NATO", "NATO"), ("AI ML", "AIML"),
    ("open ai", "OpenAI"), ("wi-fi", "WiFi"), ("بينات مفتوحة", "بينات_مفتوحة"),
    ("קוד פתוח", "קוד_פתוח"), ("ذكاء_اصطناعي", "ذكاء_اصطناعي"), ("인공 지능", "인공지능"),
    ("c++17", "Cpp17"), ("C# tips", "CSharpTips"), ("node.js 20", "NodeJS20"),
    (".NET Core", "DotNetCore"),
    (".network", "Network"), ("c#/f#", "CF"),
    ("人工 智能", "人工智能"), ("می‌خواهم", "میخواهم"), ("e\u{301}tude", "E\u{301}tude"),
    ("r.e.m & co", "REMCo"),
  ])
  func writesPascalCase(tag: String, hashtag: String) {
    #expect(Hashtags().hashtag(tag) == hashtag)
  }

  @Test(arguments: [
    ("open-source-ai", "OpenSourceAI"), ("open source ai", "OpenSourceAI"),
    ("OPENSOURCEAI", "OpenSourceAI"), ("tidings release", "TIDINGSRelease"),
    ("Tidings", "TIDINGS"), ("machine learning", "MachineLearning"), ("github", "github"),
  ])
  func knowsTheNewslettersOwnCapitals(tag: String, hashtag: String) {
    let own = Hashtags(capitals: ["#OpenSourceAI", "TIDINGS", "github", "", "Github"])
    #expect(own.hashtag(tag) == hashtag)
  }

  @Test func keepsWhatHasNoRoom() {
    let found = Hashtags().from(["swift", "2025", "linux", "Swift", "web", "ai"], limit: 2)
    #expect(found.shown == ["Swift", "Linux"])
    #expect(found.overflow == ["Web", "AI"])
    #expect(Hashtags().from(["swift"], limit: -1).overflow == ["Swift"])
  }

  @Test func putsAtMostEightBesideAPost() {
    let many = (1...12).map { "tag\($0)" }
    #expect(Hashtags.besideText(many) == Array(many.prefix(8)))
    let family = String(repeating: "👨‍👩‍👧‍👦", count: 40)
    #expect(Hashtags.besideText([family, String(repeating: "a", count: 65), "b"]) == ["b"])
  }

  @Test(arguments: ["", "2024", "12-34", "🙂", "---", "\u{301}", String(repeating: "a", count: 51)])
  func leavesOutWhatIsNoHashtag(tag: String) {
    #expect(Hashtags().hashtag(tag) == nil)
  }

  @Test func keepsOrderWithoutDoubles() {
    let tags = ["swift", "Open Source", "2025", "open-source", "SWIFT", "ai", "web"]
    #expect(
      Hashtags().from(tags, limit: 3).shown
        == ["swift", "Open Source", "ai"].map {
          Hashtags().hashtag($0) ?? ""
        })
    #expect(Hashtags().from(tags, limit: 9).shown == ["Swift", "OpenSource", "AI", "Web"])
    #expect(Hashtags().from(tags, limit: 0).shown.isEmpty)
  }

  @Test(arguments: ["x", "mastodon", "bluesky", "linkedin", "threads"])
  func everyNetworkReadsThemWhole(id: String) throws {
    let hashtags = Hashtags().from(
      ["open-source", "机器学习", "gpt-3.5", "élan", "मराठी", "2024 review"], limit: 9
    ).shown
    let read = try Network(id: id).count(hashtags.map { "#" + $0 }.joined(separator: " ")).hashtags
    #expect(read == hashtags)
  }
}
