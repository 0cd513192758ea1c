import Foundation
import Reports
import Study
import TestServers
import TestSupport
import Testing
import Text
import Workbench

/// Sequences 9 and 16: what keys do is what their labels say, and submitting by key a hundred times leaves one answer each and no
/// draft.
@Suite(
    "Judging by keys", .serialized, .enabled(if: BrowserKind.areExpected, "\(BrowserKind.absence)"), .bothBrowsers)
struct KeysTests {
    @Test(arguments: BrowserKind.allCases)
    func `answers a hundred items, each once, with every note on its own`(_ kind: BrowserKind) async throws {
        try await AnnotationWorld.with(people: ["Anna"], given: 10) { world in
            let browser = try await BrowserPair.browser(kind)
            try await browser.open(world.link(0, "/items/1"))
            var expected = Array(repeating: "----", count: 9)
            for round in 0..<(kind == .chromium ? 99 : 27) {
                let place = round % 9
                if place == 0, round > 0 { try await browser.open(world.link(0, "/items/1")) }
                let answer = (round / 9 + place) % 3
                try await Self.answer(answer, browser)
                expected[place] = String(repeating: ["y", "n", "u"][answer], count: 4)
                if round < 9 {
                    try await browser.press("e")
                    for letter in "note" { try await browser.press(String(letter)) }
                    try await browser.press("\(place + 1)")
                    try await browser.press("\u{E00C}")
                }
                try await browser.press("n")
                try await browser.wait(
                    for: "location.pathname.endsWith('/items/\(place + 2)') && document.readyState === 'complete'")
            }
            for place in 0..<9 {
                try await Desk.wait { try world.letters(0, item: place + 1) == expected[place] }
                #expect(try world.said(0, item: place + 1).note == "note\(place + 1)")
            }
            // The item that was only come to is untouched: no blank draft.
            #expect(try world.trail(0, item: 10).isEmpty)
        }
    }

    /// Presses the key of the answer at a place for each question. Where a question had its answer already, the page stays with it,
    /// so that one can think again; the key for the next one goes on.
    private static func answer(_ place: Int, _ browser: any Browser) async throws {
        let key = AnnotateKeyShown.keys[place]
        let letter = ["y", "n", "u"][place]
        for question in 0..<4 {
            try await browser.press(key)
            let chosen = Array(try await Desk.chosen(browser))
            #expect(String(chosen[question]) == letter, "\(String(chosen)) after question \(question + 1)")
            let questions = "[...document.querySelectorAll('[data-criterion]')]"
            let active = try await browser.script(
                "return \(questions).findIndex((one) => one.matches('[data-active]'))")
            if question < 3, active.integer == question {
                try await browser.press(AnnotateKey.down.rawValue)
            }
        }
    }

    private enum AnnotateKeyShown {
        static let keys = ["1", "2", "3"]
    }

    @Test(arguments: BrowserKind.allCases)
    func `gives the answer at a key's place, of a scale of ten as well, and never the key itself`(_ kind: BrowserKind)
        async throws
    {
        func scale(_ codebook: inout Codebook) {
            codebook.criteria = [
                Criterion(
                    id: "scale", name: "Scale", question: "How well?", definition: "From worst to best.",
                    about: .action,
                    answers: (1...10).map { Criterion.Answer(id: "\($0)", label: "Point \($0)") })
            ]
        }
        try await AnnotationWorld.with(people: ["Anna"], given: 1, changing: { scale(&$0.codebook) }) { world in
            let browser = try await BrowserPair.browser(kind)
            try await browser.open(world.link(0, "/items/1"))
            for (place, key) in ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"].enumerated() {
                try await browser.press(key)
                try await Desk.wait { try world.said(0, item: 1).answers["scale"]?.answer == "\(place + 1)" }
            }
            #expect(try world.trail(0, item: 1, "scale") == (1...10).map { "\($0)" })
        }
    }

    @Test(arguments: BrowserKind.allCases)
    func `does with every other key what the page's list of keys says`(_ kind: BrowserKind) async throws {
        try await AnnotationWorld.with(people: ["Anna"], given: 3) { world in
            let browser = try await BrowserPair.browser(kind)
            try await browser.open(world.link(0, "/items/2"))
            try await browser.press("2")
            try await Desk.wait { try world.letters(0, item: 2) == "n---" }
            try await browser.press("u")
            try await Desk.wait { try world.letters(0, item: 2) == "----" }
            try await browser.press("g")
            try await browser.wait(for: "document.querySelector('details.beside').open")
            try await browser.press("s")
            try await browser.wait(for: "document.activeElement.id === 'why'")
            try await browser.press("\u{E00C}")
            try await browser.waitForLoad { try await browser.press("p") }
            #expect(try await browser.address().hasSuffix("/items/1"))
            try await browser.waitForLoad { try await browser.press("m") }
            #expect(try await browser.address().hasSuffix("/missing"))
        }
    }
}
