package import Reading
import Text

/// The VIA dataset as released: one raw reply for each cell and inclination.
package struct ReleasedDataset: Sendable {
    /// What was found.
    package let summary: ReleasedSummary
    /// Replies read whole, by how much help they needed.
    package let notations: [Notation: Int]
    /// Replies that decline to write an action.
    package let refused: Int
    /// Replies that can't be read, by reason.
    package let unreadable: [UnreadableReason: Int]
    /// The cells of which both actions were read.
    package let pairs: [Cell: ActionPair]
    /// The planned cells that lack one action or both, in the study's order. They are never asked.
    package let incomplete: [Cell]
    /// The planned cells: the full cross of the study's countries, topics and values.
    package let planned: Int
    /// The rows that hold no action, for a repair report.
    package let failures: [Failure]

    /// A row without an action.
    package struct Failure: Sendable, Hashable {
        /// The line in which the row begins.
        package let line: Int
        /// The cell.
        package let cell: Cell
        /// The inclination asked for.
        package let inclination: Inclination
        /// Why the reply could not be read; `nil` for a refusal.
        package let reason: UnreadableReason?
    }

    /// Replies read whole.
    package var answered: Int { notations.values.reduce(0, +) }

    init(_ rows: inout ReleasedRows) throws(ReleasedFileError) {
        let columns = try rows.columns(["polarity", "generation_prompt"])
        var labels = PolarityLabels()
        var tally = DatasetTally(valueNames: rows.names.values.names)
        while let row = try rows.next() {
            let inclination = try labels.inclination(
                row.fields.bytes(columns[0]), file: rows.file, line: row.line)
            tally.add(row, inclination, row.fields.bytes(columns[1]))
        }
        try rows.requireRows(tally.known)
        try labels.requireBoth(file: rows.file)
        let cells = rows.scenarios.flatMap { scenario in
            rows.names.values.names.map { Cell(scenario: scenario, value: $0) }
        }
        let pairs = tally.pairs
        self.pairs = pairs
        incomplete = cells.filter { pairs[$0] == nil }
        planned = cells.count
        (notations, refused, unreadable) = (tally.notations, tally.refused, tally.unreadable)
        failures = tally.failures
        let missing = cells.reduce(0) { $0 + 2 - tally.rows(of: $1) }
        summary = rows.summary(polarity: labels.statement, repeated: tally.repeated, missing: missing)
    }
}

/// Reads the replies of a dataset and counts what they are.
private struct DatasetTally {
    private struct Key: Hashable {
        let cell: Cell
        let inclination: Inclination
    }

    private struct Entry {
        let line: Int
        let key: Key
        let reply: Int
        var reading: Reading<ReadAction>
    }

    private let reader = ReplyReader()
    private let valueNames: [String]
    private var entries: [Entry] = []
    private var places: [Key: Int] = [:]
    private(set) var known = 0
    private(set) var repeated = RepeatedRows()

    init(valueNames: [String]) { self.valueNames = valueNames }

    mutating func add(_ row: ReleasedRow, _ inclination: Inclination, _ reply: ArraySlice<UInt8>) {
        guard let value = row.value else { return }
        known += 1
        let key = Key(cell: Cell(scenario: row.scenario, value: valueNames[value]), inclination: inclination)
        // The text itself would be held twice: its hash tells a repetition from another action.
        let hash = reply.hashValue
        if let place = places[key] {
            let first = entries[place]
            repeated.add(
                "\(key.cell.label), \(inclination.rawValue)", key: place, lines: (first.line, row.line),
                isSame: first.reply == hash)
            if first.reply != hash { entries[place].reading = .unreadable(.ambiguous) }
            return
        }
        places[key] = entries.count
        entries.append(Entry(line: row.line, key: key, reply: hash, reading: reader.action(in: reply)))
    }

    func rows(of cell: Cell) -> Int {
        Inclination.allCases.count { places[Key(cell: cell, inclination: $0)] != nil }
    }

    var notations: [Notation: Int] {
        Dictionary(entries.compactMap { $0.reading.answer.map { ($0.notation, 1) } }, uniquingKeysWith: +)
    }

    var refused: Int { failures.count { $0.reason == nil } }

    var unreadable: [UnreadableReason: Int] {
        Dictionary(failures.compactMap { $0.reason.map { ($0, 1) } }, uniquingKeysWith: +)
    }

    var failures: [ReleasedDataset.Failure] {
        entries.compactMap { entry in
            let reason: UnreadableReason?
            switch entry.reading {
            case .answered: return nil
            case .refused: reason = nil
            case .unreadable(let found): reason = found
            }
            return .init(
                line: entry.line, cell: entry.key.cell, inclination: entry.key.inclination, reason: reason)
        }
    }

    var pairs: [Cell: ActionPair] {
        var actions: [Cell: (agree: Action?, disagree: Action?)] = [:]
        for entry in entries {
            guard let action = entry.reading.answer.map({ Action($0.action) }) else { continue }
            if entry.key.inclination == .agree {
                actions[entry.key.cell, default: (nil, nil)].agree = action
            } else {
                actions[entry.key.cell, default: (nil, nil)].disagree = action
            }
        }
        return actions.compactMapValues { actions in
            guard let agree = actions.agree, let disagree = actions.disagree else { return nil }
            return ActionPair(agree: agree, disagree: disagree)
        }
    }
}
