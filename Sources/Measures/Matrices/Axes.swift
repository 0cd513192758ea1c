/// What the matrices are spanned by: countries × topics (the scenarios) × values, each in the theory's order.
///
/// The cross is full. A cell's index is `(country * topics + topic) * values + value`, so the cells of one scenario
/// lie side by side.
package struct Axes: Hashable, Sendable {
    /// The countries' names, in the study's order.
    package let countries: [String]
    /// The topics' names, in the study's order.
    package let topics: [String]
    /// The values' names, in the theory's order, which also settles ties.
    package let values: [String]
    /// The names of the theory's groups of values.
    package let groups: [String]
    /// For each value, the index of its group.
    package let groupOfValue: [Int]

    /// Axes with unique names and a group for each value.
    ///
    /// - Throws: `MeasuresError` where an axis is empty, a name stands twice, or a value has no group.
    package init(
        countries: [String], topics: [String], values: [String], groups: [String], groupOfValue: [Int]
    ) throws(MeasuresError) {
        for (axis, names) in [
            ("countries", countries), ("topics", topics), ("values", values), ("groups", groups),
        ] {
            if names.isEmpty { throw .emptyAxis(axis) }
            var seen = Set<String>()
            for name in names where !seen.insert(name).inserted {
                throw .duplicateName(axis: axis, name: name)
            }
        }
        guard groupOfValue.count == values.count else {
            throw .groupsDoNotCoverValues(values: values.count, entries: groupOfValue.count)
        }
        for group in groupOfValue where !groups.indices.contains(group) {
            throw .outOfRange(what: "group", index: group, count: groups.count)
        }
        self.countries = countries
        self.topics = topics
        self.values = values
        self.groups = groups
        self.groupOfValue = groupOfValue
    }

    /// Countries × topics.
    package var scenarioCount: Int { countries.count * topics.count }

    /// Scenarios × values.
    package var cellCount: Int { scenarioCount * values.count }

    /// The index of a scenario. The positions must lie on the axes.
    package func scenario(country: Int, topic: Int) -> Int {
        country * topics.count + topic
    }

    /// The index of a cell. The positions must lie on the axes.
    package func cell(country: Int, topic: Int, value: Int) -> Int {
        scenario(country: country, topic: topic) * values.count + value
    }

    /// Where a cell lies on each axis.
    package func position(ofCell cell: Int) -> (country: Int, topic: Int, value: Int) {
        let scenario = cell / values.count
        return (scenario / topics.count, scenario % topics.count, cell % values.count)
    }
}
