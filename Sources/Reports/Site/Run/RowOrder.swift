import Measures
import Pages

/// The values of a run as rows, in an order that was asked for.
struct RowOrder {
    let measures: MeasureReport

    /// The rows under headings: the theory's groups, or one heading that says what they are sorted by. A value without the
    /// number stands last; equal numbers stand in the theory's order.
    func sections(_ order: RunAddress.Order) -> [RowSection] {
        let values = measures.values
        return switch order {
        case .group: RowSection.values(of: measures.axes)
        case .gap: [sorted("The widest distance first") { values[$0].pooled.distance }]
        case .stated: [sorted("Most disagreement stated first") { values[$0].pooled.stated }]
        case .acted: [sorted("Most disagreement acted first") { values[$0].pooled.acted }]
        case .inconsistency:
            [sorted("The largest share of inconsistent cells first") { values[$0].pooled[.inconsistencyShare] }]
        case .name: [byName]
        }
    }

    private func sorted(_ heading: String, by number: (Int) -> Double?) -> RowSection {
        let numbers = measures.axes.values.indices.map { (index: $0, number: number($0) ?? -.infinity) }
        let rows = numbers.sorted { one, other in
            one.number == other.number ? one.index < other.index : one.number > other.number
        }
        return section(heading, rows.map(\.index))
    }

    private var byName: RowSection {
        let names = measures.axes.values
        return section(
            "By name", names.indices.sorted { (names[$0].lowercased(), $0) < (names[$1].lowercased(), $1) })
    }

    private func section(_ heading: String, _ rows: [Int]) -> RowSection {
        RowSection(
            heading: heading, rows: rows.map { RowSection.Row(label: measures.axes.values[$0], index: $0) })
    }
}

extension RunAddress.Order {
    /// What the link to it says.
    var label: String {
        switch self {
        case .group: "group"
        case .gap: "distance"
        case .stated: "stated"
        case .acted: "acted"
        case .inconsistency: "inconsistent cells"
        case .name: "name"
        }
    }
}
