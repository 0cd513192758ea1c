package import Reading
package import Text

/// What there is to see of a dataset: its card.
package struct DatasetCheck: Sendable {
    /// Texts by how many words they have, as ``ActionText`` counts them.
    package struct Lengths: Sendable, Hashable {
        /// The fewest, the middle one's and the most.
        package var least = 0, median = 0, most = 0
        /// How many have more than ``DatasetCheck/mostWords``.
        package var tooLong = 0
    }

    /// What an action may be at most, by the paper's prompts.
    package static let mostWords = 50

    /// The dataset.
    package let dataset: ActionDataset
    /// Refusals, replies that can't be read by reason, rows that repeat an earlier one.
    package private(set) var refused = 0, unreadable: [UnreadableReason: Int] = [:], repeated = 0
    /// The countries, topics and values that stand in it, in the study's order where there is one, else as they come.
    package let countries: [String], topics: [String], values: [String]
    /// Cells that stand in it, whether or not with an action.
    package let cells: Int
    /// Of cell, generator and variant together: how many have both actions, and those that lack one or both.
    package let pairs: Int, incomplete: [Incomplete]
    /// How often more than one action stands for the same cell, inclination, generator and variant.
    package let several: Int
    /// Actions by who wrote them, and by prompt variant; `nil` where that is not known.
    package let generators: [String: Int], variants: [Int?: Int]
    /// What each action by itself shows.
    package let forms: ActionForms
    /// Where attributions stand.
    package let spans: SpanTally
    /// Actions that are nearly the same.
    package let likeness: DatasetLikeness
    /// What the study does not know, and the cells of its full cross that have no pair; `nil` without a study.
    package let ofStudy: OfStudy?

    /// Both actions of a cell by one generator and prompt, where one or both are not there.
    package struct Incomplete: Sendable, Hashable {
        /// What they belong to.
        package let origin: ActionDataset.Origin
        /// What is missing, and why where the file says so.
        package let missing: [Inclination]
    }

    /// What a study has to say of a dataset.
    package struct OfStudy: Sendable, Hashable {
        /// The study.
        package let label: String
        /// Names that it does not know.
        package let unknown: [UnknownName]
        /// How many cells its full cross has, and how many of them have no pair of any generator and prompt.
        package let cells: Int, without: Int
    }

    /// Looks at a dataset.
    ///
    /// - Parameters:
    ///   - study: whose names and values it is compared with; without one every name is taken as it stands.
    ///   - language: in which the actions are written that don't say so.
    package init(_ dataset: ActionDataset, study: StudyDefinition? = nil, language: Language? = nil) {
        let names = study.map { ReleasedNames(theory: $0.theory, countries: $0.countries, topics: $0.topics) }
        let (dataset, unknown) = names.map { dataset.named(by: $0) } ?? (dataset, [])
        self.dataset = dataset
        let all = dataset.rows.map(\.action.cell) + dataset.leftOut.map(\.cell)
        countries = Self.ordered(all.lazy.map(\.scenario.country), study?.countries)
        topics = Self.ordered(all.lazy.map(\.scenario.topic), study?.topics)
        values = Self.ordered(all.lazy.map(\.value), study?.theory.values.map(\.name))
        cells = Set(all).count
        let pairing = DatasetPairs(dataset)
        (pairs, incomplete, several) = (pairing.complete, pairing.incomplete, pairing.several)
        generators = dataset.rows.reduce(into: [:]) { $0[$1.action.generator, default: 0] += 1 }
        variants = dataset.rows.reduce(into: [:]) { $0[$1.action.variant, default: 0] += 1 }
        let written = language ?? study?.language
        forms = ActionForms(dataset, values: study?.theory.values ?? [], language: written)
        spans = SpanTally(dataset)
        likeness = DatasetLikeness(dataset)
        ofStudy = study.map { study in
            let whole = Set(pairing.whole.map(\.cell))
            return OfStudy(
                label: study.label, unknown: unknown, cells: study.cellCount,
                without: study.allCells.count { !whole.contains($0) })
        }
        for row in dataset.leftOut {
            switch row.reason {
            case .refused: refused += 1
            case .unreadable(let reason): unreadable[reason, default: 0] += 1
            case .repeated: repeated += 1
            }
        }
    }

    /// The names that were met, in the order of those known, the others behind in the order in which they come.
    private static func ordered(_ met: some Sequence<String>, _ known: [String]?) -> [String] {
        var seen: Set<String> = []
        let order = met.filter { seen.insert($0).inserted }
        guard let known else { return order }
        let listed = Set(known)
        return known.filter(seen.contains) + order.filter { !listed.contains($0) }
    }
}

/// Which actions belong together.
struct DatasetPairs {
    private(set) var whole: [ActionDataset.Origin] = []
    private(set) var incomplete: [DatasetCheck.Incomplete] = []
    private(set) var several = 0
    var complete: Int { whole.count }

    init(_ dataset: ActionDataset) {
        var order: [ActionDataset.Origin] = []
        var counts: [ActionDataset.Origin: (agree: Int, disagree: Int)] = [:]
        func count(_ origin: ActionDataset.Origin, _ inclination: Inclination?) {
            if counts[origin] == nil {
                counts[origin] = (0, 0)
                order.append(origin)
            }
            if inclination == .agree { counts[origin]?.agree += 1 }
            if inclination == .disagree { counts[origin]?.disagree += 1 }
        }
        for row in dataset.rows { count(row.action.origin, row.action.inclination) }
        // A row without an action names no generator: it belongs to the file's only one, or to an unknown one.
        let generators = dataset.generators
        for row in dataset.leftOut {
            if case .repeated = row.reason { continue }
            let generator = generators.count == 1 ? generators[0] : ""
            count(ActionDataset.Origin(cell: row.cell, generator: generator, variant: row.variant), nil)
        }
        for origin in order {
            guard let found = counts[origin] else { continue }
            several += (found.agree > 1 ? 1 : 0) + (found.disagree > 1 ? 1 : 0)
            let missing = (found.agree == 0 ? [Inclination.agree] : []) + (found.disagree == 0 ? [.disagree] : [])
            if missing.isEmpty {
                whole.append(origin)
            } else {
                incomplete.append(DatasetCheck.Incomplete(origin: origin, missing: missing))
            }
        }
    }
}
