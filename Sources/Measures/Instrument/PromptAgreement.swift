/// How much the askings of one cell agree: the share of the modal reply among a cell's readings, as a mean over the
/// cells that have a reading (the paper's prompt agreement).
package struct PromptAgreement: Sendable, Hashable {
    /// The number of options that the task offers.
    package let options: Int
    /// With every option a reply of its own.
    package let byOption: Double?
    /// With every option taken as the inclination it scores to, b(x).
    package let binary: Double?
    /// Cells with at least one reading: those that the means are over.
    package let cells: Int
    /// Of those, cells with a single reading, which agrees with itself and so counts as 1.
    package let cellsReadOnce: Int
}

extension PromptAgreement {
    /// The agreement of one task's readings.
    package init(of readings: CodedReadings) {
        self.init(ModalShares(of: readings), options: readings.options)
    }

    init(_ shares: ModalShares, options: Int) {
        let cells = shares.counted.count { $0 > 0 }
        func mean(_ shares: [Double]) -> Double? {
            var sum = CompensatedSum()
            for share in shares { sum += share }
            return ratio(sum.value, Double(cells))
        }
        self.options = options
        self.byOption = mean(shares.byOption)
        self.binary = mean(shares.binary)
        self.cells = cells
        self.cellsReadOnce = shares.readOnce
    }
}
