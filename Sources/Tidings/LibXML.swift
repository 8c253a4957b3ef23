import CLibXML2

/// The library that reads both XML and HTML.
enum LibXML {
  /// Set up once for both, for the library does it without a lock.
  static let isReady: Bool = {
    xmlInitParser()
    return true
  }()
}
