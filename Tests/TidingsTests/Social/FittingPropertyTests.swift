import Foundation
import Testing

@testable import Tidings

/// What holds for whatever is cut, for each network and in each script.
@Suite struct FittingPropertyTests {
  private static let link = "https://example.org/2025/tides"

  private static func excess(_ network: Network) -> (String) -> Int {
    { words in
      let count = network.count(words)
      return count.valid ? count.count - count.limit : max(1, count.count - count.limit)
    }
  }

  @Test(arguments: Network.all.map(\.id))
  func hooksEndWhereTheyMay(id: String) throws {
    let network = try Network(id: id)
    let excess = Self.excess(network)
    var texts = RandomTexts(seed: 505)
    var cuts = 0
    for round in 0..<300 {
      let text = texts.paragraph(round % RandomTexts.scripts.count, most: 14).oneLine
      let room = Int.random(in: 20...min(800, network.limit), using: &texts.random)
      let hook = HookText(text, unbreakable: network.measure(text).unbreakable)
      func over(_ words: String) -> Int {
        excess(words + "\n\n" + Self.link) + network.limit - room
      }
      let cut = hook.longest(over)
      #expect(cut.isEmpty || over(cut) <= 0, "too long: \(cut)")
      guard cut != text, !cut.isEmpty else { continue }
      cuts += 1
      #expect(cut.hasSuffix("…") && !cut.hasSuffix("……"))
      let kept = cut.dropLast().trimmingCharacters(in: .whitespacesAndNewlines)
      check(kept, of: text, "\(id) \(round)")
      for range in network.measure(text).unbreakable {
        #expect(
          !(range.lowerBound < kept.utf8.count && kept.utf8.count < range.upperBound),
          "cut inside an entity: \(kept)")
      }
    }
    #expect(cuts > 75)
  }

  /// That `kept` is a beginning of `text`, in whole graphemes, and ends no word early.
  private func check(_ kept: String, of text: String, _ place: String) {
    let characters = Array(text)
    let beginning = Array(kept)
    guard characters.starts(with: beginning) else {
      // A full stop of an abbreviation may have gone, and an ellipsis of the author's.
      #expect(characters.starts(with: beginning.dropLast()), "\(place): \(kept)")
      return
    }
    guard beginning.count < characters.count, let last = kept.unicodeScalars.last else { return }
    let next = characters[beginning.count]
    guard let first = next.unicodeScalars.first, first.isWordScalar, last.isWordScalar else {
      return
    }
    #expect(
      Spaceless.isLetter(last) && (Spaceless.isLetter(first) || first.isASCII),
      "\(place): cut inside a word: \(kept) | \(next)")
    #expect(!"ゃゅょっャュョッーぁァ々ะาำๆ".contains(next) && !"เแโใไ".unicodeScalars.contains(last))
  }

  /// That the opening alone is counted where the rest of the post cannot matter changes nothing.
  @Test(arguments: Network.all.map(\.id))
  func countsAnOpeningAsItsWholePost(id: String) throws {
    let network = try Network(id: id).limited(to: 240)
    let apart = try PostTemplate("{{hook}}\n\n{{attribution}}\n{{link}}\n\n{{hashtags}}", file: "a")
    let joined = try PostTemplate(
      "{{hook}} {{attribution}}\n{{link}}\n\n{{hashtags}}", file: "b")
    var texts = RandomTexts(seed: 71)
    var cuts = 0
    for round in 0..<42 {
      let words = texts.paragraph(round % RandomTexts.scripts.count, most: 8).oneLine
      let layouts = [apart, joined].map {
        PostLayout(
          template: $0, link: Self.link, attribution: "First in The Pier (pier.example)",
          hashtags: ["Tides", "OpenData"])
      }
      #expect(layouts.map { $0.rest != nil } == [true, false])
      for layout in layouts {
        var fitting = HookFitting(network: network, layout: layout)
        _ = fitting.whole([{ [words + "\n\n" + words] }])
        let post = fitting.longest([words])
        let text = HookText(words, unbreakable: network.measure(words).unbreakable)
        let opening = text.longest { opening in
          let text = layout.text(hook: opening)
          return network.excess(of: text, counted: network.count(text))
        }
        #expect(post.opening == opening)
        #expect(post.text == layout.text(hook: opening))
        if !opening.isEmpty, opening != words { cuts += 1 }
      }
    }
    #expect(cuts > 12)
  }

  @Test(arguments: Network.all.map(\.id))
  func threadsAreWholeAndValid(id: String) throws {
    let network = try Network(id: id)
    let excess = Self.excess(network)
    var texts = RandomTexts(seed: 1_991)
    var several = 0
    for round in 0..<(network.limit > 1_000 ? 40 : 160) {
      let script = round % RandomTexts.scripts.count
      let groups = (0..<Int.random(in: 1...2, using: &texts.random)).map { _ in
        (0..<Int.random(in: 1...5, using: &texts.random)).map { _ in
          texts.paragraph(script, most: network.limit > 1_000 ? 60 : 9)
        }
      }
      let series = PostSeries(
        unbreakable: { network.measure($0).unbreakable },
        post: { words, place in
          place.numbered(words) + (place.index == 0 ? "\n\n" + Self.link : "")
        }, excess: excess)
      guard let posts = series.posts(of: groups)?.map(\.text) else { continue }
      if posts.count > 1 { several += 1 }
      #expect(posts.allSatisfy { network.count($0).valid })
      #expect(posts.count <= PostSeries.usualMost)
      #expect(posts.first?.hasSuffix("\n\n" + Self.link) == true)
      var words = posts
      words[0] = String(words[0].dropLast(Self.link.count + 2))
      if posts.count > 1 {
        for index in words.indices {
          let number = " (\(index + 1)/\(posts.count))"
          #expect(words[index].hasSuffix(number))
          words[index] = String(words[index].dropLast(number.count))
        }
      }
      check(words, of: groups.joined().joined(separator: " "), "\(id) \(round)")
    }
    #expect(several > (network.limit > 1_000 ? 3 : 80))
  }

  /// That nothing is lost and nothing parted that belongs together.
  private func check(_ parts: [String], of text: String, _ place: String) {
    let (whole, gaps) = text.solid
    let found = parts.map(\.solid.characters)
    #expect(Array(found.joined()) == whole, "\(place): other words")
    var end = 0
    for part in found.dropLast() {
      end += part.count
      guard end < whole.count, !gaps.contains(end) else { continue }
      let start = gaps.filter { $0 <= end }.max() ?? 0
      let token = String(whole[start..<end])
      let isEntity = token.contains("://") || token.contains("@") || token.contains("#")
      let isClosed = token.unicodeScalars.contains(where: Spaceless.isCloser)
      #expect(!isEntity || isClosed, "\(place): cut inside \(token)")
      if let last = whole[end - 1].unicodeScalars.last {
        #expect(
          Spaceless.isLetter(last) || Spaceless.isCloser(last), "\(place): cut inside \(token)")
      }
    }
    for part in parts where parts.count > 1 {
      #expect(!part.isEmpty && part.trimmingCharacters(in: .whitespacesAndNewlines) == part)
    }
  }

  @Test(arguments: Network.all.map(\.id))
  func hashtagsAreReadWhole(id: String) throws {
    let network = try Network(id: id)
    var texts = RandomTexts(seed: 33)
    for round in 0..<400 {
      let tag = (0..<Int.random(in: 1...4, using: &texts.random))
        .map { _ in texts.word(round % RandomTexts.scripts.count) }
        .joined(separator: [" ", "-", "_", "/", ""].randomElement(using: &texts.random) ?? "")
      guard let hashtag = Hashtags(capitals: ["TideAI"]).hashtag(tag) else { continue }
      #expect(!hashtag.isEmpty && hashtag.count <= Hashtags.longest)
      let isNumber = hashtag.allSatisfy { $0.isNumber }
      let isParted = hashtag.contains { $0.isWhitespace || ".&#@".contains($0) }
      #expect(!isNumber && !isParted)
      let read = network.count("See #\(hashtag) here").hashtags
      // What Bluesky makes of digits at the start, or beyond ASCII, is not certain.
      let isPlain =
        hashtag.first?.isNumber != true && !hashtag.contains { $0.isNumber && !$0.isASCII }
      if id != "bluesky" || isPlain { #expect(read == [hashtag], "\(tag)") }
    }
  }
}
