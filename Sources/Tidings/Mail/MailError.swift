/// Why a message cannot be written, or not for one of its readers.
public enum MailError: Error, Sendable, Hashable {
  /// A value for a header, a body or a URL holds a line end or another control character.
  case controlCharacter(in: String, text: String)
  /// The message asks for a field that this reader does not have.
  case missingField(String)
  /// A header that must stay on one line would pass 998 bytes (RFC 5322 2.1.1).
  case lineTooLong(header: String, count: Int)
  /// A date outside the years 1900 to 9999, or more than 18 hours from UTC.
  case date(String)
  case unsubscribeURL(String, UnsubscribeFault)
  case unsubscribeMail(AddressError)
  /// An `Unsubscribe` with neither a URL nor an address.
  case emptyUnsubscribe
  /// More bytes than `MessageEncoder.largest`, encoded.
  case tooLarge(Int)
  /// A key that was read and yet signs nothing.
  case key(DKIMKeyFault)

  /// What is wrong with an unsubscribe URL.
  public enum UnsubscribeFault: Sendable, Hashable {
    case notHTTPS
    case notASCII
    case notURL
    /// A brace without its partner, or with no name inside.
    case brace
    /// A placeholder before the path, where a reader's value could choose the server.
    case placeholderInHost
  }
}

extension MailError: CustomStringConvertible {
  /// What was found, where, and what was expected.
  public var description: String {
    switch self {
    case .controlCharacter(let place, let text):
      "\(place) is '\(text.shown)', expected no line end or other control character"
    case .missingField(let name):
      "the message asks for '\(name.shown)', which this reader does not have"
    case .lineTooLong(let header, let count):
      "the header \(header) would have \(count) bytes on one line, "
        + "expected at most \(HeaderField.longestLine)"
    case .date(let text):
      "the date is \(text), expected one in the years 1900 to 9999 within 18 hours of UTC"
    case .unsubscribeURL(let url, let fault):
      "the unsubscribe URL is '\(url.shown)', expected \(fault)"
    case .unsubscribeMail(let error): "the unsubscribe address: \(error)"
    case .tooLarge(let count):
      "the message would have \(count) bytes, expected at most \(MessageEncoder.largest); "
        + "leave out attachments or pictures"
    case .key(let fault): "the message cannot be signed: \(fault)"
    case .emptyUnsubscribe: "unsubscribe is empty, expected an https URL, a mail address or both"
    }
  }
}

extension MailError.UnsubscribeFault: CustomStringConvertible {
  /// What was expected instead.
  public var description: String {
    switch self {
    case .notHTTPS: "https (http only for localhost)"
    case .notASCII:
      "ASCII: an international domain as xn--…, other characters percent-encoded"
    case .notURL: "an address such as https://example.org/leave?reader={email}"
    case .brace: "braces only around a field's name, such as {email}"
    case .placeholderInHost: "placeholders only after the host, such as /leave?reader={email}"
    }
  }
}
