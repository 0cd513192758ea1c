/// How much the askings of one cell agree: the share of the modal reply among a cell's readings, as a mean over the
/// cells that have a reading (the paper's prompt agreement).
public struct PromptAgreement: Sendable, Hashable {
    /// The number of options that the task offers.
    public let options: Int
    /// With every option a reply of its own.
    public let byOption: Double?
    /// With every option taken as the inclination it scores to, b(x).
    public let binary: Double?
    /// Cells with at least one reading: those that the means are over.
    public let cells: Int
    /// Of those, cells with a single reading, which agrees with itself and so counts as 1.
    public let cellsReadOnce: Int
}

extension PromptAgreement {
    /// The agreement of one task's readings.
    public init(of readings: CodedReadings) {
        var byOption = CompensatedSum()
        var binary = CompensatedSum()
        var cells = 0
        var readOnce = 0
        var tally = [Int](repeating: 0, count: 256)
        readings.codes.withUnsafeBufferPointer { codes in
            for cell in 0..<readings.cells {
                let own = codes[cell * readings.askings..<(cell + 1) * readings.askings]
                var (read, modal, disagreeing) = (0, 0, 0)
                for code in own where code != CodedReadings.none {
                    read += 1
                    if 2 * Int(code) >= readings.options - 1 { disagreeing += 1 }
                    let slot = Int(UInt8(bitPattern: code))
                    tally[slot] += 1
                    modal = max(modal, tally[slot])
                }
                for code in own { tally[Int(UInt8(bitPattern: code))] = 0 }
                guard read > 0 else { continue }
                cells += 1
                if read == 1 { readOnce += 1 }
                byOption += Double(modal) / Double(read)
                binary += Double(max(disagreeing, read - disagreeing)) / Double(read)
            }
        }
        self.options = readings.options
        self.byOption = ratio(byOption.value, Double(cells))
        self.binary = ratio(binary.value, Double(cells))
        self.cells = cells
        self.cellsReadOnce = readOnce
    }
}
