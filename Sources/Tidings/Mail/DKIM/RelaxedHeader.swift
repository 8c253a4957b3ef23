/// A message's header as DKIM hashes it: the relaxed form of RFC 6376 3.4.2.
struct RelaxedHeader {
  private let fields: [(name: String, line: [UInt8])]

  /// Takes the fields apart that stand in `header`, each with its line end.
  init(_ header: [UInt8]) {
    var fields: [(name: String, line: [UInt8])] = []
    var start = 0
    for index in header.indices where header[index] == 0x0A {
      let next = index + 1 < header.count ? header[index + 1] : 0
      // A line that begins with white space goes on with the field.
      if next == 0x20 || next == 0x09 { continue }
      let line = Self.canonical(header[start...index])
      let name = line.prefix { $0 != UInt8(ascii: ":") }
      fields.append((String(decoding: name, as: UTF8.self), line))
      start = index + 1
    }
    self.fields = fields
  }

  /// In small letters, in the order of the header.
  var names: [String] { fields.map(\.name) }

  /// What `h=` with these names covers: of fields of one name the last one first (RFC 6376 5.4.2),
  /// and nothing for a name of which there is no field left.
  func covered(_ names: [String]) -> [UInt8] {
    var covered: [UInt8] = []
    var taken: [String: Int] = [:]
    for name in names {
      let count = taken[name, default: 0]
      taken[name] = count + 1
      guard let field = fields.reversed().lazy.filter({ $0.name == name }).dropFirst(count).first
      else { continue }
      covered += field.line
    }
    return covered
  }

  /// One field on one line: its name in small letters, white space as single spaces, none around the
  /// colon and at the end.
  static func canonical(_ field: some Sequence<UInt8>) -> [UInt8] {
    var line: [UInt8] = []
    /// Where the value begins, once the colon is passed.
    var start: Int?
    var isAfterSpace = false
    for byte in field {
      switch byte {
      case 0x20, 0x09, 0x0D, 0x0A: isAfterSpace = true
      case UInt8(ascii: ":") where start == nil:
        line.append(byte)
        start = line.count
        isAfterSpace = false
      default:
        if isAfterSpace, let start, line.count > start { line.append(0x20) }
        isAfterSpace = false
        line.append(start == nil && (0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
      }
    }
    return line + [0x0D, 0x0A]
  }
}
