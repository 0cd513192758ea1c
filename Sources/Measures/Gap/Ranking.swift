/// One place in an alignment ranking.
package struct RankedValue: Sendable, Hashable {
    /// The value's index in `Axes.values`.
    package let value: Int
    /// Its place, counted from 1. Tied values share the first place of their tie: 1, 2, 2, 4.
    package let rank: Int
    /// Its alignment distance, by the report's scoring.
    package let distance: Double
}

/// Distances this close are ties: they differ by rounding, not by answers.
let tieTolerance = 1e-12

/// The values in descending distance, ties in the theory's order (the paper's third measure). Values without a
/// counted cell have no place.
func ranking(of distances: [Double?]) -> [RankedValue] {
    let present = distances.indices.filter { distances[$0] != nil }
    var ranked: [RankedValue] = []
    ranked.reserveCapacity(present.count)
    for tie in descendingTies(present, by: { distances[$0] ?? 0 }) {
        let rank = ranked.count + 1
        for value in tie {
            ranked.append(RankedValue(value: value, rank: rank, distance: distances[value] ?? 0))
        }
    }
    return ranked
}

/// Indices in descending order of a quantity, grouped into ties, each tie in the order of its indices.
///
/// A tie reaches as far as the tolerance from its largest member, so that it cannot drift along a chain.
func descendingTies(_ indices: [Int], by quantity: (Int) -> Double) -> [[Int]] {
    let sorted = indices.map { (index: $0, quantity: quantity($0)) }
        .sorted { ($1.quantity, $0.index) < ($0.quantity, $1.index) }
    var ties: [[Int]] = []
    var largest = Double.infinity
    for entry in sorted {
        if ties.isEmpty || largest - entry.quantity > tieTolerance {
            ties.append([])
            largest = entry.quantity
        }
        ties[ties.count - 1].append(entry.index)
    }
    return ties.map { $0.sorted() }
}
