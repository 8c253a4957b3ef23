public import Foundation

/// JSON whose bytes depend on the value alone: keys in order, slashes plain.
public enum StableJSON {
  public static func data(_ value: some Encodable) -> Data {
    encode(value, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes], end: "\n")
  }

  /// The same bytes as `data` of what is JSON already, in a tenth of the time.
  static func bytes(_ value: JSONValue) -> [UInt8] {
    var bytes = value.encoderBytes
    bytes.append(0x0A)
    return bytes
  }

  /// The same bytes as `data` of all `values`, a thousand at a time: a list may be long.
  public static func write<Values: RandomAccessCollection>(
    list values: Values, to write: (Data) -> Void
  ) where Values.Element: Encodable {
    guard !values.isEmpty else { return write(data(Array(values))) }
    var start = values.startIndex
    while start < values.endIndex {
      let end = values.index(start, offsetBy: 1_000, limitedBy: values.endIndex) ?? values.endIndex
      // A list of its own stands between "[" and "\n]\n".
      let part = data(Array(values[start..<end])).dropFirst().dropLast(3)
      write((start == values.startIndex ? Data("[".utf8) : Data(",".utf8)) + part)
      start = end
    }
    write(Data("\n]\n".utf8))
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
