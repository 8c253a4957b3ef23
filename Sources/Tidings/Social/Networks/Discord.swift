extension Network {
  /// A Discord webhook: 2,000 UTF-16 units, the escapes of its Markdown among them.
  static let discord = Network(
    id: "discord", title: "Discord", limit: 2000, unit: .utf16,
    style: PostStyle(hashtags: 0, hook: .paragraph(300), links: .unpublished),
    pictures: PictureAllowance(
      bytes: 8_000_000, formats: [.png, .jpeg, .gif, .webp], alt: 1024, isFetched: true),
    measure: CommonText.inUTF16, escape: DiscordMarkdown.escaped, share: { _ in nil },
    payload: { draft in
      .object(present: [
        "content": .text(DiscordMarkdown.escaped(draft.text)),
        // No name in a text pings anybody.
        "allowed_mentions": ["parse": []],
        // An embed has no field for a description, so a caption it is.
        "embeds": draft.picture.map { picture in
          [
            .object(present: [
              "image": ["url": .text(picture.url)],
              "description": picture.alt.isEmpty
                ? nil : .text(DiscordMarkdown.escaped(picture.alt)),
            ])
          ]
        },
      ])
    })
}

/// Discord's Markdown, in which a post is to show its text letter for letter.
enum DiscordMarkdown {
  /// What would style, mention, quote or list behind a backslash; addresses whole.
  @Sendable static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      if !escaped.isEmpty || line.startIndex > text.startIndex { escaped.append("\n") }
      append(line, to: &escaped)
    }
    return String(escaped)
  }

  private static func append(
    _ line: Substring.UnicodeScalarView, to escaped: inout String.UnicodeScalarView
  ) {
    var rest = line
    let indent = rest.prefix { $0.isAnySpace }
    escaped.append(contentsOf: indent)
    rest = rest[indent.endIndex...]
    appendOpening(of: &rest, to: &escaped)
    while let scalar = rest.first {
      if scalar == "h", let address = address(in: rest) {
        escaped.append(contentsOf: address)
        rest = rest[address.endIndex...]
        continue
      }
      if isSpecial(scalar) || scalar == ":" && namesEmoji(rest) { escaped.append("\\") }
      escaped.append(scalar)
      rest.removeFirst()
    }
  }

  /// Makes headings, quotations and lists harmless, which only the start of a line can open.
  private static func appendOpening(
    of rest: inout Substring.UnicodeScalarView, to escaped: inout String.UnicodeScalarView
  ) {
    if let first = rest.first, ["#", ">", "-", "+"].contains(first) {
      escaped.append("\\")
      escaped.append(first)
      rest.removeFirst()
      return
    }
    let digits = rest.prefix { ("0"..."9").contains($0) }
    let after = rest[digits.endIndex...]
    guard !digits.isEmpty, after.first == ".", after.dropFirst().first?.isAnySpace ?? true else {
      return
    }
    escaped.append(contentsOf: digits)
    escaped.append("\\")
    rest = after
  }

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "*", "_", "~", "`", "|", "<", ">", "[", "]": true
    default: false
    }
  }

  /// `:name:`, which would be shown as a picture.
  private static func namesEmoji(_ rest: Substring.UnicodeScalarView) -> Bool {
    let name = rest.dropFirst().prefix { $0.isASCIILetterOrDigit || ["_", "+", "-"].contains($0) }
    return !name.isEmpty && rest[name.endIndex...].first == ":"
  }

  /// What Discord would make a link of, up to white space or `<`.
  private static func address(
    in rest: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView? {
    guard
      rest.starts(with: "https://".unicodeScalars) || rest.starts(with: "http://".unicodeScalars)
    else { return nil }
    return rest.prefix { !$0.isAnySpace && $0 != "<" }
  }
}
