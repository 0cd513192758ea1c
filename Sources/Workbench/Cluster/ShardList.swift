/// Numbers of shards as Slurm writes them: `1-4,7`.
package enum ShardList {
    /// The shortest way to write some numbers.
    package static func text(_ numbers: some Sequence<Int>) -> String {
        var ranges: [ClosedRange<Int>] = []
        for number in numbers.sorted() {
            if let last = ranges.last, number <= last.upperBound + 1 {
                ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, number)
            } else {
                ranges.append(number...number)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ",")
    }

    /// The numbers of such a text, which may end with a limit of tasks at once (`%4`) or be cut by Slurm (`...`).
    ///
    /// - Parameter most: no number above it is taken.
    package static func numbers(_ text: some StringProtocol, upTo most: Int) -> [Int] {
        let list = text.prefix { $0 != "%" }
        return list.split(separator: ",").flatMap { part -> [Int] in
            let ends = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { Int($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, first >= 0, first <= last, last <= most
            else { return [] }
            return Array(first...last)
        }
    }
}
