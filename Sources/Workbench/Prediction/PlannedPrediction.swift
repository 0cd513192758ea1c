import AnswerStore
package import Measures
package import Study
package import Text

/// Which cells of a run are asked about, and with which examples.
package struct PlannedPrediction: Sendable {
    /// What is asked with one kind of evidence.
    package struct Part: Sendable {
        package let kind: EvidenceKind
        /// By fold; one list in the released setting.
        package let examples: [[PredictionSplit.Member]]
        /// The cells asked about.
        package let tests: [PredictionSplit.Member]
        /// Cells of the sample that lack this evidence, and are left out.
        package let lacking: Int
        /// Examples that each question has.
        package var count: Int { examples.first?.count ?? 0 }
    }

    package let observed: ObservedRun
    package let design: PredictionDesign
    package let split: PredictionSplit
    /// One for each kind of evidence, in the design's order.
    package let parts: [Part]
    /// The cells of the sample, whatever evidence they have.
    package let sample: [PredictionSplit.Member]
    /// Cells whose both sides are decided and whose action is known, by stated side.
    package let decided: (agree: Int, disagree: Int)
    /// Cells that both tasks have read and one of them leaves undecided; and decided ones whose action is not known.
    package let undecided, withoutAction: Int
    private let places: [Int: ObservedRun.Place]

    /// A plan.
    ///
    /// - Throws: ``PredictionProblem`` where nothing can be predicted.
    package init(_ observed: ObservedRun, _ design: PredictionDesign) throws(PredictionProblem) {
        (self.observed, self.design) = (observed, design)
        let (number, study) = (observed.run.id, observed.study)
        let split = PredictionSplit(
            study, grouping: design.grouping, manner: design.manner, folds: design.folds, seed: design.seed)
        self.split = split
        guard split.folds > 1 else {
            throw .oneGroup(grouping: design.grouping, run: number)
        }
        let decided = observed.places.filter(\.isDecided)
        undecided = observed.places.count - decided.count
        let known = decided.filter { !$0.evidence.action.isEmpty }
        withoutAction = decided.count - known.count
        guard !decided.isEmpty else { throw .nothingDecided(run: number, read: observed.places.count) }
        guard !known.isEmpty else { throw .noActions(run: number) }
        places = Dictionary(known.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let members = known.map {
            PredictionSplit.Member(number: $0.number, cell: $0.cell, statesAgree: $0.statesAgree)
        }
        let agree = members.count(where: \.statesAgree)
        self.decided = (agree, members.count - agree)
        guard agree > 0, agree < members.count else {
            throw .oneSided(run: number, cells: members.count, agree: agree > 0)
        }
        func examples(_ kind: EvidenceKind) -> [[PredictionSplit.Member]] {
            let having = Set(known.filter { $0.evidence.has(kind) }.map(\.number))
            return split.examples(of: members.filter { having.contains($0.number) }, count: design.examples)
        }
        // In the released setting the examples are set aside first.
        let aside = design.manner == .released ? Set(examples(.action).joined().map(\.number)) : []
        let sample = split.sample(of: members.filter { !aside.contains($0.number) }, count: design.sample)
        self.sample = sample
        var parts: [Part] = []
        for kind in design.kinds {
            let own = examples(kind)
            let shown = design.manner == .released ? Set(own.joined().map(\.number)) : []
            let having = Set(known.filter { $0.evidence.has(kind) }.map(\.number))
            let able = sample.filter { having.contains($0.number) }
            guard !able.isEmpty else { throw .noEvidence(kind, design.explanation, run: number) }
            parts.append(
                Part(
                    kind: kind, examples: own, tests: able.filter { !shown.contains($0.number) },
                    lacking: sample.count - able.count))
        }
        self.parts = parts
    }

    /// The cell of a number; `nil` of one that is not decided.
    package func place(_ number: Int) -> ObservedRun.Place? { places[number] }

    /// Which list of examples a cell is asked with.
    package func list(of cell: Cell) -> Int { design.manner == .released ? 0 : split.fold(of: cell) }

    /// The sampled cells for a model that is fitted to features: the same cells, in folds that keep the same apart.
    package var predictable: [PredictableCell] {
        sample.compactMap { member in
            places[member.number].map { place in
                PredictableCell(
                    number: place.number, country: place.cell.scenario.country, topic: place.cell.scenario.topic,
                    value: place.cell.value, group: place.group, stated: place.stated, acted: place.acted,
                    statedSpread: place.spread, fold: split.fold(of: place.cell))
            }
        }
    }

    /// By cell: the number of its value in the order of their first appearance in the sample, as in what is learned.
    var clusters: [Int: Int] {
        var (numbers, clusters): ([String: Int], [Int: Int]) = ([:], [:])
        for member in sample {
            let place = numbers[member.cell.value] ?? numbers.count
            numbers[member.cell.value] = place
            clusters[member.number] = place
        }
        return clusters
    }

    /// Which cells are examples and which are asked about, fold by fold.
    package var splitJSON: JSONValue {
        .array(
            parts.map { part in
                .object([
                    .init("evidence", .string(part.kind.rawValue)), .init("lacking", .integer(part.lacking)),
                    .init(
                        "folds",
                        .array(
                            part.examples.enumerated().map { fold, examples in
                                let tests = part.tests.filter { list(of: $0.cell) == fold }
                                return .object([
                                    .init("fold", .integer(fold)),
                                    .init("examples", .array(examples.map(Self.json))),
                                    .init("cells", .array(tests.map(Self.json))),
                                ])
                            })),
                ])
            })
    }

    private static func json(_ member: PredictionSplit.Member) -> JSONValue {
        [
            "cell": .integer(member.number), "country": .string(member.cell.scenario.country),
            "topic": .string(member.cell.scenario.topic), "value": .string(member.cell.value),
            "stated": .string(member.statesAgree ? "agree" : "disagree"),
        ]
    }
}
