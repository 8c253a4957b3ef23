import Foundation
import Testing

/// A browser that lies outside the repository, where it is installed.
private enum Browser {
  static let python =
    (ProcessInfo.processInfo.environment["ORACLES_HOME"]
      ?? NSHomeDirectory() + "/.cache/tidings-oracles") + "/venv/bin/python"
  static let chromium = "/usr/bin/chromium"

  static let isInstalled =
    FileManager.default.isExecutableFile(atPath: python)
    && FileManager.default.isExecutableFile(atPath: chromium)

  /// On a busy machine Chromium takes its time to start, to draw and to give the page its focus.
  static let patience = DispatchTimeInterval.seconds(240)

  /// Presses every copy button by keyboard, and prints what the clipboard then holds as JSON; with
  /// `old` after the page, in a browser that has no clipboard but the old command.
  static let script = """
    import json, sys
    from playwright.sync_api import Error, sync_playwright
    patience = 100_000
    def clipboard(page):
        # A page without the focus may not read it, and may have lost it since it was pressed.
        for _ in range(100):
            try:
                return page.evaluate("(window.reading || navigator.clipboard).readText()")
            except Error as error:
                if "focus" not in str(error):
                    raise
                page.bring_to_front()
                page.wait_for_timeout(100)
        raise SystemExit("the page has no focus")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", timeout=patience,
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        context.set_default_timeout(patience)
        context.set_default_navigation_timeout(patience)
        page = context.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        if "old" in sys.argv:
            page.add_init_script(
                "window.reading = navigator.clipboard;"
                "Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.goto("file://" + sys.argv[1])
        page.bring_to_front()
        copied, told = [], []
        for button in page.locator(".copy").all():
            button.focus()
            page.keyboard.press("Enter")
            page.wait_for_function("document.getElementById('told').textContent != ''")
            copied.append(clipboard(page))
            told.append(page.evaluate(
                "(() => { const e = document.getElementById('told'), t = e.textContent;"
                " e.textContent = ''; return t })()"))
        wide = []
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            wide.append(page.evaluate("document.documentElement.scrollWidth"))
        print(json.dumps({"copied": copied, "told": told, "asked": asked, "wide": wide}))
        browser.close()
    """
}

/// `preview.html` in a real browser, from the file system.
///
/// One browser at a time: two that start at once on a small machine wait for one another.
@Suite(.enabled(if: Browser.isInstalled, "no browser is installed"), .serialized)
struct PreviewBrowserTests {
  private struct Seen: Decodable {
    let copied: [String]
    let told: [String]
    let asked: [String]
    let wide: [Int]
  }

  private func press(_ desk: Desk, _ page: String, _ flags: [String]) async throws -> Run {
    try await RunningProgram(
      executable: URL(filePath: Browser.python), arguments: ["press.py", page] + flags,
      folder: desk.path,
      environment: [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": desk.path,
      ], input: nil
    ).end(patience: Browser.patience)
  }

  @Test(arguments: [[], ["old"]])
  func everyButtonCopiesItsText(flags: [String]) async throws {
    let desk = try Desk()
    try desk.furnish()
    try desk.configure("snippets:\n  networks: [x, mastodon]")
    let composed = try await desk.compose()
    #expect(composed.status == 0)
    try desk.write(Browser.script, to: "press.py")
    let page = desk.path + "/outbox/2025-03-01/preview.html"
    var run = try await press(desk, page, flags)
    // A browser that did not come up says nothing of the page; one that did is not asked again.
    if run.output.isEmpty { run = try await press(desk, page, flags) }
    try #require(run.status == 0 && !run.output.isEmpty, "\(run.status): \(run.errors)")
    let seen = try JSONDecoder().decode(Seen.self, from: Data(run.output.utf8))
    let list = try JSONSerialization.jsonObject(
      with: desk.read("outbox/2025-03-01/snippets.json"))
    let snippets = (list as? [String: Any])?["snippets"] as? [[String: Any]] ?? []
    // The page goes network by network, the list article by article.
    let texts = ["x", "mastodon"].flatMap { network in
      snippets.filter { $0["network"] as? String == network }.compactMap { $0["text"] as? String }
    }
    #expect(texts.count == 4)
    #expect(seen.copied == texts)
    #expect(seen.told.first == "Copied, X: The second tide")
    #expect(seen.asked == ["file://" + page])
    #expect(seen.wide == [320, 1280])
  }
}
