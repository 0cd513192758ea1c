import Foundation
import TestSupport
import Testing
import Text

/// What a page does by itself while it is looked at: a browser runs the site's only script.
@Suite(
    "A page that is looked at", .serialized, .enabled(if: WebDriverProcess.isExpected, "\(WebDriverProcess.absence)"))
struct LiveInABrowserTests {
    @Test func `follows the store, keeps what was chosen and focused, and says since when the server is gone`()
        async throws
    {
        let process = try await WebDriverProcess.start()
        let window = try await WebDriver(process)
        do {
            try await ServedExplorer.with(runs: ["simulated/a?seed=1", "simulated/b?seed=2"]) { explorer in
                try await window.open("http://127.0.0.1:\(explorer.port)/")
                try await explorer.waitForFigures(runs: 2)
                _ = try await window.script(
                    "const box = document.querySelector('input[value=\"2\"]'); box.checked = true; box.focus();")
                let third = try await explorer.program.run(
                    "run", "--model", "simulated/c?seed=3", "--no-report", "--quiet", "--no-intervals")
                #expect(third.status == 0, "\(third.error)")
                try await Self.wait(window, "document.querySelector('h2').textContent === '3 runs'")
                let kept = try await window.script(
                    """
                    const box = document.querySelector('input[value="2"]');
                    return [box.checked, document.activeElement === box, document.querySelectorAll('input:checked').length]
                    """)
                #expect(kept.text(indented: false) == "[true, true, 1]")
                #expect(try await window.script("return document.querySelector('.lost') === null") == .bool(true))
            }
            try await Self.wait(window, "document.querySelector('.lost') !== null")
            let words = try await window.script("return document.querySelector('.lost').textContent")
            #expect(words.string?.hasPrefix("Disconnected since ") == true)
            #expect(words.string?.contains("showing the state of then") == true)
        } catch {
            await window.close()
            await process.stop()
            throw error
        }
        await window.close()
        await process.stop()
    }

    /// Waits until something is true of the page.
    private static func wait(_ window: WebDriver, _ condition: String) async throws {
        for _ in 0..<150 {
            if try await window.script("return \(condition)") == .bool(true) { return }
            try await Task.sleep(for: .milliseconds(200))
        }
        Issue.record("never: \(condition)")
    }
}
