/// The readings of one task as options, by cell × asking. An asking is a variant × replicate.
///
/// Option 0 is the one nearest to `agree`, option `options - 1` the one nearest to `disagree`; option k scores
/// k / (options − 1). Task 1 of the paper has four options, Task 2 has two.
package struct CodedReadings: Sendable, Hashable {
    /// What happens to an option that the task does not offer.
    package enum BeyondRange: Sendable, Hashable {
        /// `record` throws: such a rating is no reading.
        case refused
        /// It is kept and scores outside [0, 1], as the released notebooks have it. For `Scoring.legacy` alone.
        case kept
    }

    /// The number of cells.
    package let cells: Int
    /// The number of times each cell may be asked: variants × replicates.
    package let askings: Int
    /// The number of options that the task offers, at least two.
    package let options: Int
    /// What happens to an option outside `0..<options`.
    package let beyondRange: BeyondRange

    /// By cell, then asking; `none` where there is no reading. One byte each: a study of millions of readings fits.
    private(set) var codes: [Int8]

    /// Marks an asking without a reading.
    static let none = Int8.min

    /// No reading yet for any of `cells` × `askings`.
    ///
    /// - Throws: `MeasuresError.tooFewOptions` below two options, `.outOfRange` for a negative or too large number.
    package init(
        cells: Int, askings: Int, options: Int, beyondRange: BeyondRange = .refused
    ) throws(MeasuresError) {
        guard options >= 2 else { throw .tooFewOptions(options) }
        guard options <= Int(Int8.max) else {
            throw .outOfRange(what: "number of options", index: options, count: Int(Int8.max) + 1)
        }
        guard cells >= 0, askings >= 0, !cells.multipliedReportingOverflow(by: askings).overflow else {
            throw .outOfRange(what: "number of askings", index: askings, count: Int.max)
        }
        self.cells = cells
        self.askings = askings
        self.options = options
        self.beyondRange = beyondRange
        codes = [Int8](repeating: Self.none, count: cells * askings)
    }

    /// Writes down what one asking of one cell was read as; an earlier reading of it is replaced.
    ///
    /// - Parameter option: counted from 0 (agree); `nil` takes the reading back.
    /// - Throws: `MeasuresError` for a cell, asking or option that does not exist.
    package mutating func record(_ option: Int?, cell: Int, asking: Int) throws(MeasuresError) {
        guard (0..<cells).contains(cell) else { throw .outOfRange(what: "cell", index: cell, count: cells) }
        guard (0..<askings).contains(asking) else {
            throw .outOfRange(what: "asking", index: asking, count: askings)
        }
        let offered = option.map { (0..<options).contains($0) } ?? true
        let storable = option.map { $0 > Int(Self.none) && $0 <= Int(Int8.max) } ?? true
        guard offered || (beyondRange == .kept && storable) else {
            throw .optionOutOfRange(option: option ?? 0, options: options)
        }
        codes[cell * askings + asking] = option.map { Int8($0) } ?? Self.none
    }

    /// The option that one asking of one cell was read as, `nil` where there is no reading.
    package func option(cell: Int, asking: Int) -> Int? {
        guard (0..<cells).contains(cell), (0..<askings).contains(asking) else { return nil }
        let code = codes[cell * askings + asking]
        return code == Self.none ? nil : Int(code)
    }

    /// How many readings there are in all cells together.
    package var count: Int {
        codes.count { $0 != Self.none }
    }

    /// By asking: whether any cell has a reading of it.
    var readAskings: [Bool] {
        (0..<askings).map { asking in
            stride(from: asking, to: codes.count, by: askings).contains { codes[$0] != Self.none }
        }
    }

    /// The mean score of each cell's readings, missing where there are none.
    package var scores: ScoreMatrix {
        var scores = [Double](repeating: .nan, count: cells)
        codes.withUnsafeBufferPointer { codes in
            for cell in 0..<cells {
                var sum = 0
                var readings = 0
                for code in codes[cell * askings..<(cell + 1) * askings] where code != Self.none {
                    sum += Int(code)
                    readings += 1
                }
                // Integers and one division: 0.5 comes out exactly when the mean is exactly one half.
                if readings > 0 { scores[cell] = Double(sum) / Double(readings * (options - 1)) }
            }
        }
        return ScoreMatrix(unchecked: scores)
    }
}
