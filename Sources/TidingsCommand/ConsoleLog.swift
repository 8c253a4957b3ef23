import Logging

/// Log records of the delivery as lines on standard error.
struct ConsoleLog: LogHandler {
  let console: Console
  var logLevel: Logger.Level = .warning
  var metadata: Logger.Metadata = [:]

  init(console: Console) {
    self.console = console
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    console.note("\(event.message)", event.level >= .error ? .error : .warning)
  }
}
