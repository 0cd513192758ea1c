import Measures

/// Rows of a figure or table under one heading: the values of one group.
struct RowSection: Sendable {
    /// A row: its label, and the index of what it shows.
    struct Row: Sendable {
        let label: String
        let index: Int
    }

    let heading: String
    let rows: [Row]

    /// The values of a study, group by group, each in the theory's order.
    static func values(of axes: Axes) -> [RowSection] {
        axes.groups.indices.compactMap { group in
            let rows = axes.values.indices.filter { axes.groupOfValue[$0] == group }
            guard !rows.isEmpty else { return nil }
            return RowSection(
                heading: axes.groups[group], rows: rows.map { Row(label: axes.values[$0], index: $0) })
        }
    }
}
