/// A way out for email.
public protocol Transport: Sendable {
  /// For the ledger and for error texts; never with a secret in it.
  var name: String { get }

  /// How many deliveries may be in flight at a time, at least 1.
  var width: Int { get }

  /// Hands over one parcel, and returns once its fate is known or cannot be known.
  ///
  /// It may be called again before it returns, up to `width` times, and does not stop halfway when
  /// its task is cancelled: what is on the wire is seen to its end.
  ///
  /// - Throws: whatever is not plain acceptance.
  func deliver(_ parcel: Parcel) async throws(DeliveryFailure) -> Receipt

  /// Says goodbye to the other side; nothing is delivered afterwards.
  func close() async
}

extension Transport {
  public var width: Int { 1 }

  public func close() async {}
}
