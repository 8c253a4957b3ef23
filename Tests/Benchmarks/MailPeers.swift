import Foundation

/// What writes mail with Python on this machine, where it is installed.
enum MailPeers {
  /// Messages a second of 300 from the standard library's `email`; nil where there is no Python.
  static func encoding(paragraph: String) async throws -> Double? {
    try run(
      """
      import time
      from email.message import EmailMessage
      from email.headerregistry import Address
      paragraph = "\(paragraph)"
      text = (paragraph + "\\n") * 180
      html = ('<p style="margin:0">' + paragraph + "</p>\\n") * 420
      start = time.perf_counter()
      for number in range(300):
          message = EmailMessage()
          name = f"Änne Reader {number}"
          message["From"] = "Open Weights <letters@example.org>"
          message["To"] = Address(name, f"reader{number}", "example.org")
          message["Subject"] = "A week of models"
          hello = f"Dear {name},\\n\\n"
          leave = f"https://example.org/leave?reader=reader{number}%40example.org\\n"
          message.set_content(hello + text + leave, cte="quoted-printable")
          message.add_alternative(hello + html + leave, subtype="html", cte="quoted-printable")
          message.as_bytes()
      print(300 / (time.perf_counter() - start))
      """)
  }

  /// Digests of 20 articles a second that `mrml` renders from MJML; nil where it is not installed.
  ///
  /// It is given titles, bylines, summaries and buttons: no Markdown, no text part, no message.
  static func rendering() async throws -> Double? {
    try run(
      """
      import time
      import mrml
      article = '''<mj-section padding="0"><mj-column>
      <mj-image src="https://example.org/{0}.png" alt="" width="536px" />
      <mj-text font-size="20px"><h2><a href="https://example.org/{0}">What we learned from {0}</a></h2></mj-text>
      <mj-text>1 March 2025, Ines Prado, 3 min read</mj-text>
      <mj-text>Notes from a week with model {0}, and a table of what it could not do.</mj-text>
      <mj-button href="https://example.org/{0}">Read more</mj-button>
      </mj-column></mj-section>'''
      start = time.perf_counter()
      for edition in range(30):
          articles = "".join(article.format(edition * 20 + number) for number in range(20))
          mrml.to_html("<mjml><mj-head><mj-title>Open Weights</mj-title></mj-head><mj-body>"
                       + articles + "</mj-body></mjml>")
      print(30 / (time.perf_counter() - start))
      """)
  }

  /// The number that a script prints; nil when it cannot run.
  private static func run(_ script: String) throws -> Double? {
    let python = Foundation.Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script]
    let output = Pipe()
    python.standardOutput = output
    python.standardError = FileHandle.nullDevice
    do { try python.run() } catch { return nil }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    python.waitUntilExit()
    return Double(
      String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
