import Delivery

/// What became of one sending, as it is printed.
struct SendReport: Encodable {
  let edition: String
  let via: String
  let counts: DeliveryReport.Counts
  let failures: [DeliveryReport.Failure]
  let stop: String?
  let status: ExitStatus

  private enum CodingKeys: String, CodingKey {
    case edition
    case via
    case counts
    case failures
    case stop
  }

  init(_ edition: String, via: Via, _ report: DeliveryReport) {
    self.edition = edition
    self.via = via.description
    counts = report.counts
    failures = report.failures
    stop = report.stop?.description
    status = !report.isComplete ? .inPart : report.counts.accepted == 0 ? .nothing : .done
  }

  var text: String {
    """
    edition   \(edition)
    via       \(via)
    sent      \(counts.accepted)
    had it    \(counts.alreadySent)
    refused   \(counts.refused)
    deferred  \(counts.deferred)
    unknown   \(counts.unknown)
    doubles   \(counts.duplicates)
    skipped   \(counts.skipped)
    not tried \(counts.notTried)
    """
  }
}
