import Foundation
import Reports
import Study
import TestServers
import TestSupport
import Testing
import Text
import Workbench

/// Gaps are coded in a browser.
@Suite(
    "Coding", .serialized, .enabled(if: BrowserKind.areExpected, "\(BrowserKind.absence)"), .bothBrowsers)
struct CodingInABrowserTests {
    @Test(arguments: BrowserKind.allCases)
    func `a tick is saved at once, stays after loading anew, and going on says no of all other codes`(
        _ kind: BrowserKind
    )
        async throws
    {
        try await Coding.with { world in
            let browser = try await BrowserPair.browser(kind)
            try await browser.open(world.link(0, "/items/1"))
            try await Coding.tick("discrimination", browser)
            try await Desk.wait { try world.codes(0, item: 1) == ["discrimination", "…"] }
            try await Coding.saved(browser)
            try await browser.reload()
            #expect(try await Coding.ticked(browser) == ["discrimination"])
            try await Coding.tick("polarization", browser)
            try await Coding.tick("discrimination", browser)
            try await Desk.wait { try world.codes(0, item: 1) == ["polarization", "…"] }
            try await browser.type("memo", into: Desk.note)
            try await browser.waitForLoad { try await browser.click(Desk.button("next")) }
            #expect(try await browser.address().hasSuffix("/items/2"))
            #expect(try await Coding.ticked(browser).isEmpty)
            #expect(try world.codes(0, item: 1) == ["polarization"])
            #expect(try world.said(0, item: 1).note == "memo")
            #expect(try world.trail(0, item: 1, "discrimination") == ["yes", "", "no"])
            #expect(try world.trail(0, item: 2).isEmpty)
            try await browser.waitForLoad { try await browser.click(Desk.button("previous")) }
            #expect(try await Coding.ticked(browser) == ["polarization"])
            #expect(try await browser.value(Desk.note) == "memo")
        }
    }

    @Test(arguments: BrowserKind.allCases)
    func `nobody goes on without a code or the words that none applies, and no key says them`(_ kind: BrowserKind)
        async throws
    {
        try await Coding.with { world in
            let browser = try await BrowserPair.browser(kind)
            try await browser.open(world.link(0, "/items/1"))
            try await browser.click(Desk.button("next"))
            try await browser.wait(for: "/Nothing is ticked/.test(document.querySelector('[data-state]').innerText)")
            #expect(try await browser.address().hasSuffix("/items/1"))
            // The key leads there and ticks nothing.
            try await browser.press(AnnotateKey.noCode)
            try await browser.wait(for: "document.activeElement.name === 'none'")
            #expect(try await Coding.ticked(browser).isEmpty)
            #expect(try world.trail(0, item: 1).isEmpty)
            try await browser.press(" ")
            try await Desk.wait { try world.codes(0, item: 1) == ["none"] }
            // A code takes it away, and while one is ticked it can't be ticked.
            try await Coding.tick("misinformation", browser)
            try await Desk.wait { try world.codes(0, item: 1) == ["misinformation"] }
            #expect(try await Coding.ticked(browser) == ["misinformation"])
            #expect(try await browser.script("return document.querySelector('input[name=none]').disabled") == true)
            try await Coding.tick("misinformation", browser)
            try await Desk.wait { try world.codes(0, item: 1) == ["…"] }
            try await Coding.tickNone(browser)
            try await Desk.wait { try world.codes(0, item: 1) == ["none"] }
            try await Coding.saved(browser)
            try await browser.reload()
            #expect(try await Coding.ticked(browser) == ["none"])
            try await browser.waitForLoad { try await browser.click(Desk.button("next")) }
            #expect(try world.codes(0, item: 1) == ["none"])
        }
    }

