/// How often each cell's readings disagree, in Task 1 and in Task 2 with either action first: all that is known of its
/// leanings.
package struct LeaningCounts: Sendable, Hashable {
    /// Choices of one cell in one order.
    package struct Choices: Sendable, Hashable {
        /// Those of the disagree-action.
        package var disagree: Int
        /// All of them.
        package var all: Int

        /// So many choices, of which some are of the disagree-action.
        package init(_ disagree: Int, of all: Int) {
            (self.disagree, self.all) = (disagree, all)
        }

        static func + (one: Choices, other: Choices) -> Choices {
            Choices(one.disagree + other.disagree, of: one.all + other.all)
        }

        static func += (one: inout Choices, other: Choices) { one = one + other }
    }

    /// One cell's readings.
    package struct Cell: Sendable, Hashable {
        /// Twice the number of stated readings on the disagreeing side; one on the middle of the scale counts half, so that
        /// this is whole.
        package var statedHalves: Int
        /// Stated readings.
        package var stated: Int
        /// Choices with the agree-action first.
        package var agreeFirst: Choices
        /// The same with the disagree-action first.
        package var disagreeFirst: Choices
        /// Choices of which it is not known what stood first.
        package var orderUnknown: Choices

        /// A cell's counts.
        package init(
            statedHalves: Int, stated: Int, agreeFirst: Choices,
            disagreeFirst: Choices, orderUnknown: Choices = Choices(0, of: 0)
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

        /// Choices, whatever stood first.
        package var acted: Choices { agreeFirst + disagreeFirst + orderUnknown }
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
            var counts = Cell(statedHalves: 0, stated: 0, agreeFirst: .init(0, of: 0), disagreeFirst: .init(0, of: 0))
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
                let choice = Choices(2 * option > acted.options - 1 ? 1 : 0, of: 1)
                switch disagreeFirst.indices.contains(place) ? disagreeFirst[place] : nil {
                case true?: counts.disagreeFirst += choice
                case false?: counts.agreeFirst += choice
                case nil: counts.orderUnknown += choice
                }
            }
            return counts
        }
    }
}
