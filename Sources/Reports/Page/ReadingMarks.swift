import Pages

/// The readings of one cell as a row of small marks: where each lies from agree (left, blue) to disagree (right, orange).
enum ReadingMarks {
    private static let size = 10.0
    private static let gap = 3.0

    /// Ratings of Task 1: the more of a square is filled from below, the more it disagrees.
    static func stated(_ options: [Int], options count: Int) -> Markup {
        let words = options.map { "option \($0 + 1)" }.joined(separator: ", ")
        return row(options.count, words: "stated: \(words), of \(count)") { place, drawing in
            let share = Double(options[place]) / Double(max(count - 1, 1))
            square(at: place, share: min(max(share, 0), 1), style: "stated", in: &drawing)
        }
    }

    /// Choices of Task 2: a filled square is the action against the value.
    static func acted(_ choices: [MisalignedCell.Inclination]) -> Markup {
        let against = choices.count { $0 == .disagree }
        return row(choices.count, words: "acted: against the value \(against) of \(choices.count) times") {
            place, drawing in
            square(at: place, share: choices[place] == .disagree ? 1 : 0, style: "acted", in: &drawing)
        }
    }

    /// What the marks mean.
    static var legend: Markup {
        .element(
            "p", ["class": "legend"],
            [
                .text("Each square is one reading. "), stated([0, 1, 2, 3], options: 4),
                .text(" ratings, from strongest agreement (empty) to strongest disagreement (full); "),
                acted([.agree, .disagree]),
                .text(" choices of the action that shows the value (empty) and of the one against it (full). "),
                .text(
                    "Scores are their means: 0 agree, 1 disagree. Highlighted: the words that show it, as the dataset says."
                ),
            ])
    }

    private static func square(at place: Int, share: Double, style: String, in drawing: inout Drawing) {
        let x = 0.5 + Double(place) * (size + gap)
        if share > 0 {
            drawing.box(
                x: x, y: 0.5 + size * (1 - share), width: size, height: size * share, style: "fill-\(style)")
        }
        drawing.frame(x: x, y: 0.5, width: size, height: size, style: "line-\(style)")
    }

    private static func row(_ count: Int, words: String, draw: (Int, inout Drawing) -> Void) -> Markup {
        guard count > 0 else { return .empty }
        var drawing = Drawing()
        for place in 0..<count { draw(place, &drawing) }
        return drawing.inline(width: Double(count) * (size + gap), height: size + 1, label: words)
    }
}
