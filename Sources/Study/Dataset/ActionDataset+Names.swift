import Reading

extension ActionDataset {
    /// The dataset with the names of a study for those that spell them otherwise, and what the study does not know.
    ///
    /// Rows of unknown names stay as they are.
    package func named(by names: ReleasedNames) -> (dataset: ActionDataset, unknown: [UnknownName]) {
        var made = self
        var found = KnownNames(names: names)
        for place in made.rows.indices {
            made.rows[place].action.cell = found.cell(made.rows[place].action.cell, line: made.rows[place].line)
        }
        for place in made.leftOut.indices {
            made.leftOut[place].cell = found.cell(made.leftOut[place].cell, line: made.leftOut[place].line)
        }
        return (made, found.unknown)
    }
}

/// Matches names, each once.
private struct KnownNames {
    let names: ReleasedNames
    private var known: [Key: String?] = [:]
    private var places: [Key: (line: Int, rows: Int)] = [:]

    private struct Key: Hashable {
        let column: String
        let name: String
    }

    init(names: ReleasedNames) { self.names = names }

    mutating func cell(_ cell: Cell, line: Int) -> Cell {
        Cell(
            scenario: Scenario(
                country: name(cell.scenario.country, "country", names.countries, line),
                topic: name(cell.scenario.topic, "topic", names.topics, line)),
            value: name(cell.value, "value", names.values, line))
    }

    private mutating func name(_ name: String, _ column: String, _ index: ValueIndex?, _ line: Int) -> String {
        guard let index else { return name }
        let key = Key(column: column, name: name)
        if known[key] == nil { known[key] = .some(index[name].map { index.names[$0] }) }
        if let match = known[key] ?? nil { return match }
        places[key, default: (line, 0)].rows += 1
        return name
    }

    var unknown: [UnknownName] {
        places.map { UnknownName(column: $0.column, name: $0.name, line: $1.line, rows: $1.rows) }
            .sorted { ($0.line, $0.column, $0.name) < ($1.line, $1.column, $1.name) }
    }
}