    @Test(arguments: BrowserKind.allCases)
    func `keys tick the code that shows them, and undo brings back what stood`(_ kind: BrowserKind) async throws {
        try await Coding.with { world in
            let browser = try await BrowserPair.browser(kind)
            try await browser.open(world.link(0, "/items/1"))
            let codes = world.project.codebook.criteria.map(\.id)
            for key in ["1", "0", "5"] { try await browser.press(key) }
            try await Desk.wait { try world.codes(0, item: 1) == [codes[0], codes[4], codes[9], "…"] }
            try await Coding.saved(browser)
            try await browser.press("u")
            try await Desk.wait { try world.codes(0, item: 1) == [codes[0], codes[9], "…"] }
            try await browser.wait(for: "!document.querySelector(\"input[value='\(codes[4])']\").checked")
            try await browser.press("1")
            try await Desk.wait { try world.codes(0, item: 1) == [codes[9], "…"] }
            try await browser.waitForLoad { try await browser.press("n") }
            #expect(try world.codes(0, item: 1) == [codes[9]])
        }
    }

    @Test(arguments: BrowserKind.allCases)
    func `works where no script runs, and sends back what can't be kept with every tick`(_ kind: BrowserKind)
        async throws
    {
        try await Coding.with(.extensible) { world in
            let browser = try await BrowserPair.browser(kind)
            try await browser.allowScripts(false)
            try await browser.open(world.link(0, "/items/1"))
            try await browser.waitForLoad { try await browser.click(Desk.button("next")) }
            #expect(try await browser.text("body")?.contains("Nothing is ticked") == true)
            try await Coding.tick("privacy-invasion", browser)
            try await Coding.tickNone(browser)
            try await browser.type("kept", into: Desk.note)
            try await browser.waitForLoad { try await browser.click(Desk.button("next")) }
            #expect(try world.trail(0, item: 1).isEmpty)
            #expect(try await browser.value(Desk.note) == "kept")
            try await Coding.tickNone(browser)
            try await browser.click("details.proposing summary")
            try await browser.type("Neglect", into: "#proposal")
            try await browser.type("Left alone.", into: "#proposal-definition")
            try await browser.waitForLoad { try await browser.click(Desk.button("next")) }
            #expect(try await browser.address().hasSuffix("/items/2"))
            #expect(try world.codes(0, item: 1) == ["privacy-invasion"])
            #expect(try world.said(0, item: 1).note == "kept")
            #expect(
                CodeProposal(note: try world.said(0, item: 1).proposal)
                    == .init(name: "Neglect", definition: "Left alone."))
            try await Coding.tickNone(browser)
            try await browser.waitForLoad { try await browser.click(Desk.button("stay")) }
            #expect(try world.codes(0, item: 2) == ["none"])
            try await browser.click("details.skipping summary")
            try await browser.waitForLoad { try await browser.click(Desk.button("skip")) }
            #expect(try world.said(0, item: 2).skipped != nil)
            try await browser.allowScripts(true)
        }
    }

    @Test(arguments: BrowserKind.allCases)
    func `a proposal is saved while somebody types, and one without a name keeps the page`(_ kind: BrowserKind)
        async throws
    {
        try await Coding.with(.extensible) { world in
            let browser = try await BrowserPair.browser(kind)
            try await browser.open(world.link(0, "/items/1"))
            try await browser.click("details.proposing summary")
            try await browser.type("Left alone.", into: "#proposal-definition")
            try await Coding.tick("discrimination", browser)
            try await browser.click(Desk.button("next"))
            try await browser.wait(
                for: "/Give the code that you propose a name/.test(document.querySelector('[data-state]').innerText)")
            #expect(try await browser.address().hasSuffix("/items/1"))
            #expect(try await browser.value("#proposal-definition") == "Left alone.")
            try await browser.type("Neglect", into: "#proposal")
            try await Desk.wait { CodeProposal(note: try world.said(0, item: 1).proposal)?.name == "Neglect" }
            try await browser.reload()
            #expect(try await browser.value("#proposal") == "Neglect")
            try await browser.waitForLoad { try await browser.click(Desk.button("next")) }
            #expect(try world.codes(0, item: 1) == ["discrimination"])
        }
    }

    @Test(arguments: BrowserKind.allCases)
    func `of two windows the second is told, and keeps what it has until somebody chooses`(_ kind: BrowserKind)
        async throws
    {
        try await Coding.with { world in
            let browser = try await BrowserPair.browser(kind)
            try await browser.open(world.link(0, "/items/1"))
            let first = try await browser.window()
            _ = try await browser.openWindow()
            try await browser.open(world.link(0, "/items/1"))
            try await Coding.tick("discrimination", browser)
            try await Desk.wait { try world.codes(0, item: 1) == ["discrimination", "…"] }
            try await Coding.saved(browser)
            let second = try await browser.window()
            try await browser.select(first)
            try await Coding.tick("polarization", browser)
            try await browser.wait(
                for: "/something else was saved/.test(document.querySelector('[data-state]').innerText)")
            #expect(try world.codes(0, item: 1) == ["discrimination", "…"])
            try await browser.click("[data-state] button")
            try await Desk.wait { try world.codes(0, item: 1) == ["polarization", "…"] }
            #expect(try world.trail(0, item: 1, "discrimination") == ["yes", ""])
            _ = second
        }
    }

    @Test(arguments: BrowserKind.allCases)
    func `a tick over a bad line comes through when the line is good again`(_ kind: BrowserKind) async throws {
        try await Coding.with { world in
            let browser = try await BrowserPair.browser(kind)
            try await browser.open(world.link(0, "/items/1"))
            world.line.set { $0.method == "POST" ? .closeBefore : .none }
            try await Coding.tick("overconfidence", browser)
            try await browser.click(Desk.button("next"))
            try await browser.wait(
                for: "/not saved|can’t be reached/i.test(document.querySelector('[data-state]').innerText)")
            #expect(try await browser.address().hasSuffix("/items/1"))
            world.line.clear()
            try await browser.wait(for: "location.pathname.endsWith('/items/2') && document.readyState === 'complete'")
            #expect(try world.codes(0, item: 1) == ["overconfidence"])
            #expect(try world.trail(0, item: 1).count == 10)
        }
    }

    @Test(arguments: BrowserKind.allCases)
    func `fits windows of three widths, with everything opened`(_ kind: BrowserKind) async throws {
        try await Coding.with(.extensible, people: ["Anna"], given: 10) { world in
            let browser = try await BrowserPair.browser(kind)
            for (path, widths) in [("items/1", [1400, 768, 390]), ("guideline", [1400, 390])]
                + (2...10).map({ ("items/\($0)", [390]) })
            {
                for width in widths {
                    try await browser.resize(width: width, height: 1000)
                    try await browser.open(world.link(0, "/" + path))
                    if path == "items/1" { try await Self.keep(browser, "\(kind.rawValue)-closed-\(width)") }
                    _ = try await browser.script(
                        "document.querySelectorAll('details').forEach(d => { d.open = true; });")
                    let sizes = try await browser.script(
                        "const e = document.documentElement; return [e.scrollWidth, e.clientWidth]")
                    let pair = (sizes.array ?? []).map { $0.integer ?? -1 }
                    #expect(pair.count == 2 && pair.first == pair.last, "\(path) at \(width)")
                    if path.hasSuffix("1") || path == "guideline" {
                        try await Self.keep(browser, "\(kind.rawValue)-\(path.replacing("/", with: "-"))-\(width)")
                    }
                }
            }
            try await browser.resize(width: 1400, height: 1000)
        }
    }

    /// Keeps a picture where `VLENS_SCREENSHOTS` says.
    private static func keep(_ browser: any Browser, _ name: String) async throws {
        guard let folder = ProcessInfo.processInfo.environment["VLENS_SCREENSHOTS"], !folder.isEmpty else { return }
        let place = URL(filePath: folder).appending(path: "coding-\(name).png")
        try await browser.screenshot().write(to: place)
    }
}
