import Foundation

@testable import Tidings

/// The message and readers that the tests of this folder share.
enum Letters {
  static let html = """
    <!doctype html>
    <html lang="en" dir="ltr">
    <head><meta charset="utf-8"><title>Field Notes 7: Größe zählt</title></head>
    <body style="margin:0;padding:16px;font-family:sans-serif;color:#222222;background:#ffffff">
    <div role="article" aria-label="Field Notes 7" lang="en" dir="ltr">
    <p>Hello 
    """
  static let afterName = """
    ,</p>
    <h1>Größe zählt</h1>
    <p>A good measure is one that a reader can repeat: the same ruler, the same table, the same light. \
    This week we look at three of them, and at what each of them leaves out.</p>
    <p><a href="https://example.org/posts/size">Größe zählt</a></p>
    <h2>日本の道</h2>
    <p>On foot from one valley to the next, with a map that is older than the road it shows.</p>
    <p><a href="https://example.org/posts/road">日本の道</a></p>
    <p>You get this because you signed up. <a href="
    """
  static let afterLink = """
    ">Unsubscribe</a></p>
    </div>
    </body>
    </html>

    """
  static let text = """
    Field Notes 7

    Hello 
    """
  static let textAfterName = """
    ,

    GRÖSSE ZÄHLT

    A good measure is one that a reader can repeat: the same ruler, the
    same table, the same light. This week we look at three of them, and at
    what each of them leaves out.

    <https://example.org/posts/size>

    日本の道

    On foot from one valley to the next, with a map that is older than the
    road it shows.

    <https://example.org/posts/road>

    -- 
    You get this because you signed up. Unsubscribe:
    <
    """
  static let textAfterLink = ">\n"

  static let recipient = reader(
    "Änne Doe <anne@bücher.example>", ["city": "Köln", "code": "a/b&c"])

  static let leave = Unsubscribe(
    url: "https://example.org/leave?reader={email}", mail: "leave+7@example.org")
  static let codedLeave = Unsubscribe(
    url: "https://example.org/leave?reader={email}&c={code}", mail: "leave+7@example.org")

  /// A message with both bodies as given; by default a small but whole newsletter.
  static func message(
    from: String = "Field Notes <notes@example.org>", replyTo: String? = nil,
    subject: String = "Field Notes 7: Größe zählt", edition: String = "2025-w09",
    listName: String = "Field Notes", unsubscribe: Unsubscribe? = leave,
    text: [PersonalText.Piece] = [
      .fixed(Letters.text), .field("name", .none), .fixed(textAfterName),
      .field("unsubscribe", .none), .fixed(textAfterLink),
    ],
    html: [PersonalText.Piece] = [
      .fixed(Letters.html), .field("name", .html), .fixed(afterName),
      .field("unsubscribe", .html), .fixed(afterLink),
    ]
  ) throws -> Message {
    Message(
      from: try Mailbox(parsing: from), replyTo: try replyTo.map { try Mailbox(parsing: $0) },
      subject: subject,
      date: Moment(
        instant: Date(timeIntervalSince1970: 1_740_819_600), offset: 3_600, hasTime: true),
      edition: edition, listName: listName, unsubscribe: unsubscribe,
      text: PersonalText(pieces: text), html: PersonalText(pieces: html))
  }

  static func reader(_ mailbox: String, _ fields: [String: String] = [:]) -> Result<
    Recipient, any Error
  > {
    Result { Recipient(mailbox: try Mailbox(parsing: mailbox), fields: fields) }
  }

  /// The decoded header fields in their order, and the two decoded bodies.
  static func opened(_ bytes: [UInt8]) throws -> (headers: [String], text: String, html: String) {
    _ = try MailDecoder.lines(bytes)
    let whole = String(decoding: bytes, as: UTF8.self)
    let blank = "\r\n\r\n"
    guard let end = whole.firstRange(of: blank),
      let mark = whole.firstRange(of: "boundary=\""),
      let close = whole[mark.upperBound...].firstIndex(of: "\"")
    else { throw MailDecoder.Fault(description: "no header") }
    let delimiter = "\r\n--" + whole[mark.upperBound..<close]
    let parts = whole[end.lowerBound...].dropFirst().description.components(separatedBy: delimiter)
    guard parts.count == 4, parts[0].isEmpty, parts[3] == "--\r\n" else {
      throw MailDecoder.Fault(description: "\(parts.count) parts")
    }
    let bodies = try zip(
      ["plain; charset=utf-8; format=flowed; delsp=no", "html; charset=utf-8"], parts[1...]
    ).map { type, part in
      let header =
        "\r\nContent-Type: text/\(type)\r\n"
        + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
      guard part.hasPrefix(header) else { throw MailDecoder.Fault(description: "part \(type)") }
      let body = part.utf8.dropFirst(header.utf8.count)
      return String(decoding: try MailDecoder.quotedPrintable(Array(body)), as: UTF8.self)
    }
    let headers = whole[..<end.lowerBound].description.components(separatedBy: "\r\n")
    return (headers, bodies[0], bodies[1])
  }
}
