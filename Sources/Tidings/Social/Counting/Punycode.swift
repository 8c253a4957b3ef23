/// A label of a host name in its ASCII form (RFC 3492, RFC 3490 4.1).
enum Punycode {
  /// A label's limit in ASCII letters (RFC 1035 2.3.4).
  static let longestLabel = 63

  /// The label with its `xn--` prefix, itself when it is ASCII, nil when too long or empty.
  static func encode(label: some Sequence<Unicode.Scalar>) -> String? {
    let input = Array(label.prefix(longestLabel + 1))
    guard !input.isEmpty, input.count <= longestLabel else { return nil }
    let basic = input.filter { $0.value < 0x80 }
    var output = String(String.UnicodeScalarView(basic))
    if basic.count == input.count { return output }
    if !basic.isEmpty { output.append("-") }
    var (next, delta, bias, handled) = (UInt32(0x80), UInt32(0), UInt32(72), basic.count)
    while handled < input.count {
      let least = input.lazy.map(\.value).filter { $0 >= next }.min() ?? next
      // Within 64 scalars below 0x110000 this stays under 2^27.
      delta += (least - next) * UInt32(handled + 1)
      next = least
      for scalar in input {
        if scalar.value < next { delta += 1 }
        guard scalar.value == next else { continue }
        output.append(digits(of: delta, bias: bias))
        bias = adapt(delta, points: UInt32(handled + 1), isFirst: handled == basic.count)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    let encoded = "xn--" + output
    return encoded.utf8.count <= longestLabel ? encoded : nil
  }

  private static func digits(of delta: UInt32, bias: UInt32) -> String {
    var rest = delta
    var text = ""
    var position = UInt32(36)
    while true {
      let threshold = position <= bias ? 1 : min(position - bias, 26)
      guard rest >= threshold else { break }
      text.unicodeScalars.append(digit(threshold + (rest - threshold) % (36 - threshold)))
      rest = (rest - threshold) / (36 - threshold)
      position += 36
    }
    text.unicodeScalars.append(digit(rest))
    return text
  }

  private static func digit(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(value < 26 ? 0x61 + value : 0x16 + value))
  }

  private static func adapt(_ delta: UInt32, points: UInt32, isFirst: Bool) -> UInt32 {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / points
    var steps = UInt32(0)
    while delta > 455 {
      delta /= 35
      steps += 36
    }
    return steps + 36 * delta / (delta + 38)
  }
}
