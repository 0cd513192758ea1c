/// How well a figure tells two respondents of different gap apart, with one error rate for all figures.
///
/// A difference of two respondents counts as found where it is larger than 95 % of the differences between two respondents
/// of one gap: a test that finds one by mistake in 5 %, whatever the figure. The power is the share of all pairs of one of
/// each gap whose difference is found.
package struct WorldPower: Sendable, Hashable {
    /// The difference that counts as found.
    package let threshold: Double
    /// The share of pairs that pass it.
    package let share: Double
    /// Respondents of each gap: with n of them the share's standard error is √(p(1 − p)/n) at most.
    package let respondents: Int

    /// Fewer respondents of a gap than this test nothing.
    package static let fewest = 10

    /// The power of a figure; `nil` below ``fewest`` respondents in whom it is defined.
    package init?(same: [Double], other: [Double]) {
        guard min(same.count, other.count) >= Self.fewest else { return nil }
        let mistaken = same.indices.flatMap { one in same[(one + 1)...].map { abs($0 - same[one]) } }.sorted()
        // The smallest difference that no more than 5 % of the pairs exceed.
        let limit = mistaken[min(mistaken.count - 1, Int(0.95 * Double(mistaken.count)))]
        let found = same.reduce(0) { sum, one in sum + other.count { abs($0 - one) > limit + 1e-12 } }
        threshold = limit
        share = Double(found) / Double(same.count * other.count)
        respondents = min(same.count, other.count)
    }
}
