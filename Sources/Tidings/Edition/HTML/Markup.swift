/// HTML in which each text that is put in is escaped; only other markup stands as it is.
///
/// `"<p>\(title)</p>" as Markup` is safe whatever the title says.
struct Markup: Sendable, Hashable, ExpressibleByStringInterpolation {
  private(set) var html: String

  init(stringLiteral html: String) { self.html = html }

  init(stringInterpolation parts: StringInterpolation) { html = parts.html }

  /// The words themselves, escaped once for many places.
  init(_ words: String) { html = words.htmlEscaped }

  /// Builds the markup from what stands between the texts, and the texts.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var html = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { html += literal }

    mutating func appendInterpolation(_ words: String) { html += words.htmlEscaped }

    mutating func appendInterpolation(_ number: Int) { html += String(number) }

    mutating func appendInterpolation(_ markup: Markup) { html += markup.html }

    /// Nothing where there is none.
    mutating func appendInterpolation(_ markup: Markup?) { html += markup?.html ?? "" }

    /// `markup` where it holds that `condition`.
    mutating func appendInterpolation(_ markup: Markup, if condition: Bool) {
      if condition { html += markup.html }
    }

    mutating func appendInterpolation(_ all: [Markup]) {
      for markup in all { html += markup.html }
    }
  }
}
