import Foundation
import Study
import TestSupport
import Testing
import Text
import Workbench

/// A project of gaps that are coded by the taxonomy that ships, and how a test finds its way about its pages.
enum Coding {
    static func with<T: Sendable>(
        _ mode: Codebook.Coding.Mode = .fixed, people: [String] = ["Anna", "Bashir"], given: Int = 2,
        _ body: (AnnotationWorld) async throws -> T
    ) async throws -> T {
        let book = try Codebook.load("risks")
        return try await AnnotationWorld.with(
            people: people, given: given, areGaps: true,
            changing: { settings in
                settings.codebook = book
                settings.codebook.coding?.mode = mode
                settings.suggestions = .never
            }, body)
    }

    /// The box of a code, and of “No code applies”.
    static func box(_ code: String) -> String { "input[name=code][value='\(code)']" }
    static let none = "input[name=none]"

    /// Clicks on a box, as a person would: on the words beside it.
    static func tick(_ code: String, _ browser: any Browser) async throws {
        try await browser.click("label:has(> \(box(code)))")
    }

    static func tickNone(_ browser: any Browser) async throws { try await browser.click("label:has(> \(none))") }

    /// What is ticked on a page, in its order; "none" among it where that is.
    static func ticked(_ browser: any Browser) async throws -> [String] {
        let list = try await browser.script(
            "return [...document.querySelectorAll('input[name=code]:checked, input[name=none]:checked')].map(i => i.name === 'none' ? 'none' : i.value)"
        )
        return (list.array ?? []).compactMap(\.string)
    }

    /// Waits until the page says that all is saved.
    static func saved(_ browser: any Browser) async throws {
        try await browser.wait(for: "document.querySelector('[data-state]').dataset.kind === 'saved'")
    }
}

extension AnnotationWorld {
    /// The codes that somebody gives an item, in the codebook's order; "none" where they say so, "…" behind them while the item is open.
    func codes(_ person: Int, item number: Int) throws -> [String] {
        let answers = try said(person, item: number)
        let given = project.codebook.criteria.map(\.id).filter { answers.answers[$0]?.answer == "yes" }
        return given + (answers.saysNone ? ["none"] : answers.isComplete ? [] : ["…"])
    }
}
