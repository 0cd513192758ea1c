import Foundation
import Study
import TestSupport
import Testing
import Workbench

/// Sequence 3: of several clicks on a control the last one counts, and the trail holds all.
@Suite(
    "Clicks on a control", .serialized, .enabled(if: BrowserKind.areExpected, "\(BrowserKind.absence)"), .bothBrowsers)
struct ClickOrderTests {
    private static let orders = [
        ["yes", "no", "unsure"], ["yes", "unsure", "no"], ["no", "yes", "unsure"], ["no", "unsure", "yes"],
        ["unsure", "yes", "no"], ["unsure", "no", "yes"],
    ]

    @Test(arguments: BrowserKind.allCases)
    func `leave the last answer of every order, and all of them in the trail`(_ kind: BrowserKind) async throws {
        try await AnnotationWorld.with(people: ["Anna"], given: 6) { world in
            let browser = try await BrowserPair.browser(kind)
            for (place, order) in Self.orders.enumerated() {
                try await browser.open(world.link(0, "/items/\(place + 1)"))
                for (number, criterion) in world.project.codebook.criteria.enumerated() {
                    for answer in order {
                        try await Desk.choose(criterion.id, answer, browser)
                        // One after another, and as fast as a browser clicks.
                        if number.isMultiple(of: 2) {
                            try await Desk.wait {
                                try world.said(0, item: place + 1).answers[criterion.id]?.answer == answer
                            }
                        }
                    }
                }
                let letters = String(repeating: String(order[2].prefix(1)), count: 4)
                try await Desk.wait { try world.letters(0, item: place + 1) == letters }
                try await browser.reload()
                #expect(try await Desk.chosen(browser) == letters)
                for (number, criterion) in world.project.codebook.criteria.enumerated() {
                    let trail = try world.trail(0, item: place + 1, criterion.id)
                    if number.isMultiple(of: 2) { #expect(trail == order) }
                    #expect(trail.last == order[2])
                    #expect(trail.count <= 3)
                }
            }
        }
    }
}
