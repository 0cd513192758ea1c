/// The VIA dataset as released: one raw reply for each cell and inclination.
public struct ReleasedDataset: Sendable {
    /// What was found.
    public let summary: ReleasedSummary
    /// Replies read whole, by how much help they needed.
    public let notations: [Notation: Int]
    /// Replies that decline to write an action.
    public let refused: Int
    /// Replies that can't be read, by reason.
    public let unreadable: [UnreadableReason: Int]
    /// The cells of which both actions were read.
    public let pairs: [Cell: ActionPair]
    /// The planned cells that lack one action or both, in the study's order. They are never asked.
    public let incomplete: [Cell]
    /// The planned cells: the full cross of the study's countries, topics and values.
    public let planned: Int
    /// The rows that hold no action, for a repair report.
    public let failures: [Failure]

    /// A row without an action.
    public struct Failure: Sendable, Hashable {
        /// The line in which the row begins.
        public let line: Int
        /// The cell.
        public let cell: Cell
        /// The inclination asked for.
        public let inclination: Inclination
        /// Why the reply could not be read; `nil` for a refusal.
        public let reason: UnreadableReason?
    }

    /// Replies read whole.
    public var answered: Int { notations.values.reduce(0, +) }

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
        summary = rows.summary(polarity: labels.statement, duplicates: tally.duplicates, missing: missing)
    }
}

/// Reads the replies of a dataset and counts what they are.
private struct DatasetTally {
    private let reader = ReplyReader()
    private let valueNames: [String]
    private var actions: [Cell: (agree: Action?, disagree: Action?)] = [:]
    private var met: [Cell: Set<Inclination>] = [:]
    private(set) var known = 0
    private(set) var duplicates = 0
    private(set) var notations: [Notation: Int] = [:]
    private(set) var refused = 0
    private(set) var unreadable: [UnreadableReason: Int] = [:]
    private(set) var failures: [ReleasedDataset.Failure] = []

    init(valueNames: [String]) { self.valueNames = valueNames }

    mutating func add(_ row: ReleasedRow, _ inclination: Inclination, _ reply: ArraySlice<UInt8>) {
        guard let value = row.value else { return }
        known += 1
        let cell = Cell(scenario: row.scenario, value: valueNames[value])
        guard met[cell, default: []].insert(inclination).inserted else {
            duplicates += 1
            return
        }
        switch reader.action(in: reply) {
        case .answered(let read):
            notations[read.notation, default: 0] += 1
            if inclination == .agree {
                actions[cell, default: (nil, nil)].agree = read.action
            } else {
                actions[cell, default: (nil, nil)].disagree = read.action
            }
        case .refused:
            refused += 1
            failures.append(.init(line: row.line, cell: cell, inclination: inclination, reason: nil))
        case .unreadable(let reason):
            unreadable[reason, default: 0] += 1
            failures.append(.init(line: row.line, cell: cell, inclination: inclination, reason: reason))
        }
    }

    func rows(of cell: Cell) -> Int { met[cell]?.count ?? 0 }

    var pairs: [Cell: ActionPair] {
        actions.compactMapValues { actions in
            guard let agree = actions.agree, let disagree = actions.disagree else { return nil }
            return ActionPair(agree: agree, disagree: disagree)
        }
    }
}
