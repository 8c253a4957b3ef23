/// One snippet of a preview: its text with buttons, its count, its card and what an API takes.
///
/// Written by hand: a template's engine took a third of the time of a whole edition for a hundred of
/// them.
struct PreviewSnippet {
  private let noted: NotedSnippet
  private let title: Markup
  private let place: String
  private let name: Markup
  private let network: Network?

  /// `title` is the article's, `place` no other snippet's on the page, `network` counts the parts
  /// of a series.
  init(_ noted: NotedSnippet, title: String, place: String, network: Network?) {
    self.noted = noted
    self.title = Markup(title)
    self.place = place
    self.name = Markup(Network.title(of: noted.snippet.network))
    self.network = network
  }

  var markup: Markup {
    let over = !snippet.valid
    let unit = Markup(snippet.unit.description)
    return """
      <article class="card snippet" id="snippet-\(place)">
      <div class="top"><h4>\(title)</h4><p class="count\(" over", if: over)">\
      <b>\(snippet.count)</b> of \(snippet.limit)\
      <span class="hidden"> \(unit)\(", refused", if: over)</span></p></div>
      <span class="gauge\(" over", if: over)"><i style="width: \(percent)%"></i></span>
      <p class="unit" aria-hidden="true">\(unit)\(" · refused", if: over)</p>
      \(noted.posted.map(posted))\(text)\(warnings)
      \(snippet.card.map(look))\(payload)
      <footer>\(snippet.shareURL.map(share))\
      <button type="button" class="copy" data-what="\(name): \(title)">\
      Copy\(" all", if: isSeries)<span class="hidden"> for \(name): \(title)</span></button></footer>
      </article>

      """
  }

  private var snippet: Snippet { noted.snippet }

  private var isSeries: Bool { snippet.parts.count > 1 }

  /// How much of the limit the text takes, at most 100.
  private var percent: Int {
    let (count, limit) = (snippet.count, snippet.limit)
    return count >= limit ? 100 : Int(100 * Double(max(0, count)) / Double(max(1, limit)))
  }

  private func posted(_ posted: NotedSnippet.Posted) -> Markup {
    let time = posted.time.description
    let link = posted.url.map { url in
      """
       · <a href="\(url)" target="_blank" rel="noopener noreferrer">\
      see it<span class="hidden"> on \(name): \(title)</span></a>
      """ as Markup
    }
    return """
      <p class="posted">Posted on \
      <time datetime="\(time)">\(PreviewPage.inWords(time))</time>\(link)</p>

      """
  }

  private var text: Markup {
    guard isSeries else { return "\(snippet.parts.map { "<p class=\"text\">\($0)</p>" })\n" }
    let parts = snippet.parts.enumerated().map { part($1, number: $0 + 1) }
    return """
      <ol class="parts">
      \(parts)</ol>

      """
  }

  /// Of a series each post has its own count.
  private func part(_ text: String, number: Int) -> Markup {
    let count = network?.count(text).count ?? text.count
    return """
      <li><div class="part"><span>\(number) of \(snippet.parts.count) · \
      <span\(" class=\"over\"", if: count > snippet.limit)>\(count)</span></span>\
      <button type="button" class="copy" data-what="\(name), part \(number): \(title)">\
      Copy<span class="hidden"> part \(number) for \(name): \(title)</span></button></div>
      <p class="text">\(text)</p></li>

      """
  }

  private var warnings: Markup? {
    guard !noted.warnings.isEmpty else { return nil }
    return """
      <ul class="warnings\(" refused", if: !snippet.valid)">\
      \(noted.warnings.map { "<li>\($0)</li>" })</ul>
      """
  }

  private func look(_ card: Snippet.Card) -> Markup {
    let host = snippet.link.flatMap { WebURL($0) }?.host ?? ""
    let initial = host.first.map { String($0).uppercased() } ?? "·"
    // Only an address: the page may load no other kind of picture.
    let picture = card.image.flatMap { WebURL($0) }.map { image in
      """
      <div class="picture"><span aria-hidden="true">\(initial)</span>\
      <img src="\(image.text)" alt="" loading="lazy" decoding="async" \
      referrerpolicy="no-referrer"></div>
      """ as Markup
    }
    return """
      <div class="look">
      \(picture)
      <p class="host"><span class="hidden">Card: </span>\(host)</p>
      <p class="title">\(card.title)</p>
      \(card.description.map { "<p class=\"description\">\($0)</p>" })
      </div>

      """
  }

  private var payload: Markup? {
    guard let first = snippet.payload else { return nil }
    let payloads = (snippet.payloads ?? [first]).map { payload in
      "<pre class=\"payload\" tabindex=\"0\">\(payload.prettyText)</pre>" as Markup
    }
    return """
      <details><summary>What the API takes<span class="hidden"> for \(name): \(title)</span>\
      </summary>\(payloads)</details>
      """
  }

  private func share(_ url: String) -> Markup {
    """
    <a class="button" href="\(url)" target="_blank" rel="noopener noreferrer">\
    Share<span class="hidden"> on \(name): \(title)</span></a>
    """
  }
}
