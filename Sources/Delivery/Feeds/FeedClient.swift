public import Foundation
public import Tidings

/// Fetches feeds over HTTP, and keeps a copy of each for when it is asked for again or is down.
public struct FeedClient: Sendable {
  private let cache: FeedCache
  private let now: Date
  private let timeouts: Timeouts
  private let limit: Int
  private let caFile: String?

  /// How many times a server may send us on.
  private static let mostRedirects = 5

  /// A client that keeps its copies in the folder `cache`, made when it is not there.
  ///
  /// `timeouts` together bound a feed with all its redirects; `limit` is the largest feed in bytes,
  /// unpacked, and no more than what is read from a file.
  public init(
    cache: String, now: Date,
    timeouts: Timeouts = Timeouts(connect: .seconds(15), reply: .seconds(45)),
    limit: Int = 32 << 20, caFile: String? = nil
  ) {
    self.cache = FeedCache(folder: cache)
    self.now = now
    self.timeouts = timeouts
    self.limit = min(limit, FeedReader.limit - 4_096)
    self.caFile = caFile
  }

  /// A feed's bytes, and what its articles' diagnostics are to call it.
  public struct Fetched: Sendable, Hashable {
    public let bytes: [UInt8]
    /// The address, without what looks like a secret.
    public let name: String
    /// That a kept copy stands in, or that none could be kept.
    public let warning: Diagnostic?
    /// The bytes are those of an earlier run: what is new in the feed is not known.
    public let isStale: Bool
  }

  /// The feed at `text`, a web address: from its server, else as the copy of an earlier run.
  ///
  /// Ends early when its task is cancelled. `fault` says what is wrong with bytes that are no feed,
  /// such as a log-in page: they never take the copy's place.
  ///
  /// - Throws: why there is neither.
  public func fetch(
    _ text: String, fault: @Sendable (_ bytes: [UInt8], _ name: String) -> String? = { _, _ in nil }
  ) async throws(FeedError) -> Fetched {
    let address = try FeedAddress(text)
    let copy = cache.copy(of: address.url)
    do throws(FeedError) {
      let answer = try await answer(from: address, validators: copy?.validators ?? Validators())
      if answer.outcome.responseCode == 304, let copy {
        let confirmed = FeedCache.Copy(
          validators: copy.validators, confirmed: now, bytes: copy.bytes)
        return keep(confirmed, of: address)
      }
      if let words = fault(answer.outcome.body, address.shown) {
        throw FeedError(.notAFeed, at: address.shown, words)
      }
      return keep(
        FeedCache.Copy(
          validators: answer.validators, confirmed: now, bytes: answer.outcome.body),
        of: address)
    } catch {
      guard error.mayUseCopy, let copy else { throw error }
      let day = Moment(instant: copy.confirmed, offset: 0, hasTime: true).day
      return Fetched(
        bytes: copy.bytes, name: address.shown,
        warning: Diagnostic(
          path: address.shown,
          reason: "could not be fetched (\(error.words)); the copy of \(day) is used",
          severity: .warning), isStale: true)
    }
  }

  private func keep(_ copy: FeedCache.Copy, of address: FeedAddress) -> Fetched {
    var warning: Diagnostic?
    do {
      try cache.keep(copy, of: address.url)
    } catch {
      warning = Diagnostic(
        path: address.shown, reason: "its copy cannot be kept (\(error))", severity: .warning)
    }
    return Fetched(bytes: copy.bytes, name: address.shown, warning: warning, isStale: false)
  }

  /// The answer that brings the feed, or 304 where `validators` still hold.
  private func answer(
    from address: FeedAddress, validators: Validators
  ) async throws(FeedError) -> FeedAnswer {
    let verdict = FeedVerdict(place: address.shown, limit: limit)
    let connection = HTTPConnection()
    let flag = CancelFlag()
    var next = address
    var left = timeouts.connect + timeouts.reply
    for _ in 0...Self.mostRedirects {
      guard !Task.isCancelled else { throw verdict.cancelled }
      let request = request(to: next, validators: validators, left: left)
      let answer = await withTaskCancellationHandler {
        await connection.get(request, unless: flag)
      } onCancel: {
        flag.raise()
      }
      guard !flag.isUp else { throw verdict.cancelled }
      guard let target = try verdict.redirect(answer.outcome, from: next) else {
        try verdict.check(answer.outcome, isConditional: validators != Validators())
        return answer
      }
      next = target
      left -= answer.outcome.elapsed
      guard left > .zero else { throw verdict.timedOut }
    }
    throw verdict.endless(Self.mostRedirects)
  }

  private func request(
    to address: FeedAddress, validators: Validators, left: Duration
  ) -> CurlRequest {
    let connect = min(timeouts.connect, left)
    return CurlRequest(
      url: address.url.text,
      job: .get(
        headers: [
          "User-Agent: tidings",
          "Accept: application/rss+xml, application/atom+xml, application/feed+json,"
            + " application/xml;q=0.9, application/json;q=0.9, */*;q=0.5",
        ] + validators.headers, longestBody: limit),
      upload: [], user: nil, password: nil, caFile: caFile, avoidsProxy: address.isLoopback,
      timeouts: Timeouts(connect: connect, reply: left - connect))
  }
}
