import Foundation
import Study
import TestServers
import TestSupport
import Testing
import Workbench

/// Sequences 1 and 18: a save that does not arrive is seen, kept and sent again; what was acknowledged is there after loading anew.
@Suite(
    "A save over a bad line", .serialized, .enabled(if: BrowserKind.areExpected, "\(BrowserKind.absence)"),
    .bothBrowsers)
struct BadLineTests {
    static let faults: [FaultProxy.Fault] = [.status(500), .closeBefore, .closeAfter]

    @Test(arguments: BrowserKind.allCases, faults)
    func `keeps the page and what was put into it, says so, and comes through when the line is good again`(
        _ kind: BrowserKind, _ fault: FaultProxy.Fault
    ) async throws {
        try await AnnotationWorld.with { world in
            let browser = try await BrowserPair.browser(kind)
            try await browser.open(world.link(0, "/items/1"))
            world.line.set { $0.method == "POST" ? fault : .none }
            try await Desk.choose("correctness", "no", browser)
            try await browser.type("kept", into: Desk.note)
            try await browser.click(Desk.button("next"))
            try await browser.wait(
                for: "/not saved|can’t be reached|trying/i.test(document.querySelector('[data-state]')?.innerText)")
            #expect(try await browser.address().hasSuffix("/items/1"))
            #expect(try await Desk.chosen(browser) == "n---")
            #expect(try await browser.value(Desk.note) == "kept")

            world.line.clear()
            try await Desk.wait { try world.letters(0, item: 1) == "n---" && world.said(0, item: 1).note == "kept" }
            // Whoever wanted to go on is led on then.
            try await browser.wait(for: "location.pathname.endsWith('/items/2') && document.readyState === 'complete'")
            try await browser.open(world.link(0, "/items/1"))
            #expect(try await Desk.chosen(browser) == "n---")
            #expect(try await browser.value(Desk.note) == "kept")
            // One save that was sent again stands once.
            #expect(try world.trail(0, item: 1, "correctness") == ["no"])
            #expect(try world.trail(0, item: 2).isEmpty)
        }
    }

    @Test(arguments: BrowserKind.allCases)
    func `acknowledges each answer, and leads back to the same item with all of them after loading anew`(
        _ kind: BrowserKind
    ) async throws {
        try await AnnotationWorld.with(people: ["Anna"], given: 1) { world in
            let browser = try await BrowserPair.browser(kind)
            try await browser.open(world.link(0))
            let expected = ["y---", "yy--", "yyn-"]
            for (place, answer) in ["yes", "yes", "no"].enumerated() {
                try await Desk.choose(world.project.codebook.criteria[place].id, answer, browser)
                try await Desk.wait { try world.letters(0, item: 1) == expected[place] }
                try await browser.wait(for: "/saved/i.test(document.querySelector('[data-state]').innerText)")
                try await browser.reload()
                #expect(try await browser.address().hasSuffix("/items/1"))
                #expect(try await Desk.chosen(browser) == expected[place])
                try await browser.open(world.link(0))
                #expect(try await browser.address().hasSuffix("/items/1"))
            }
            #expect(try world.trail(0, item: 1).count == 3)
        }
    }
}
