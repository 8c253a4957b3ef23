/// A few characters that are asked for often: a string of them would be read anew each time.
struct ScalarSet: Sendable, ExpressibleByStringLiteral {
  /// One bit for each character of ASCII.
  private let low: UInt64
  private let high: UInt64
  private let others: [Unicode.Scalar]

  init(stringLiteral scalars: String) {
    var (low, high): (UInt64, UInt64) = (0, 0)
    var others: [Unicode.Scalar] = []
    for scalar in scalars.unicodeScalars {
      switch scalar.value {
      case 0..<64: low |= 1 << UInt64(scalar.value)
      case 64..<128: high |= 1 << UInt64(scalar.value - 64)
      default: others.append(scalar)
      }
    }
    self.low = low
    self.high = high
    self.others = others
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<64: low >> UInt64(scalar.value) & 1 == 1
    case 64..<128: high >> UInt64(scalar.value - 64) & 1 == 1
    default: others.contains(scalar)
    }
  }
}
