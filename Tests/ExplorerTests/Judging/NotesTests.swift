import Foundation
import Study
import TestServers
import TestSupport
import Testing
import Workbench

/// Sequence 2: a note that is typed just before the page is left stays with its item.
@Suite(
    "A note typed just before the page is left", .serialized,
    .enabled(if: BrowserKind.areExpected, "\(BrowserKind.absence)"), .bothBrowsers)
struct NotesTests {
    @Test(arguments: BrowserKind.allCases, [false, true])
    func `is on its own item, and the next is untouched, however soon it is left`(_ kind: BrowserKind, isSlow: Bool)
        async throws
    {
        try await AnnotationWorld.with(people: ["Anna"], given: 10) { world in
            try await world.give(2, to: 0)
            let browser = try await BrowserPair.browser(kind)
            // An answer that takes its time may come when the next page is there already.
            if isSlow { world.line.set { $0.method == "POST" ? .delay(0.15) : .none } }
            var expected = Array(repeating: "", count: 11)
            for (round, pause) in stride(from: 0, through: 600, by: isSlow ? 150 : 50).enumerated() {
                let item = round % 9
                try await browser.open(world.link(0, "/items/\(item + 1)"))
                try await browser.type("after-\(pause)-ms;", into: Desk.note)
                expected[item] += "after-\(pause)-ms;"
                try await Task.sleep(for: .milliseconds(pause))
                try await browser.click(Desk.button("next"))
                try await browser.wait(for: "location.pathname.endsWith('/items/\(item + 2)')")
                try await browser.wait(for: "document.readyState === 'complete'")
                #expect(try await browser.value(Desk.note) == expected[item + 1])
            }
            // Longer than any timer of the page.
            try await Task.sleep(for: .milliseconds(1500))
            for (place, note) in expected.dropLast().enumerated() {
                let said = try world.said(0, item: place + 1).note
                #expect(said == note, "item \(place + 1)")
            }
            #expect(try world.trail(0, item: 10).isEmpty)
        }
    }
}
