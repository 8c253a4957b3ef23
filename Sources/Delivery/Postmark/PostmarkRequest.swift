import Foundation
import Tidings

/// The body of Postmark's `POST /email`.
struct PostmarkRequest: Encodable {
  let content: Parcel.Content
  let messageID: String
  let stream: String

  private enum CodingKeys: String, CodingKey {
    case from = "From"
    case to = "To"
    case replyTo = "ReplyTo"
    case subject = "Subject"
    case html = "HtmlBody"
    case text = "TextBody"
    case headers = "Headers"
    case enclosures = "Attachments"
    case stream = "MessageStream"
  }

  private struct Field: Encodable {
    let name: String
    let value: String

    private enum CodingKeys: String, CodingKey {
      case name = "Name"
      case value = "Value"
    }
  }

  /// A picture of the HTML is known by `cid:` and its name, where its address has the same.
  private struct File: Encodable {
    let name: String
    let content: Data
    let type: String
    let contentID: String?

    init(_ enclosure: Enclosure) {
      name = enclosure.name
      content = Data(enclosure.bytes)
      type = enclosure.mediaType
      contentID = enclosure.contentID.map { "cid:" + $0 }
    }

    private enum CodingKeys: String, CodingKey {
      case name = "Name"
      case content = "Content"
      case type = "ContentType"
      case contentID = "ContentID"
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(content.from, forKey: .from)
    try container.encode(content.to, forKey: .to)
    try container.encodeIfPresent(content.replyTo, forKey: .replyTo)
    try container.encode(content.subject, forKey: .subject)
    try container.encode(content.html, forKey: .html)
    try container.encode(content.text, forKey: .text)
    try container.encode(fields, forKey: .headers)
    if !content.enclosures.isEmpty {
      try container.encode(content.enclosures.map(File.init), forKey: .enclosures)
    }
    try container.encode(stream, forKey: .stream)
  }

  /// Postmark takes the Message-ID as given only when X-PM-KeepID says so.
  private var fields: [Field] {
    var fields = content.headers.map { Field(name: $0.name, value: $0.value) }
    if !fields.contains(where: { $0.name.lowercased() == "message-id" }) {
      let id = messageID.hasPrefix("<") ? messageID : "<\(messageID)>"
      fields.append(Field(name: "Message-ID", value: id))
    }
    fields.append(Field(name: "X-PM-KeepID", value: "true"))
    return fields
  }

  /// The header field of these parts that has a control character in it.
  var unsafeField: String? {
    let headers = content.headers.flatMap { [("a header's name", $0.name), ($0.name, $0.value)] }
    let values: [(String, String)] =
      headers + [
        ("From", content.from), ("To", content.to), ("Reply-To", content.replyTo ?? ""),
        ("Subject", content.subject), ("Message-ID", messageID),
      ]
    let unsafe = values.first { value in
      value.1.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }
    return unsafe?.0.printable(limit: 80)
  }

  var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try [UInt8](encoder.encode(self))
    }
  }
}
