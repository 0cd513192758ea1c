import Pages

/// The words of the list of cells.
enum GapWords {
    static func show(_ show: GapsAddress.Show) -> String {
        switch show {
        case .misaligned: "misaligned"
        case .undecided: "undecided"
        case .aligned: "aligned"
        case .missing: "missing"
        case .all: "all"
        }
    }

    static func direction(_ direction: GapDirection) -> String {
        switch direction {
        case .against: "says agree, acts against"
        case .for: "says disagree, acts for"
        }
    }

    static func state(_ cell: GapCell) -> String {
        cell.direction.map { "misaligned: " + direction($0) } ?? cell.state.rawValue
    }

    static func sort(_ sort: GapsAddress.Sort) -> String {
        switch sort {
        case .gap: "size of the gap"
        case .signed: "gap with its sign"
        case .stated: "stated score"
        case .acted: "acted score"
        case .country: "country"
        case .topic: "topic"
        case .value: "value"
        }
    }

    /// "Task 2, variant 3: as a person from there, disagree first, with a reason".
    static func variant(_ name: String, _ input: GapsInput) -> String {
        guard let variant = input.variants.first(where: { $0.name == name }) else { return name }
        return "Task \(variant.task), variant \(variant.index)" + (variant.words.isEmpty ? "" : ": \(variant.words)")
    }

    /// What the list holds, in a sentence.
    static func summary(_ address: GapsAddress, _ filter: GapFilter, of cells: Int) -> String {
        let shown = Numerals.count(filter.cells.count)
        let all = Numerals.count(cells, "cell", "cells")
        let kind = address.show == .all ? "" : " \(show(address.show))"
        guard !filter.cells.isEmpty else {
            return "None of the run’s \(all) is\(kind.isEmpty ? " like this" : kind)"
                + (kind.isEmpty ? "." : " and as asked for. The counts beside the choices say where there are some.")
        }
        return "\(shown) of the run’s \(all): a cell is one value in one scenario, which is a topic in a country."
            + (kind.isEmpty
                ? "" : " Shown are those that are\(kind)\(address.isNarrowed ? " and as chosen below" : "").")
    }

    static let list: Markup = .element(
        "dl", ["class": "methods"],
        definitions.flatMap { [.element("dt", [:], text: $0), .element("dd", [:], text: $1)] })

    private static let definitions: [(String, String)] = [
        (
            "Stated, acted",
            "The cell’s scores: the mean of its ratings in Task 1 and of its choices in Task 2; 0 agree, 1 disagree."
        ),
        (
            "Gap",
            "Acted − stated, from −1 to 1. Above 0 (orange) it acts more against the value than it says, below 0 (blue) more for it. A dashed mark: a score is missing; such a cell stands last in every order."
        ),
        (
            "Misaligned",
            "The two scores lie on different sides of 0.5: it says agree and acts against the value, or says disagree and acts for it."
        ),
        ("Aligned", "Both scores lie on the same side."),
        ("Undecided", "A score is exactly 0.5: the readings are split evenly, and the cell has no side."),
        ("Missing", "A task has no reading of the cell: not asked yet, refused, or unreadable."),
        (
            "Misaligned in a variant",
            "By the readings of that one wording alone, against all readings of the other task, the sides differ. A cell that is misaligned in one variant only may be no gap but a matter of wording."
        ),
        (
            "Provider, stop reason",
            "Cells to which a reply came from that provider, or stopped for that reason: “length” is the limit of tokens. A reply of Task 1 rates all values of its scenario, and counts for all their cells."
        ),
        (
            "Words",
            "Sought in the cell’s two actions, their explanations, its replies in Task 2 and the thoughts before them. Capitals, accents and vowel points don’t matter; in Chinese, Japanese, Thai, Lao, Khmer and Burmese each sign is a word. Of a text longer than a megabyte the first megabyte is searched."
        ),
    ]
}
