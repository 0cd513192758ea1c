/// How far the top of a ranking is the same in two random halves of the clusters: what another study of half the size
/// would find again.
struct SplitHalves {
    /// How many random halvings are averaged: with 400, the mean share is good to about a hundredth.
    static let splits = 400

    /// By cluster, then value: what the distance is the mean of, and 1 where it counts, else 0.
    private let amounts: [[Double]]
    private let counts: [[Double]]
    /// Legacy scoring takes the absolute value of the mean difference, not the mean of absolute ones.
    private let isAbsolute: Bool

    /// - Parameter gaps: by cluster, then value; NaN where the cell does not count.
    init(gaps: [[Double]], isAbsolute: Bool) {
        amounts = gaps.map { $0.map { $0.isNaN ? 0 : $0 } }
        counts = gaps.map { $0.map { $0.isNaN ? 0 : 1 } }
        self.isAbsolute = isAbsolute
    }

    /// For each number of places: the mean share of one half's top that is in the other half's top, too; `nil` where
    /// there are fewer than two clusters, or no halving leaves both halves more values with a distance than places.
    ///
    /// Where distances are tied at the edge of the top, the places left are dealt out evenly among them, so that a tie
    /// counts as what it is: chance.
    func overlaps(_ places: [Int], seed: UInt64, family: UInt64) -> [Double?] {
        guard amounts.count > 1 else { return places.map { _ in nil } }
        var sums = [Double](repeating: 0, count: places.count)
        var defined = [Int](repeating: 0, count: places.count)
        for split in 0..<Self.splits {
            let halves = halves(seed: seed, stream: family << 40 | UInt64(split))
            for (number, places) in places.enumerated() {
                guard let one = halves.0.memberships(places), let other = halves.1.memberships(places) else { continue }
                sums[number] += zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } / Double(places)
                defined[number] += 1
            }
        }
        return zip(sums, defined).map { ratio($0, Double($1)) }
    }

    private func halves(seed: UInt64, stream: UInt64) -> (RankedHalf, RankedHalf) {
        var generator = Xoshiro256(seed: seed, stream: stream)
        var order = Array(amounts.indices)
        for place in order.indices.dropLast() {
            order.swapAt(place, place + generator.index(below: order.count - place))
        }
        let middle = order.count / 2
        return (half(order[..<middle]), half(order[middle...]))
    }

    private func half(_ clusters: ArraySlice<Int>) -> RankedHalf {
        let values = amounts.first?.count ?? 0
        var (sums, numbers) = ([Double](repeating: 0, count: values), [Double](repeating: 0, count: values))
        for cluster in clusters {
            for value in 0..<values {
                sums[value] += amounts[cluster][value]
                numbers[value] += counts[cluster][value]
            }
        }
        return RankedHalf(zip(sums, numbers).map { (ratio($0, $1) ?? .nan).magnitude(if: isAbsolute) })
    }
}

/// The distances in one half.
private struct RankedHalf {
    private let distances: [Double]
    private let descending: [Double]

    init(_ distances: [Double]) {
        self.distances = distances
        descending = distances.filter { !$0.isNaN }.sorted(by: >)
    }

    /// By value: 1 at the top, 0 below, and at its edge the share of the places left for those tied there; `nil` without
    /// more values than places.
    func memberships(_ places: Int) -> [Double]? {
        guard descending.count > places else { return nil }
        let edge = descending[places - 1]
        let above = descending.count { $0 > edge + tieTolerance }
        let tied = descending.count { abs($0 - edge) <= tieTolerance }
        let share = Double(places - above) / Double(tied)
        return distances.map { $0 > edge + tieTolerance ? 1 : abs($0 - edge) <= tieTolerance ? share : 0 }
    }
}

extension Double {
    fileprivate func magnitude(if isAbsolute: Bool) -> Double { isAbsolute ? magnitude : self }
}
