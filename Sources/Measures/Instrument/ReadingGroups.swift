/// Readings that no source tells apart, the repetitions of one question, as their number and sums: what grows with replicates is
/// counted, not kept.
struct ReadingGroups {
    /// Readings of each group, 1 or more.
    private(set) var counts: [Int] = []
    /// The sum of each group's observations.
    private(set) var sums: [Double] = []
    /// Readings of all groups.
    private(set) var count = 0
    private var allSquares = CompensatedSum()

    /// Σ y² over all readings.
    var squares: Double { allSquares.value }

    /// The mean over all readings; `nil` without any.
    var mean: Double? {
        guard count > 0 else { return nil }
        var sum = CompensatedSum()
        for own in sums { sum += own }
        return sum.value / Double(count)
    }

    /// Adds a group of observations y = option / most − base.
    ///
    /// - Parameter options: their number, the sum of their options and that of the squares, which are whole numbers and exact.
    mutating func add(_ options: (count: Int, sum: Int, squares: Int), most: Int, minus base: Double) {
        let (n, most) = (Double(options.count), Double(most))
        let (sum, squares) = (Double(options.sum) / most, Double(options.squares) / (most * most))
        counts.append(options.count)
        sums.append(sum - n * base)
        count += options.count
        allSquares += squares - 2 * base * sum + n * base * base
    }
}
