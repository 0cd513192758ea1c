package import Measures

/// The share of inconsistent cells of several runs in every value and country, and in every value and topic, on the cells that are
/// decided in all of them.
package struct ComparisonMap: Sendable {
    /// Some cells.
    package struct Count: Sendable, Hashable {
        /// Cells that are decided in all runs, and those of them in which the run does not act as it speaks.
        package fileprivate(set) var cells = 0, inconsistent = 0
        /// 0…1; nil without a cell.
        package var share: Double? { cells == 0 ? nil : Double(inconsistent) / Double(cells) }
    }

    /// By run, value, and country or topic, all in their order.
    package let countries, topics: [[[Count]]]

    /// Counts the cells of some runs.
    ///
    /// - Parameter reports: of the same axes.
    package init(of reports: [MeasureReport]) {
        guard let axes = reports.first?.axes else {
            (countries, topics) = ([], [])
            return
        }
        func empty(_ places: Int) -> [[[Count]]] {
            Array(
                repeating: Array(repeating: Array(repeating: Count(), count: places), count: axes.values.count),
                count: reports.count)
        }
        var (countries, topics) = (empty(axes.countries.count), empty(axes.topics.count))
        for cell in 0..<axes.cellCount {
            let sides = reports.map { $0.gap(ofCell: cell).flatMap(Self.isInconsistent) }
            guard !sides.contains(nil) else { continue }
            let place = axes.position(ofCell: cell)
            for (run, isInconsistent) in sides.enumerated() {
                countries[run][place.value][place.country].cells += 1
                topics[run][place.value][place.topic].cells += 1
                guard isInconsistent == true else { continue }
                countries[run][place.value][place.country].inconsistent += 1
                topics[run][place.value][place.topic].inconsistent += 1
            }
        }
        (self.countries, self.topics) = (countries, topics)
    }

    /// nil where a score is one half, which has no side.
    private static func isInconsistent(_ gap: CellGap) -> Bool? {
        guard abs(gap.stated - 0.5) > 1e-9, abs(gap.acted - 0.5) > 1e-9 else { return nil }
        return (gap.stated > 0.5) != (gap.acted > 0.5)
    }

    /// By run, value and place.
    func counts(_ by: CompareAddress.Columns) -> [[[Count]]] { by == .country ? countries : topics }
}
