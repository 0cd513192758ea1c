import Foundation
import Study
import TestSupport
import Testing
import Text
import Workbench

/// Sequence 8, and 12 as far as a browser takes part: the pages work where no script runs, and what they say of an action's words
/// holds behind emoji.
@Suite(
    "A page on which no script runs", .serialized, .enabled(if: BrowserKind.areExpected, "\(BrowserKind.absence)"),
    .bothBrowsers)
struct WithoutScriptsTests {
    @Test(arguments: BrowserKind.allCases)
    func `takes somebody from the link to the last page and saves every answer, note, mark and skip`(
        _ kind: BrowserKind
    ) async throws {
        try await AnnotationWorld.with(people: ["Anna"], given: 0, changing: { $0.completionCode = "C0FFEE" }) {
            world in
            let browser = try await BrowserPair.browser(kind)
            try await browser.allowScripts(false)
            try await browser.open(world.link(0))
            for number in 1...12 {
                #expect(try await browser.address().hasSuffix("/items/\(number)"))
                if number == 12 {
                    try await browser.click("details.skipping summary")
                    try await browser.type("not mine", into: "#why")
                    try await browser.waitForLoad { try await browser.click(Desk.button("skip")) }
                    continue
                }
                let answer = ["yes", "no", "unsure"][number % 3]
                for criterion in world.project.codebook.criteria {
                    try await Desk.choose(criterion.id, answer, browser)
                }
                try await browser.type("note \(number) 👩🏽‍🚒\nاُردو", into: Desk.note)
                try await browser.waitForLoad { try await browser.click(Desk.button("next")) }
            }
            #expect(try await browser.address().hasSuffix("/done"))
            #expect(try await browser.text("main")?.contains("C0FFEE") == true)
            try await browser.allowScripts(true)
            for number in 1...11 {
                let letter = ["y", "n", "u"][number % 3]
                #expect(try world.letters(0, item: number) == String(repeating: letter, count: 4))
                let note = try world.said(0, item: number).note.replacing("\r\n", with: "\n")
                #expect(note == "note \(number) 👩🏽‍🚒\nاُردو")
                // One label for each answer and one for the note: nothing was saved twice, nothing that nobody said.
                #expect(try world.trail(0, item: number).count == 5)
            }
            #expect(try world.said(0, item: 12).skipped == "not mine")
        }
    }

    @Test(arguments: BrowserKind.allCases)
    func `marks the words that were clicked, whatever stands before them`(_ kind: BrowserKind) async throws {
        try await AnnotationWorld.with(people: ["Anna"], given: 10) { world in
            let browser = try await BrowserPair.browser(kind)
            try await browser.allowScripts(false)
            for (place, item) in try world.desk(0).given().enumerated() {
                try await browser.open(world.link(0, "/items/\(place + 1)"))
                let words = ActionWords(item.line.action.text)
                let before = words.touched(by: item.spans)
                #expect(!before.isEmpty)
                #expect(try await Self.marked(browser) == before)
                try await browser.click("label.w:last-of-type")
                try await browser.waitForLoad { try await browser.click(Desk.button("stay")) }

                let wanted = before.symmetricDifference([words.words.count - 1])
                let spans = try #require(try world.said(0, item: place + 1).spans)
                #expect(spans.allSatisfy { $0.stands(in: item.line.action.text) })
                #expect(words.touched(by: spans) == wanted)
                #expect(try await Self.marked(browser) == wanted)
                // Loaded and saved again it is the same.
                let count = try world.trail(0, item: place + 1).count
                try await browser.waitForLoad { try await browser.click(Desk.button("stay")) }
                #expect(try world.said(0, item: place + 1).spans == spans)
                #expect(try world.trail(0, item: place + 1).count == count)
            }
            try await browser.allowScripts(true)
        }
    }

    /// The numbers of the words that the page shows as marked.
    private static func marked(_ browser: any Browser) async throws -> Set<Int> {
        let list = try await browser.script(
            "return [...document.querySelectorAll('label.w input:checked')].map(i => Number(i.value))")
        return Set((list.array ?? []).compactMap(\.integer))
    }
}
