/// How often each cell's readings disagree, in Task 1 and in Task 2 with either action first: all that is known of its
/// leanings.
package struct LeaningCounts: Sendable, Hashable {
    /// One cell's readings.
    package struct Cell: Sendable, Hashable {
        /// Twice the number of stated readings on the disagreeing side; one on the middle of the scale counts half, so that
        /// this is whole.
        package var statedHalves: Int
        /// Stated readings.
        package var stated: Int
        /// Of the choices with the agree-action first: those of the disagree-action, and all.
        package var agreeFirst: (disagree: Int, all: Int)
        /// The same with the disagree-action first.
        package var disagreeFirst: (disagree: Int, all: Int)
        /// Choices of which it is not known what stood first: those of the disagree-action, and all.
        package var orderUnknown: (disagree: Int, all: Int)

        /// A cell's counts.
        package init(
            statedHalves: Int, stated: Int, agreeFirst: (disagree: Int, all: Int),
            disagreeFirst: (disagree: Int, all: Int), orderUnknown: (disagree: Int, all: Int) = (0, 0)
        ) {
            self.statedHalves = statedHalves
            self.stated = stated
            self.agreeFirst = agreeFirst
            self.disagreeFirst = disagreeFirst
            self.orderUnknown = orderUnknown
        }

        /// Whether both tasks, and both orders of Task 2, were read twice at least: only then can slips be told from
        /// leanings.
        package var isRepeated: Bool { stated > 1 && agreeFirst.all > 1 && disagreeFirst.all > 1 }

        /// Choices of the disagree-action, whatever stood first.
        package var actedDisagree: Int { agreeFirst.disagree + disagreeFirst.disagree + orderUnknown.disagree }

        /// Choices, whatever stood first.
        package var acted: Int { agreeFirst.all + disagreeFirst.all + orderUnknown.all }

        package static func == (one: Cell, other: Cell) -> Bool {
            one.statedHalves == other.statedHalves && one.stated == other.stated && one.agreeFirst == other.agreeFirst
                && one.disagreeFirst == other.disagreeFirst && one.orderUnknown == other.orderUnknown
        }

        package func hash(into hasher: inout Hasher) {
            for number in [
                statedHalves, stated, agreeFirst.disagree, agreeFirst.all, disagreeFirst.disagree, disagreeFirst.all,
                orderUnknown.disagree, orderUnknown.all,
            ] { hasher.combine(number) }
        }
    }

    /// By cell.
    package let cells: [Cell]

    /// Counts by cell.
    package init(_ cells: [Cell]) {
        self.cells = cells
    }

    /// The counts of a run's readings.
    ///
    /// - Parameters:
    ///   - disagreeFirst: by cell, then asking of Task 2, whether the disagree-action stood first; empty where that is
    ///     known of none.
    ///   - planned: by cell, whether it was to be measured; `nil` where all were.
    /// - Throws: `MeasuresError.wrongCellCount` where the two tasks have unlike numbers of cells.
    package init(
        stated: CodedReadings, acted: CodedReadings, disagreeFirst: [Bool?], planned: [Bool]? = nil
    ) throws(MeasuresError) {
        guard stated.cells == acted.cells else {
            throw .wrongCellCount(task: "acted", expected: stated.cells, found: acted.cells)
        }
        cells = (0..<stated.cells).map { cell in
            var counts = Cell(statedHalves: 0, stated: 0, agreeFirst: (0, 0), disagreeFirst: (0, 0))
            guard planned?[cell] != false else { return counts }
            for asking in 0..<stated.askings {
                guard let option = stated.option(cell: cell, asking: asking) else { continue }
                let side = 2 * option - (stated.options - 1)
                counts.stated += 1
                counts.statedHalves += side > 0 ? 2 : side == 0 ? 1 : 0
            }
            for asking in 0..<acted.askings {
                let place = cell * acted.askings + asking
                guard let option = acted.option(cell: cell, asking: asking) else { continue }
                let disagrees = 2 * option > acted.options - 1 ? 1 : 0
                guard disagreeFirst.indices.contains(place), let first = disagreeFirst[place] else {
                    counts.orderUnknown.all += 1
                    counts.orderUnknown.disagree += disagrees
                    continue
                }
                if first {
                    counts.disagreeFirst.all += 1
                    counts.disagreeFirst.disagree += disagrees
                } else {
                    counts.agreeFirst.all += 1
                    counts.agreeFirst.disagree += disagrees
                }
            }
            return counts
        }
    }
}
