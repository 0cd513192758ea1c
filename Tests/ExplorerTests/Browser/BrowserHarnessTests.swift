import Foundation
import TestSupport
import Testing
import Text

/// What looks at pages must see what is wrong with one.
@Suite(
    "The browser sees what is wrong", .serialized,
    .enabled(if: WebDriverProcess.isExpected, "\(WebDriverProcess.absence)"))
struct BrowserHarnessTests {
    private static let bad = """
        <!doctype html><html><head><title>bad</title></head><body>
        <p style="width:3000px;background:#eee;color:#ddd">too wide and too pale</p>
        <a href="#" tabindex="-1">a link that Tab passes by</a>
        <button>reached</button>
        <figure id="mute"><svg width="10" height="10"><rect width="5" height="5"/></svg></figure>
        <script>console.error("an error of the page")</script>
        </body></html>
        """

    @Test func `in a page from disk that has every fault`() async throws {
        let process = try await WebDriverProcess.start()
        do {
            try await look(process)
        } catch {
            await process.stop()
            throw error
        }
        await process.stop()
        #expect(!FileManager.default.fileExists(atPath: process.folder.path))
    }

    private func look(_ process: WebDriverProcess) async throws {
        let file = process.folder.appending(path: "bad.html")
        try Data(Self.bad.utf8).write(to: file)
        let window = try await WebDriver(process)
        try await window.resize(width: 390, height: 800)
        _ = try await window.requests()
        try await window.open(file.absoluteString)
        let widths = try await window.widths()
        #expect(widths.window == 390)
        #expect(widths.content > 2900)
        #expect(try await window.wideElements().first?.contains("3000px") == true)
        #expect(try await window.consoleErrors().first?.contains("an error of the page") == true)
        #expect(try await window.requests() == [file.absoluteString])
        #expect(try await window.unreachable() == ["<a href=\"#\" tabindex=\"-1\">a link that Tab passes by</a>"])
        #expect(try await window.mutedFigures() == ["mute: no title, description, table"])
        #expect(try await window.nodeCount() > 10)
        try await window.prefer(dark: true)
        let dark = try await window.script("return matchMedia('(prefers-color-scheme: dark)').matches")
        #expect(dark == .bool(true))
        if await AxeCore.shared.isExpected {
            let found = try await window.violations(axe: try await AxeCore.shared.source())
            #expect(found.contains { $0.hasPrefix("html-has-lang") })
            #expect(found.contains { $0.hasPrefix("color-contrast") })
        }
        await window.close()
    }
}
