import CCurl
import Glibc

/// The library's process-wide set-up, done once before the first handle.
enum CurlLibrary {
  static let isReady: Bool = {
    // TLS libraries may write to a closed socket without MSG_NOSIGNAL; that must be an error
    // of one delivery, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
  }()
}
