import Foundation

/// An answer in JSON, as Google and Cloudflare lay it out.
struct DNSAnswer {
  private let body: Body
  private let question: String

  private struct Body: Decodable {
    let status: Int
    let records: [Record]?

    enum CodingKeys: String, CodingKey {
      case status = "Status"
      case records = "Answer"
    }
  }

  private struct Record: Decodable {
    let type: Int
    let data: String
  }

  /// - Throws: `DNSError` for what is no such answer, or one that says that it failed.
  init(_ bytes: [UInt8], question: String) throws(DNSError) {
    guard let body = try? JSONDecoder().decode(Body.self, from: Data(bytes)) else {
      throw DNSError(
        "the answer for \(question) is not in application/dns-json",
        hint: "name another server with --resolver", isOfServer: true)
    }
    // RFC 1035 4.1.1: 3 says that there is no such name.
    guard body.status == 0 || body.status == 3 else {
      throw DNSError(
        "the DNS failed with code \(body.status) for \(question)",
        hint: "are the domain's name servers well?")
    }
    self.body = body
    self.question = question
  }

  func texts(of kind: DNSResolver.Kind) -> [String] {
    (body.records ?? []).filter { $0.type == kind.rawValue }.map { record in
      kind == .text ? Self.joined(record.data) : record.data
    }
  }

  /// The text of quoted strings side by side; one without quotes is itself.
  static func joined(_ data: String) -> String {
    guard data.hasPrefix("\"") else { return data }
    var text = ""
    var isQuoted = false
    var rest = data[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"": isQuoted.toggle()
      case "\\":
        // RFC 1035 5.1: a decimal code of three digits, or the character itself.
        let digits = rest.prefix(3)
        if digits.count == 3, let code = UInt8(digits) {
          text.unicodeScalars.append(Unicode.Scalar(code))
          rest = rest.dropFirst(3)
        } else if let next = rest.popFirst() {
          text.append(next)
        }
      default:
        if isQuoted { text.append(character) }
      }
    }
    return text
  }
}
