public import Foundation
import Tidings

/// Asks servers of Mastodon's how long a post may be.
public struct InstanceClient: Sendable {
  private let caFile: String?
  private let timeouts: Timeouts
  private let connection = HTTPConnection()

  /// In bytes; a server's description of itself has some ten thousand.
  private static let longestAnswer = 1 << 20

  public init(
    caFile: String? = nil,
    timeouts: Timeouts = Timeouts(connect: .seconds(10), reply: .seconds(20))
  ) {
    self.caFile = caFile
    self.timeouts = timeouts
  }

  /// What the server says at the instant `now`; nothing is followed to another server.
  ///
  /// - Throws: `InstanceError` when it cannot be reached, or says nothing of use.
  public func limits(
    of instance: InstanceName, now: Date
  ) async throws(InstanceError) -> InstanceLimits {
    let asked = Moment(instant: now, offset: 0, hasTime: true).description
    var answer: InstanceAnswer?
    do throws(InstanceError) {
      answer = try await self.answer(instance, path: "/api/v2/instance")
    } catch  where error.isAnswered {
      // Servers before Mastodon 4, and others that speak its language, know the older one only.
    }
    if answer?.saysLimit != true {
      answer = try await self.answer(instance, path: "/api/v1/instance")
    }
    guard let limits = answer?.limits(of: instance, asked: asked), limits.areSound else {
      throw InstanceError(
        "\(instance.address) says that a post has no sound limit",
        hint: "set snippets.limits in tidings.yml")
    }
    return limits
  }

  private func answer(
    _ instance: InstanceName, path: String
  ) async throws(InstanceError) -> InstanceAnswer {
    let url = instance.address + path
    let request = CurlRequest(
      url: url,
      job: .get(
        headers: ["User-Agent: tidings", "Accept: application/json"],
        longestBody: Self.longestAnswer),
      upload: [], user: nil, password: nil, caFile: caFile, avoidsProxy: instance.isLoopback,
      timeouts: timeouts)
    let outcome = await connection.perform(request).outcome
    if let fault = outcome.fault {
      throw InstanceError(
        fault == .ended
          ? "\(url) answers with more than \(Self.longestAnswer >> 20) MB"
          : "\(url) cannot be asked: \(outcome.words)",
        hint: "is snippets.mastodon-instance spelt right?")
    }
    guard outcome.responseCode == 200 else {
      let target = outcome.redirect.map { " and sends us on to \($0)" } ?? ""
      throw InstanceError(
        "\(url) answered \(outcome.responseCode)\(target)",
        hint: outcome.redirect == nil
          ? "is it a server of Mastodon's?" : "name that server instead",
        isAnswered: true)
    }
    guard let answer = InstanceAnswer(outcome.body) else {
      throw InstanceError(
        "\(url) does not answer as a server of Mastodon's does",
        hint: "set snippets.limits in tidings.yml", isAnswered: true)
    }
    return answer
  }

  public func close() async { await connection.close() }
}
