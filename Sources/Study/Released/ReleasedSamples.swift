import Reading
import Text

/// Task 2 replies as released for a sample of cells: the replies to all eight prompts in one row.
///
/// In these files option1 is the disagree-action; the prompts 2, 3, 6 and 7 showed the two options in reverse.
package struct ReleasedSamples: Sendable {
    /// What was found.
    package let summary: ReleasedSummary
    /// The rows in the file's order.
    package let rows: [Row]

    /// Cells of which rows say different things: no reply to them counts.
    package let contradicted: Set<Cell>

    /// One cell with its eight replies.
    package struct Row: Sendable, Hashable {
        /// The line in which the row begins.
        package let line: Int
        /// The cell.
        package let cell: Cell
        /// The disagree-action: the file's option1.
        package let disagree: String
        /// The agree-action: the file's option2.
        package let agree: String
        /// The raw replies to the prompts 0…7.
        package let replies: [String]

        /// The two texts in the order in which a prompt displayed them.
        package func displayed(prompt: Int) -> (first: String, second: String) {
            ReleasedSamples.showsAgreeFirst(prompt: prompt) ? (agree, disagree) : (disagree, agree)
        }
    }

    /// Whether a prompt (0…7) displayed the agree-action first.
    package static func showsAgreeFirst(prompt: Int) -> Bool { prompt & 2 != 0 }

    /// The inclination of the option (1 or 2) that a prompt displayed at that place.
    package static func inclination(ofOption option: Int, prompt: Int) -> Inclination {
        (option == 1) == showsAgreeFirst(prompt: prompt) ? .agree : .disagree
    }

    init(_ rows: inout ReleasedRows) throws(ReleasedFileError) {
        let options = try rows.columns(["option1", "option2"])
        let replies = try rows.columns((0..<8).map { "evaluation_\($0)" })
        var sample: [Row] = []
        var places: [Cell: Int] = [:]
        var tally = RepeatedRows()
        while let row = try rows.next() {
            guard let value = row.value else { continue }
            let cell = Cell(scenario: row.scenario, value: rows.names.values.names[value])
            let read = Row(
                line: row.line, cell: cell, disagree: row.fields[options[0]], agree: row.fields[options[1]],
                replies: replies.map { row.fields[$0] })
            if let place = places[cell] {
                let first = sample[place]
                let isSame = (first.disagree, first.agree, first.replies) == (read.disagree, read.agree, read.replies)
                tally.add(cell.label, key: place, lines: (first.line, row.line), isSame: isSame)
                if isSame { continue }
            } else {
                places[cell] = sample.count
            }
            sample.append(read)
        }
        try rows.requireRows(sample.count)
        self.rows = sample
        contradicted = Set(tally.contradicted.map { sample[$0].cell })
        // A sample is not meant to be the full cross, so nothing of it is missing.
        summary = rows.summary(
            polarity: "option1 = disagree, option2 = agree", repeated: tally, missing: 0)
    }
}
