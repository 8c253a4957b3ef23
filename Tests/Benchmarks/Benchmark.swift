import Foundation

/// Something that is measured, beside a peer that does the same or less.
struct Benchmark {
  let name: String
  let unit: String
  /// One run's rate: how many a second.
  let run: () async throws -> Double
  let peer: Peer?

  struct Peer {
    let name: String
    /// Nil where the peer is not installed.
    let run: () async throws -> Double?
  }

  /// The medians of five runs, ours and the peer's in turn, after one that is not counted.
  func measured() async throws -> Figure {
    _ = try await run()
    var rates: [Double] = []
    var peerRates: [Double] = []
    for _ in 0..<5 {
      rates.append(try await run())
      if let peer, let rate = try await peer.run() { peerRates.append(rate) }
    }
    let value = Self.median(rates)
    let peerValue = peerRates.isEmpty ? nil : Self.median(peerRates)
    if let peer, peerValue == nil {
      try FileHandle.standardError.write(
        contentsOf: Data("\(name): no \(peer.name) here to measure beside\n".utf8))
    }
    return Figure(
      name: name, value: value, unit: unit, peer: peerValue == nil ? nil : peer?.name,
      peerValue: peerValue, ratio: peerValue.map { value / $0 })
  }

  static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

/// How many times a second `body` does `count` things.
func rate(of count: Int, _ body: () async throws -> Void) async rethrows -> Double {
  let clock = ContinuousClock()
  let start = clock.now
  try await body()
  let elapsed = start.duration(to: clock.now)
  return Double(count)
    / (Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18)
}

/// One measured rate.
struct Figure: Encodable {
  let name: String
  let value: Double
  let unit: String
  let peer: String?
  let peerValue: Double?
  /// Ours divided by the peer's: above 1 is faster.
  let ratio: Double?

  func line(asJSON: Bool) throws -> String {
    if asJSON {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
    let own = "\(name): \(Self.shown(value)) \(unit)"
    guard let peer, let peerValue, let ratio else { return own }
    return "\(own), \(peer): \(Self.shown(peerValue)), ratio \(Self.shown(ratio))"
  }

  /// With two digits behind the point where those tell something.
  private static func shown(_ value: Double) -> String {
    value >= 100 ? "\(Int(value.rounded()))" : "\((value * 100).rounded() / 100)"
  }
}
