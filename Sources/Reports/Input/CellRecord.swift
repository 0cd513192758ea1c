package import Measures

/// One cell's scores, in [0, 1] with agree = 0, and how many readings they are the mean of.
package struct CellRecord: Sendable, Equatable {
    /// The stated score; nil where the cell has no reading.
    package var stated: Double?
    /// The acted score; nil where the cell has no reading.
    package var acted: Double?
    /// Readings of Task 1 and of Task 2 in this cell.
    package var statedReadings, actedReadings: Int

    /// A cell with its scores and readings.
    package init(stated: Double?, acted: Double?, statedReadings: Int, actedReadings: Int) {
        self.stated = stated
        self.acted = acted
        self.statedReadings = statedReadings
        self.actedReadings = actedReadings
    }

    /// The records of all cells, in the order of the readings.
    ///
    /// Cells that only one of the two tasks has are left out.
    package static func all(stated: CodedReadings, acted: CodedReadings) -> [CellRecord] {
        let (statedScores, actedScores) = (stated.scores, acted.scores)
        return (0..<min(stated.cells, acted.cells)).map { cell in
            CellRecord(
                stated: statedScores[cell], acted: actedScores[cell],
                statedReadings: count(stated, in: cell), actedReadings: count(acted, in: cell))
        }
    }

    private static func count(_ readings: CodedReadings, in cell: Int) -> Int {
        (0..<readings.askings).count { readings.option(cell: cell, asking: $0) != nil }
    }
}
