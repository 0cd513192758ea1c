/// For each cell the share of the modal reply among its readings: what prompt agreement is the mean of.
struct ModalShares: Sendable, Equatable {
    /// By cell: 1 where there is a reading, else 0.
    private(set) var counted: [Double]
    /// By cell: with every option a reply of its own; 0 without a reading.
    private(set) var byOption: [Double]
    /// By cell: with every option taken as the inclination it scores to; 0 without a reading.
    private(set) var binary: [Double]
    /// Cells with a single reading.
    private(set) var readOnce = 0

    init(of readings: CodedReadings) {
        counted = [Double](repeating: 0, count: readings.cells)
        byOption = counted
        binary = counted
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
                counted[cell] = 1
                if read == 1 { readOnce += 1 }
                byOption[cell] = Double(modal) / Double(read)
                binary[cell] = Double(max(disagreeing, read - disagreeing)) / Double(read)
            }
        }
    }

    /// The shares of some cells alone.
    func restricted(to cells: [Bool]) -> ModalShares {
        var shares = self
        for cell in cells.indices where !cells[cell] {
            shares.counted[cell] = 0
            shares.byOption[cell] = 0
            shares.binary[cell] = 0
        }
        return shares
    }
}
