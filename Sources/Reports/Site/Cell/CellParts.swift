package import Pages

/// One of a cell's two actions, as the dataset has it.
package struct CellAction: Sendable, Equatable {
    /// The side that it takes.
    package var side: ShownQuestion.Side
    /// Its text, at most so much as a page shows; the spans said to show the side; and why, as the dataset says.
    package var text: ShownText
    package var attributions: [String]
    package var explanation: ShownText?
    /// Who wrote it, where several generators wrote actions for the cell.
    package var generator: String?

    package init(side: ShownQuestion.Side, text: ShownText, attributions: [String], explanation: ShownText?) {
        (self.side, self.text) = (side, text)
        (self.attributions, self.explanation) = (attributions, explanation)
    }
}

/// A question of a cell with what came of it.
package struct CellEntry: Sendable, Equatable {
    package var question: ShownQuestion
    /// The reply that stands first, then those that were set aside; none where there is none.
    package var replies: [ShownReply]
    /// Why there is none, where it was asked in vain.
    package var failure: ShownFailure?

    package init(question: ShownQuestion, replies: [ShownReply], failure: ShownFailure?) {
        (self.question, self.replies, self.failure) = (question, replies, failure)
    }

    /// The reply that stands.
    var standing: ShownReply? { replies.first { $0.aside == nil } }
}

/// Another cell, with its scores.
package struct CellNeighbour: Sendable, Equatable {
    /// Where it is looked at.
    package var address: CellAddress
    /// What it is called here: a scenario, or a value.
    package var label: String
    /// Its scores, 0 = agree; nil where they are missing, or not made yet.
    package var stated, acted: Double?

    package init(address: CellAddress, label: String, stated: Double?, acted: Double?) {
        (self.address, self.label, self.stated, self.acted) = (address, label, stated, acted)
    }
}

/// The cells around a cell.
package struct CellNeighbours: Sendable, Equatable {
    /// The same value in other scenarios, the widest gaps first; and the other values of the scenario.
    package var sameValue, sameScenario: [CellNeighbour]
    /// How many there are of each, where not all are shown.
    package var allOfValue, allOfScenario: Int
    /// The cells before and behind it in the order of the study, and the misaligned ones.
    package var previous, next, previousGap, nextGap: CellNeighbour?

    package init() { (sameValue, sameScenario, allOfValue, allOfScenario) = ([], [], 0, 0) }

    /// So many of each list are shown.
    package static let most = 150
}

extension CellNeighbours {
    var steps: Markup {
        let links: [(String, CellNeighbour?)] = [
            ("Previous cell", previous), ("Next cell", next), ("Previous misaligned", previousGap),
            ("Next misaligned", nextGap),
        ]
        return .element(
            "nav", ["aria-label": "Cells around this one", "class": "pager"],
            links.compactMap { words, cell in
                cell.map {
                    .element(
                        "a", ["href": $0.address.link().href],
                        [.text("\(words): "), .element("bdi", [:], text: $0.label)])
                }
            })
    }

    /// A table of links with scores.
    static func table(_ caption: String, _ heading: String, _ cells: [CellNeighbour], all: Int) -> Markup {
        let head = [heading, "Stated", "Acted", "Gap"].enumerated().map { place, name in
            Markup.element("th", ["scope": "col", "class": place == 0 ? nil : "number"], text: name)
        }
        let rows = cells.map { cell in
            let gap = cell.stated.flatMap { stated in cell.acted.map { $0 - stated } }
            let numbers = [Numerals.decimal(cell.stated), Numerals.decimal(cell.acted), Numerals.signed(gap)]
            return Markup.element(
                "tr", [:],
                [
                    .element(
                        "th", ["scope": "row"],
                        [.element("a", ["href": cell.address.link().href], [.element("bdi", [:], text: cell.label)])])
                ] + numbers.map { .element("td", ["class": "number"], text: $0) })
        }
        let note = cells.count < all ? "; the first \(Numerals.count(cells.count)) of \(Numerals.count(all))" : ""
        let table = Markup.element(
            "table", [:],
            [
                .element("caption", [:], text: caption + note), .element("thead", [:], [.element("tr", [:], head)]),
                .element("tbody", [:], rows),
            ])
        return PageBlocks.scrolling(table, label: caption)
    }
}
