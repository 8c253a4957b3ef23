import Tidings

/// Delivers over SMTP (RFC 5321), each message in a transaction of its own, over a few connections
/// that are kept open.
public struct SMTPTransport: Transport {
  public let name: String
  public let width: Int
  private let server: SMTPServer
  private let password: Secret?
  private let pool: Pool<SMTPConnection>

  /// A transport that connects at its first delivery.
  ///
  /// `caFile` names the certificates to trust instead of the system's (PEM); `width` is held
  /// between 1 and 64.
  ///
  /// - Throws: what makes the server unusable: plain text to another machine without
  ///   `allowsPlaintext`, or a user without a password.
  public init(
    _ server: SMTPServer, password: Secret? = nil, caFile: String? = nil,
    allowsPlaintext: Bool = false, timeouts: Timeouts = Timeouts(), width: Int = 4
  ) throws(DeliveryFailure) {
    let isOpen = server.security == .plaintext || server.security == .opportunistic
    if isOpen, !server.isLoopback, !allowsPlaintext {
      throw DeliveryFailure(
        .fatal, at: server.place, "plain text to another machine is not allowed",
        hint: "use STARTTLS or smtps://, or allow plain text expressly")
    }
    guard Self.isPlain(server.host), (1...65_535).contains(server.port) else {
      throw DeliveryFailure(.fatal, at: server.place, "is no host and port")
    }
    switch (server.user, password) {
    case (nil, nil): break
    case (let user?, let password?):
      guard Self.isPlain(user), password.isPrintable else {
        throw DeliveryFailure(
          .fatal, at: server.place, "the user name or password is empty or has a control character",
          hint: "does the password's file have more than one line?")
      }
    case (_?, nil):
      throw DeliveryFailure(.fatal, at: server.place, "a user name is given but no password")
    case (nil, _?):
      throw DeliveryFailure(
        .fatal, at: server.place, "a password is given but no user name",
        hint: "write smtp://USER@\(server.place)")
    }
    self.server = server
    self.password = password
    self.width = min(max(width, 1), 64)
    name = server.url
    let access = SMTPAccess(password: password, caFile: caFile, timeouts: timeouts)
    pool = Pool((0..<self.width).map { _ in SMTPConnection(server: server, access: access) })
  }

  public func deliver(_ parcel: Parcel) async throws(DeliveryFailure) -> Receipt {
    try check(parcel)
    let connection = await pool.take()
    do throws(DeliveryFailure) {
      let receipt = try await connection.deliver(parcel)
      await pool.give(connection)
      return receipt.hiding(password)
    } catch {
      await pool.give(connection)
      throw error.hiding(password)
    }
  }

  public func close() async {
    for connection in pool.members { await connection.close() }
  }

  /// libcurl sends on what it is given: a line break in an address would be a command of its own,
  /// and a bare line feed in a message could end it early.
  private func check(_ parcel: Parcel) throws(DeliveryFailure) {
    for address in [parcel.sender, parcel.recipient] {
      let isSafe = address.description.unicodeScalars.allSatisfy {
        $0.value > 0x20 && $0.value != 0x7F && $0 != "<" && $0 != ">"
      }
      guard isSafe, !address.local.isEmpty, !address.domain.isEmpty else {
        throw DeliveryFailure(
          .refused, at: server.place, "'\(address.description)' cannot stand in an envelope")
      }
    }
    if let fault = LineEndings.fault(in: parcel.bytes) {
      throw DeliveryFailure(.refused, at: server.place, "the message \(fault)")
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }
}
