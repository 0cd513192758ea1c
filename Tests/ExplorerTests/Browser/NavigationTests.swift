import Foundation
import TestSupport
import Testing
import Text

/// Going to and fro quickly.
@Suite(
    "Pages one after another", .serialized, .enabled(if: WebDriverProcess.isExpected, "\(WebDriverProcess.absence)"),
    .browser)
struct NavigationTests {
    @Test func `show what their address says after fifty steps back and forth, also where two runs share a question`()
        async throws
    {
        let bench = try BrowserBench.current()
        let (window, world) = (bench.window, bench.world)
        let pages = world.pilot.map { "/reply/\(world.question)?run=\($0)" }
        for page in pages { try await window.open(world.origin + page) }
        let names = ["a?gap=0.1", "b?gap=0.4", "c?gap=0.25"]
        var place = pages.count - 1
        for step in 0..<50 {
            let back = place == pages.count - 1 || (place > 0 && step % 3 != 0)
            place += back ? -1 : 1
            try await window.script(back ? "history.back()" : "history.forward()")
            let wanted = world.origin + pages[place]
            var shown = ""
            for _ in 0..<100 where shown != wanted {
                shown =
                    try await window.script("return document.readyState === 'complete' ? location.href : ''").string
                    ?? ""
                if shown != wanted { try await Task.sleep(for: .milliseconds(20)) }
            }
            try #require(shown == wanted)
            let text = try await window.script("return document.querySelector('main').textContent").string ?? ""
            #expect(text.contains(names[place]), "step \(step)")
            for (other, name) in names.enumerated() where other != place {
                #expect(!text.contains("simulated/\(name)"), "step \(step)")
            }
        }
    }
}
