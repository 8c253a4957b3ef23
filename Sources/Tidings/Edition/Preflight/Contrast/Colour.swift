import Glibc

/// A colour of CSS, in sRGB.
struct Colour: Hashable {
  /// From 0 to 255.
  let red: Double
  let green: Double
  let blue: Double
  /// From 0, which is not seen, to 1.
  let opacity: Double

  init(_ red: Double, _ green: Double, _ blue: Double, opacity: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.opacity = opacity
  }

  private init(hex value: UInt32) {
    self.init(Double(value >> 16 & 255), Double(value >> 8 & 255), Double(value & 255))
  }

  static let white = Colour(255, 255, 255)
  static let black = Colour(0, 0, 0)
  static let clear = Colour(0, 0, 0, opacity: 0)

  /// `#rgb`, `#rrggbb`, both with opacity, `rgb()`, `rgba()`, `hsl()` and names; nil for others.
  init?(css: String) {
    if css == "transparent" {
      self = .clear
    } else if css.hasPrefix("#") {
      self.init(digits: css.dropFirst())
    } else if let value = ColourNames.values[css] {
      self.init(hex: value)
    } else if let open = css.firstIndex(of: "("), css.hasSuffix(")") {
      self.init(function: css[..<open], arguments: css[css.index(after: open)...].dropLast())
    } else {
      return nil
    }
  }

  /// As `bgcolor` and `color` have it, where the hash may be missing.
  init?(attribute: String) {
    let text = attribute.lowercased()
    guard let colour = Colour(css: text) ?? Colour(digits: text[...]) else { return nil }
    self = colour
  }

  private init?(digits: Substring) {
    let numbers = digits.compactMap(\.hexDigitValue)
    guard numbers.count == digits.count else { return nil }
    let channels: [Double]
    switch numbers.count {
    case 3, 4: channels = numbers.map { Double($0 * 17) }
    case 6, 8:
      channels = stride(from: 0, to: numbers.count, by: 2).map {
        Double(numbers[$0] * 16 + numbers[$0 + 1])
      }
    default: return nil
    }
    self.init(
      channels[0], channels[1], channels[2], opacity: channels.count == 4 ? channels[3] / 255 : 1)
  }

  private init?(function: Substring, arguments: Substring) {
    let parts = arguments.split { $0 == "," || $0 == "/" || $0.isWhitespace }
    guard (3...4).contains(parts.count) else { return nil }
    func number(_ part: Substring, whole: Double) -> Double? {
      let isPercent = part.hasSuffix("%")
      let text = isPercent ? part.dropLast() : part.hasSuffix("deg") ? part.dropLast(3) : part
      guard let number = Double(text), number.isFinite else { return nil }
      return isPercent ? number / 100 * whole : number
    }
    let opacity = parts.count == 4 ? number(parts[3], whole: 1) : 1
    guard let opacity else { return nil }
    switch function {
    case "rgb", "rgba":
      let channels = parts.prefix(3).compactMap { number($0, whole: 255) }
      guard channels.count == 3 else { return nil }
      let held = channels.map { min(255, max(0, $0)) }
      self.init(held[0], held[1], held[2], opacity: min(1, max(0, opacity)))
    case "hsl", "hsla":
      guard let hue = number(parts[0], whole: 360), let saturation = number(parts[1], whole: 1),
        let lightness = number(parts[2], whole: 1)
      else { return nil }
      // CSS Color 4, 8.1.
      func channel(_ offset: Double) -> Double {
        let place = (offset + hue / 30).truncatingRemainder(dividingBy: 12)
        let position = place < 0 ? place + 12 : place
        let swing = saturation * min(lightness, 1 - lightness)
        let value = lightness - swing * max(-1, min(position - 3, 9 - position, 1))
        return min(255, max(0, value * 255))
      }
      self.init(channel(0), channel(8), channel(4), opacity: min(1, max(0, opacity)))
    default: return nil
    }
  }

  /// As it looks on another colour.
  func over(_ base: Colour) -> Colour {
    guard opacity < 1 else { return self }
    func mixed(_ above: Double, _ below: Double) -> Double {
      above * opacity + below * (1 - opacity)
    }
    return Colour(mixed(red, base.red), mixed(green, base.green), mixed(blue, base.blue))
  }

  /// Relative luminance (WCAG 2.2).
  var luminance: Double {
    func linear(_ channel: Double) -> Double {
      let value = channel / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast ratio (WCAG 2.2), from 1 to 21.
  func contrast(to other: Colour) -> Double {
    let lights = [luminance, other.luminance].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }
}

extension Colour: CustomStringConvertible {
  /// `#rrggbb`.
  var description: String {
    "#"
      + [red, green, blue].map { channel in
        let digits = String(Int(channel.rounded()), radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }
}
