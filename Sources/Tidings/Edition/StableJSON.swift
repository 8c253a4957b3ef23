public import Foundation

/// JSON whose bytes depend on the value alone: keys in order, slashes plain.
public enum StableJSON {
  public static func data(_ value: some Encodable) -> Data {
    encode(value, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes], end: "\n")
  }

  /// On one line, without its end.
  public static func line(_ value: some Encodable) -> Data {
    encode(value, [.sortedKeys, .withoutEscapingSlashes], end: "")
  }

  private static func encode(
    _ value: some Encodable, _ format: JSONEncoder.OutputFormatting, end: String
  ) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = format
    // Only a number that is not finite can fail, and no value of ours holds one.
    return ((try? encoder.encode(value)) ?? Data()) + Data(end.utf8)
  }
}
