extension Network {
  /// A Discord webhook: 2,000 UTF-16 units, the escapes of its Markdown among them.
  static let discord = Network(
    id: "discord", title: "Discord", limit: 2000, unit: .utf16,
    style: PostStyle(hashtags: 0, hook: .paragraph(300), links: .unpublished),
    pictures: PictureAllowance(
      bytes: 8_000_000, formats: [.png, .jpeg, .gif, .webp], alt: 1024, isFetched: true),
    measure: CommonText.inUTF16, escape: DiscordMarkdown.escaped, share: nil,
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
    let scalars = Array(text.unicodeScalars)
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    var index = appendOpening(of: scalars[...], to: &escaped)
    while index < scalars.count {
      let scalar = scalars[index]
      let rest = scalars[index...]
      if scalar == "\n" {
        escaped.append(scalar)
        index = appendOpening(of: rest.dropFirst(), to: &escaped)
      } else if scalar == "h", let address = address(in: rest) {
        for scalar in address { escaped.append(scalar) }
        index = address.endIndex
      } else {
        if special.contains(scalar) || scalar == ":" && namesEmoji(rest) {
          escaped.append(UInt8(ascii: "\\"))
        }
        escaped.append(scalar)
        index += 1
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static let special: ScalarSet = "\\*_~`|<>[]"
  private static let openers: ScalarSet = "#>-+"

  /// Makes headings, quotations and lists harmless, which only the start of a line can open; where
  /// what it has dealt with ends.
  private static func appendOpening(
    of line: ArraySlice<Unicode.Scalar>, to escaped: inout [UInt8]
  ) -> Int {
    let indent = line.prefix { $0.isAnySpace && $0 != "\n" }
    for scalar in indent { escaped.append(scalar) }
    let rest = line[indent.endIndex...]
    if let first = rest.first, openers.contains(first) {
      escaped.append(UInt8(ascii: "\\"))
      escaped.append(first)
      return rest.startIndex + 1
    }
    let digits = rest.prefix { ("0"..."9").contains($0) }
    let after = rest[digits.endIndex...]
    guard !digits.isEmpty, after.first == ".", after.dropFirst().first?.isAnySpace ?? true else {
      return rest.startIndex
    }
    for digit in digits { escaped.append(digit) }
    escaped.append(UInt8(ascii: "\\"))
    return after.startIndex
  }

  /// `:name:`, which would be shown as a picture.
  private static func namesEmoji(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = rest.dropFirst().prefix { $0.isASCIILetterOrDigit || marksInEmoji.contains($0) }
    return !name.isEmpty && rest[name.endIndex...].first == ":"
  }

  private static let marksInEmoji: ScalarSet = "_+-"

  /// What Discord would make a link of, up to white space or `<`.
  private static func address(in rest: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    guard
      rest.starts(with: "https://".unicodeScalars) || rest.starts(with: "http://".unicodeScalars)
    else { return nil }
    return rest.prefix { !$0.isAnySpace && $0 != "<" }
  }
}
