import Measures

/// The values by how often they are contradicted: by the share of their decided cells that are inconsistent. It has no
/// floor, as the paper's ranking by distance has.
struct InconsistencyRanking {
    struct Place {
        /// The value's index in `Axes.values`.
        let value: Int
        let inconsistent, decided: Int

        var share: Double { Double(inconsistent) / Double(decided) }
    }

    /// In descending share, ties in descending number of cells, then in the theory's order; values without a decided cell
    /// have no place.
    let values: [Place]

    init(_ measures: MeasureReport) {
        let places = measures.values.indices.compactMap { value -> Place? in
            let pooled = measures.values[value].pooled
            guard pooled.counts.decided > 0 else { return nil }
            return Place(value: value, inconsistent: pooled.table.inconsistent, decided: pooled.counts.decided)
        }
        values = places.sorted { one, other in
            // Products of counts: quotients that are equal compare as equal.
            let (left, right) = (one.inconsistent * other.decided, other.inconsistent * one.decided)
            if left != right { return left > right }
            return one.inconsistent == other.inconsistent
                ? one.value < other.value : one.inconsistent > other.inconsistent
        }
    }
}
