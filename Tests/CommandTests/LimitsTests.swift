import Foundation
import LoopbackServers
import Testing

/// `tidings limits`: how long a post may be, and who says so.
@Suite struct LimitsTests {
  private func limits(_ run: Run) -> [String: [String: Any]] {
    let lines = run.json["limits"] as? [[String: Any]] ?? []
    return Dictionary(lines.map { ($0["network"] as? String ?? "", $0) }) { first, _ in first }
  }

  @Test func printsWhatIsBuiltIn() async throws {
    let run = try await Desk().run("limits")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.first == "x               280 weighted characters   built in")
    #expect(lines.contains("mastodon        500 graphemes             built in"))
  }

  @Test func theServersAnswerIsKeptAndHolds() async throws {
    let server = try ScriptedHTTP(answering: { request, _ in
      request.line.contains("/api/v2/instance")
        ? .answer(
          200,
          #"{"configuration":{"statuses":{"max_characters":90,"characters_reserved_per_url":60}}}"#)
        : .answer(404, "")
    })
    let desk = try Desk()
    try desk.furnish()
    let host = "127.0.0.1:\(server.port)"
    try desk.configure("snippets:\n  networks: [mastodon]\n  mastodon-instance: \(host)")
    let asked = try await desk.run("limits", "--ask", "--json", "--now", Desk.now)
    server.stop()
    #expect(asked.status == 0, "\(asked.errors)")
    #expect(limits(asked)["mastodon"]?["limit"] as? Int == 90)
    #expect(
      limits(asked)["mastodon"]?["source"] as? String
        == "the instance at \(host), asked 2025-03-01, a link counts 60")
    #expect(limits(asked)["x"]?["source"] as? String == "built in")
    #expect(desk.names(in: ".tidings/instances") == ["\(host).json"])
    // Nobody is asked any more: the server is gone.
    let run = try await desk.run("snippets", "--article", "first", "--json", "--now", Desk.now)
    let snippet = try #require((run.json["snippets"] as? [[String: Any]])?.first)
    #expect(snippet["limit"] as? Int == 90)
    #expect((60...90).contains(snippet["count"] as? Int ?? 0))
    #expect(try await desk.compose().status == 0)
    #expect(try desk.text("outbox/2025-03-01/snippets.json").contains("\"limit\" : 90"))
    // A limit of the configuration goes before it; what a link counts stays.
    try desk.configure(
      "snippets:\n  networks: [mastodon]\n  mastodon-instance: \(host)\n  limits: {mastodon: 200}")
    let own = try await desk.run("limits", "--json")
    #expect(limits(own)["mastodon"]?["limit"] as? Int == 200)
    #expect(limits(own)["mastodon"]?["source"] as? String == "tidings.yml")
    let failed = try await desk.run("limits", "--ask")
    #expect(failed.status == 2)
    #expect(failed.errors.contains("http://\(host)/api/v2/instance cannot be asked: "))
    #expect(failed.output.isEmpty)
    #expect(desk.names(in: ".tidings/instances") == ["\(host).json"])
  }

  @Test func whatTheServerTakesOfPicturesHolds() async throws {
    let server = try ScriptedHTTP(answering: { _, _ in
      .answer(
        200,
        #"""
        {"configuration":{"statuses":{"max_characters":90,"characters_reserved_per_url":23},
         "media_attachments":{"description_limit":9,"image_size_limit":8388608,
         "supported_mime_types":["image/jpeg","image/png","image/avif","video/mp4"]}}}
        """#)
    })
    let desk = try Desk()
    try desk.furnish()
    let host = "127.0.0.1:\(server.port)"
    let own = "snippets:\n  networks: [mastodon]\n  pictures: all\n  mastodon-instance: \(host)"
    try desk.configure(own)
    let before = try await desk.run("limits", "--json")
    let usual = limits(before)["mastodon"]?["pictures"] as? [String: Any]
    #expect(usual?["bytes"] as? Int == 16_777_216)
    #expect(usual?["descriptionLimit"] as? Int == 1_500)
    #expect(usual?["formats"] as? [String] == ["gif", "jpeg", "png", "webp"])
    let asked = try await desk.run("limits", "--ask", "--now", Desk.now)
    server.stop()
    #expect(asked.status == 0, "\(asked.errors)")
    let lines = asked.output.components(separatedBy: "\n")
    #expect(
      lines.contains(
        "                    a picture 8388608 bytes, jpeg or png, a description 9 characters"))
    // A limit of the configuration leaves what the server takes of pictures.
    for more in ["", "\n  limits: {mastodon: 200}"] {
      try desk.configure(own + more)
      let run = try await desk.run("limits", "--json")
      let pictures = limits(run)["mastodon"]?["pictures"] as? [String: Any]
      #expect(pictures?["bytes"] as? Int == 8_388_608)
      #expect(pictures?["descriptionLimit"] as? Int == 9)
      #expect(pictures?["formats"] as? [String] == ["jpeg", "png"])
    }
    try desk.write(
      """
      ---
      title: A tray
      date: 2025-02-21
      image: https://example.org/tray.png
      image_alt: A tray of loaves
      ---
      Words.
      """, to: "articles/tray.md")
    let run = try await desk.run("snippets", "--article", "tray", "--json", "--now", Desk.now)
    let snippet = try #require((run.json["snippets"] as? [[String: Any]])?.first)
    #expect((snippet["picture"] as? [String: Any])?["alt"] as? String == "A tray…")
    #expect(
      (snippet["warnings"] as? [String])?.contains(
        "the picture's description has 16 characters, Mastodon takes 9; it is cut") == true)
  }

  @Test func theHelpAndTheCompletionsKnowEveryNetwork() async throws {
    let desk = try Desk()
    let run = try await desk.run("limits", "--json")
    let names = limits(run).keys.sorted()
    #expect(names.count >= 5)
    let help = try await desk.run("snippets", "--help")
    let config = try await desk.run("config")
    let script = try await desk.run("--generate-completion-script", "bash")
    for name in names {
      #expect(help.output.contains(name))
      #expect(config.output.contains(name))
      #expect(script.output.contains(name))
    }
  }
}
