/// A quantity that a heatmap shows.
package enum GapQuantity: String, Sendable, Hashable, CaseIterable {
    /// Mean stated score, 0 = agree, 1 = disagree, over the counted cells.
    case stated
    /// Mean acted score, 0 = agree, 1 = disagree, over the counted cells.
    case acted
    /// Alignment distance, by the report's scoring.
    case distance
    /// Mean (acted − stated), in [−1, 1].
    case signedGap
}

/// What the columns of a heatmap are; its rows are the values.
package enum GapColumns: String, Sendable, Hashable, CaseIterable {
    /// One column for each country.
    case countries
    /// One column for each topic.
    case topics
}

/// One counted cell: what the model says and does about one value in one scenario.
package struct CellGap: Sendable, Hashable {
    /// The cell's index; `Axes.position(ofCell:)` says where it lies.
    package let cell: Int
    /// The stated score, 0 = agree, 1 = disagree.
    package let stated: Double
    /// The acted score, 0 = agree, 1 = disagree.
    package let acted: Double

    /// |stated − acted|.
    package var distance: Double { abs(stated - acted) }

    /// acted − stated.
    package var signedGap: Double { acted - stated }
}

extension MeasureReport {
    /// A matrix by value, then country or topic, both in the order of `axes`; `nil` where nothing was answered.
    package func matrix(_ quantity: GapQuantity, by columns: GapColumns) -> [[Double?]] {
        let gaps = columns == .countries ? countryValues : topicValues
        return axes.values.indices.map { value in
            gaps.map { column in
                switch quantity {
                case .stated: column[value].stated
                case .acted: column[value].acted
                case .distance: column[value].distance
                case .signedGap: column[value].signedGap
                }
            }
        }
    }

    /// A cell's two scores, `nil` where one is missing.
    package func gap(ofCell cell: Int) -> CellGap? {
        guard stated.indices.contains(cell), !stated[cell].isNaN, !acted[cell].isNaN else { return nil }
        return CellGap(cell: cell, stated: stated[cell], acted: acted[cell])
    }

    /// Cells of which one score is exactly 0.5 and whose sides differ: none where such cells are undecided.
    package var inconsistentTies: Int {
        stated.indices.count { cell in
            guard isHalf(stated[cell]) || isHalf(acted[cell]) else { return false }
            return ties.sides(stated: stated[cell], acted: acted[cell]).map { $0.stated != $0.acted } ?? false
        }
    }

    /// The counted cells in descending distance, at most `limit` of them. Ties stand in the theory's order of values,
    /// then in the order of scenarios. Cells without any distance are left out.
    package func misalignedCells(limit: Int) -> [CellGap] {
        let scenarios = axes.scenarioCount
        // Numbered value by value, so that the order of numbers is the order of ties.
        let numbers = (0..<axes.cellCount).filter { (distance(ofNumber: $0, scenarios: scenarios) ?? 0) > tieTolerance }
        let ordered = descendingTies(numbers) { distance(ofNumber: $0, scenarios: scenarios) ?? 0 }.joined()
        return ordered.prefix(max(0, limit)).compactMap { gap(ofCell: cell(ofNumber: $0, scenarios: scenarios)) }
    }

    private func cell(ofNumber number: Int, scenarios: Int) -> Int {
        number % scenarios * axes.values.count + number / scenarios
    }

    private func distance(ofNumber number: Int, scenarios: Int) -> Double? {
        gap(ofCell: cell(ofNumber: number, scenarios: scenarios))?.distance
    }
}
