/// A message's body: what is the same for all readers, and between it what is each reader's own.
struct MessageBody: Sendable {
  /// One more than there are gaps.
  let fixed: [[UInt8]]
  /// The places of which the values stand between one fixed stretch and the next.
  let gaps: [[BodySegment.Place]]
  /// Of the fixed bytes.
  let count: Int

  init(_ segments: [BodySegment]) {
    var fixed: [[UInt8]] = [[]]
    var gaps: [[BodySegment.Place]] = []
    var isInGap = false
    for segment in segments {
      switch segment {
      case .fixed(let bytes):
        if isInGap { fixed.append([]) }
        fixed[fixed.count - 1] += bytes
        isInGap = false
      case .value(let place):
        if isInGap {
          gaps[gaps.count - 1].append(place)
        } else {
          gaps.append([place])
        }
        isInGap = true
      }
    }
    if isInGap { fixed.append([]) }
    self.fixed = fixed
    self.gaps = gaps
    count = fixed.reduce(0) { $0 + $1.count }
  }

  /// What fills each gap for one reader, in quoted-printable; `leave` is the link that unsubscribes.
  ///
  /// - Throws: `MailError` for a field that the reader does not have, or that is not one line.
  func values(for recipient: Recipient, leave: String?) throws(MailError) -> [[UInt8]] {
    var values: [[UInt8]] = []
    values.reserveCapacity(gaps.count)
    for (index, places) in gaps.enumerated() {
      var bytes: [UInt8] = []
      /// Of the flowed text, held back because no line may end in them.
      var spaces = 0
      for place in places {
        let value = try place.escaping.value(of: place.field, for: recipient, unsubscribe: leave)
        guard let before = place.flowedSpaces else {
          QuotedPrintable.append(value.utf8, ending: place.ending, to: &bytes)
          continue
        }
        spaces += before
        let startsLine =
          spaces == 0 && (bytes.isEmpty ? fixed[index] : bytes).endsInHardBreak
        let flowed = FlowedText.value(value, startsLine: startsLine)
        if !flowed.isEmpty {
          QuotedPrintable.append(
            Self.blank(spaces) + flowed.utf8, ending: place.ending, to: &bytes)
        }
        if !flowed.isEmpty || place.ending == .lineEnd { spaces = 0 }
      }
      if spaces > 0 { QuotedPrintable.append(Self.blank(spaces), ending: .softBreak, to: &bytes) }
      values.append(bytes)
    }
    return values
  }

  private static func blank(_ spaces: Int) -> [UInt8] {
    Array(repeating: UInt8(ascii: " "), count: spaces)
  }
}

extension [UInt8] {
  /// Whether the next byte begins a line also for who has decoded quoted-printable.
  fileprivate var endsInHardBreak: Bool {
    last == 0x0A && dropLast(2).last != UInt8(ascii: "=")
  }
}
