import Reading
import Text

/// Task 2 choices as released: two rows for each cell and prompt, one for each action, of which `model_choice` marks
/// the one that was chosen.
package struct ReleasedChoices: Sendable {
    /// What was found.
    package let summary: ReleasedSummary
    /// The choices that can be decided, in the file's order.
    package let choices: [Choice]
    /// The prompt indices found, in ascending order; they count from 0.
    package let prompts: [Int]
    /// Pairs of rows of which both or none are marked as chosen.
    package let undecidable: [Undecided]
    /// Pairs of which rows for the same action say different things.
    package let contradicted: [Undecided]
    /// Rows whose counterpart of the other polarity is absent.
    package let unpaired: [Undecided]

    /// One choice.
    package struct Choice: Sendable, Hashable {
        /// The line in which the pair's first row begins.
        package let line: Int
        /// The cell.
        package let cell: Cell
        /// Which of the prompts was asked, from 0.
        package let prompt: Int
        /// The inclination of the action chosen.
        package let chosen: Inclination
    }

    /// A cell of which no choice can be read.
    package struct Undecided: Sendable, Hashable {
        /// The line in which its first row begins.
        package let line: Int
        /// The cell.
        package let cell: Cell
        /// Which of the prompts was asked, from 0.
        package let prompt: Int
    }

    init(_ rows: inout ReleasedRows) throws(ReleasedFileError) {
        let columns = try rows.columns(["polarity", "model_choice", "prompt_index"])
        var labels = PolarityLabels()
        var tally = ChoiceTally(valueNames: rows.names.values.names)
        while let row = try rows.next() {
            let (file, line) = (rows.file, row.line)
            let inclination = try labels.inclination(row.fields.bytes(columns[0]), file: file, line: line)
            let isChosen = try Self.isChosen(row.fields.bytes(columns[1]), file: file, line: line)
            let prompt = try PromptIndex.read(row.fields.bytes(columns[2]), file: file, line: line)
            tally.add(row, prompt, inclination, isChosen)
        }
        try rows.requireRows(tally.known)
        try labels.requireBoth(file: rows.file)
        choices = tally.choices
        prompts = tally.prompts.sorted()
        contradicted = tally.contradicted
        undecidable = tally.undecided { $0.agree != nil && $0.disagree != nil && $0.agree == $0.disagree }
        unpaired = tally.undecided { $0.agree == nil || $0.disagree == nil }
        let planned = rows.scenarios.count * rows.names.values.count * prompts.count * 2
        summary = rows.summary(
            polarity: labels.statement + "; model_choice marks the action chosen", repeated: tally.repeated,
            missing: planned - tally.met, undecidable: undecidable.count + unpaired.count)
    }

    private static func isChosen(
        _ bytes: ArraySlice<UInt8>, file: String, line: Int
    ) throws(ReleasedFileError) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let isChosen = SpreadsheetBoolean.read(text) else {
            throw .notAChoice(file: file, line: line, text: text)
        }
        return isChosen
    }
}

/// Pairs the rows of a file of choices.
private struct ChoiceTally {
    struct Marks {
        let line: Int
        let cell: Cell
        let prompt: Int
        var agree: Bool?
        var disagree: Bool?
    }

    private let valueNames: [String]
    private var places: [PromptKey: Int] = [:]
    private var pairs: [Marks] = []
    private(set) var prompts: Set<Int> = []
    private(set) var known = 0
    /// Pairs of a question and an action that have a row.
    private(set) var met = 0
    private(set) var repeated = RepeatedRows()

    init(valueNames: [String]) { self.valueNames = valueNames }

    mutating func add(_ row: ReleasedRow, _ prompt: Int, _ inclination: Inclination, _ isChosen: Bool) {
        guard let value = row.value else { return }
        known += 1
        prompts.insert(prompt)
        let key = PromptKey(scenario: row.scenario, value: value, prompt: prompt)
        let place = places[key] ?? pairs.count
        if place == pairs.count {
            places[key] = place
            let cell = Cell(scenario: row.scenario, value: valueNames[value])
            pairs.append(Marks(line: row.line, cell: cell, prompt: prompt))
        }
        let mark = inclination == .agree ? \Marks.agree : \Marks.disagree
        guard let earlier = pairs[place][keyPath: mark] else {
            pairs[place][keyPath: mark] = isChosen
            met += 1
            return
        }
        let cell = pairs[place].cell
        repeated.add(
            "\(cell.label), prompt \(prompt)", key: place, lines: (pairs[place].line, row.line),
            isSame: earlier == isChosen)
    }

    private var sound: [Marks] {
        pairs.indices.filter { !repeated.contradicted.contains($0) }.map { pairs[$0] }
    }

    var contradicted: [ReleasedChoices.Undecided] {
        repeated.contradicted.sorted().map { pairs[$0] }.map { .init(line: $0.line, cell: $0.cell, prompt: $0.prompt) }
    }

    var choices: [ReleasedChoices.Choice] {
        sound.compactMap { pair in
            guard let agree = pair.agree, let disagree = pair.disagree, agree != disagree else { return nil }
            return .init(line: pair.line, cell: pair.cell, prompt: pair.prompt, chosen: agree ? .agree : .disagree)
        }
    }

    func undecided(_ isMeant: (Marks) -> Bool) -> [ReleasedChoices.Undecided] {
        sound.filter(isMeant).map { .init(line: $0.line, cell: $0.cell, prompt: $0.prompt) }
    }
}
