import Measures
import Pages

extension RowSection {
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
