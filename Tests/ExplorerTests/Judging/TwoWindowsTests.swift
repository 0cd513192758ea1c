import Foundation
import TestSupport
import Testing
import Workbench

/// Sequences 4 and 5: what a browser does by itself, or a person with two windows, puts no answer where it does not belong and
/// loses none.
@Suite(
    "A person with two windows, or on the way back", .serialized,
    .enabled(if: BrowserKind.areExpected, "\(BrowserKind.absence)"), .bothBrowsers)
struct TwoWindowsTests {
    @Test(arguments: BrowserKind.allCases)
    func `sees and saves each item's own answers going back and forward, loading anew`(_ kind: BrowserKind) async throws
    {
        try await AnnotationWorld.with { world in
            let browser = try await BrowserPair.browser(kind)
            try await browser.open(world.link(0, "/items/1"))
            for criterion in ["correctness", "harmlessness"] { try await Desk.choose(criterion, "yes", browser) }
            try await browser.type("of the first", into: Desk.note)
            try await browser.waitForLoad { try await browser.click(Desk.button("next")) }
            #expect(try await browser.address().hasSuffix("/items/2"))
            #expect(try await Desk.chosen(browser) == "----")
            #expect(try await browser.value(Desk.note) == "")
            // Half an answer that is never sent by a button.
            try await Desk.choose("plausibility", "no", browser)

            try await browser.back()
            try await browser.wait(for: "location.pathname.endsWith('/items/1') && document.readyState === 'complete'")
            #expect(try await Desk.chosen(browser) == "yy--")
            #expect(try await browser.value(Desk.note) == "of the first")
            try await browser.forward()
            try await browser.wait(for: "location.pathname.endsWith('/items/2') && document.readyState === 'complete'")
            let second = try await Desk.chosen(browser)
            #expect(["----", "---n"].contains(second))
            #expect(try world.letters(0, item: 2) == second)
            #expect(try await browser.value(Desk.note) == "")
            try await browser.reload()
            #expect(try await Desk.chosen(browser) == second)

            try await browser.waitForLoad { try await browser.click(Desk.button("previous")) }
            #expect(try world.letters(0, item: 1) == "yy--")
            #expect(try world.letters(0, item: 2) == second)
            #expect(try world.said(0, item: 2).note.isEmpty)
        }
    }

    @Test func `sees what the server has in a window that Firefox restored`() async throws {
        try await AnnotationWorld.with { world in
            let browser = try #require(try await BrowserPair.browser(.firefox) as? Firefox)
            try await browser.open(world.link(0, "/items/1"))
            try await Desk.choose("correctness", "yes", browser)
            try await Desk.wait { try world.letters(0, item: 1) == "y---" }
            let desk = try world.desk(0)
            let item = try desk.given()[0]
            var form = DeskForm(item: item.hash, seen: try world.said(0, item: 1).revision, way: .form)
            form.answers = ["correctness": "no", "plausibility": "unsure"]
            form.note = "from elsewhere"
            _ = try await desk.save(form, at: .now)
            try await browser.restoreWindow()
            try await browser.wait(for: "document.querySelector('#note')")
            #expect(try await Desk.chosen(browser) == "n--u")
            #expect(try await browser.value(Desk.note) == "from elsewhere")
        }
    }

    @Test(arguments: BrowserKind.allCases)
    func `clears in one and edits in the other: the last click stands, all are in the trail`(_ kind: BrowserKind)
        async throws
    {
        try await AnnotationWorld.with { world in
            let browser = try await BrowserPair.browser(kind)
            // Without scripts the page can't mend by itself what another window has done.
            try await browser.allowScripts(false)
            try await browser.open(world.link(0, "/items/1"))
            try await Desk.choose("correctness", "yes", browser)
            try await browser.waitForLoad { try await browser.click(Desk.button("stay")) }
            let first = try await browser.window()
            _ = try await browser.openWindow()
            try await browser.allowScripts(false)
            try await browser.open(world.link(0, "/items/1"))
            let second = try await browser.window()
            #expect(try await Desk.chosen(browser) == "y---")

            try await browser.select(first)
            try await browser.waitForLoad { try await browser.click(Desk.button("undo")) }
            #expect(try world.letters(0, item: 1) == "----")

            try await browser.select(second)
            try await Desk.choose("correctness", "no", browser)
            try await browser.type("mine", into: Desk.note)
            try await browser.waitForLoad { try await browser.click(Desk.button("stay")) }
            // It is refused with what was typed, and one click saves it.
            #expect(try await Desk.chosen(browser) == "n---")
            #expect(try await browser.value(Desk.note) == "mine")
            #expect(try await browser.text("body")?.contains("Not saved yet") == true)
            #expect(try world.letters(0, item: 1) == "----")
            try await browser.waitForLoad { try await browser.click(Desk.button("stay")) }
            #expect(try world.letters(0, item: 1) == "n---")
            #expect(try world.said(0, item: 1).note == "mine")
            #expect(try world.trail(0, item: 1, "correctness") == ["yes", "", "no"])
            try await browser.allowScripts(true)
        }
    }
}
