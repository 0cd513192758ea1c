/// How many items so many people must judge, each item so many of them, for an interval as narrow as wanted.
package struct AgreementDesign: Sendable, Hashable {
    /// What is wanted, and of what it is computed.
    package struct Question: Sendable, Hashable {
        /// The coefficient: the share of pairs that are alike, kappa (Fleiss'), or AC1.
        package var coefficient: LabelCoefficient
        /// Half the width of the wanted interval.
        package var halfWidth: Double
        /// The interval's nominal coverage.
        package var level = 0.95
        /// Numbers of people, and of labels of each item.
        package var people, overlaps: [Int]
        /// How often each design is simulated.
        package var simulations = 1000
        /// Fixes every draw.
        package var seed: UInt64 = 1

        /// A question.
        package init(_ coefficient: LabelCoefficient, halfWidth: Double, people: [Int], overlaps: [Int]) {
            (self.coefficient, self.halfWidth) = (coefficient, halfWidth)
            (self.people, self.overlaps) = (people, overlaps)
        }
    }

    /// One design.
    package struct Row: Sendable, Hashable {
        /// People, and labels of each item.
        package let people, overlap: Int
        /// The fewest items that suffice; `nil` where no number does, because so few people differ too much.
        package let items: Int?
        /// Half the width of the interval at that number: by the large-sample formula, and of the simulated figures (half of what lies
        /// between the quantiles of the level); `nil` where no number suffices.
        package let formula, simulated: Double?
        /// The mean of the simulated figures.
        package let mean: Double?

        /// All labels, and those that one person gives, rounded up.
        package var labels: Int? { items.map { $0 * overlap } }
        package var labelsPerPerson: Int? { labels.map { ($0 + people - 1) / people } }
    }

    /// What was asked.
    package let question: Question
    /// What labels are expected to be like.
    package let model: AgreementModel
    /// The designs, by overlap, then people; those with fewer people than labels of an item are left out.
    package let rows: [Row]

    /// Where more would be needed, the design is none that anyone carries out.
    package static let itemLimit = 1_000_000
    /// Up to here designs are simulated.
    package static let simulatedLimit = 20_000

    /// Works a question out.
    ///
    /// - Throws: `MeasuresError.badPlan`.
    package init(_ question: Question, model: AgreementModel, workers: Int = 2) async throws(MeasuresError) {
        guard question.halfWidth > 0, question.halfWidth < 1 else {
            throw .badPlan(what: "half-width", value: "\(question.halfWidth)", allowed: "between 0 and 1")
        }
        for number in question.overlaps where !(2...20).contains(number) {
            throw .badPlan(what: "overlap", value: "\(number)", allowed: "between 2 and 20")
        }
        for number in question.people where !(2...10_000).contains(number) {
            throw .badPlan(what: "number of people", value: "\(number)", allowed: "between 2 and 10,000")
        }
        (self.question, self.model) = (question, model)
        let pairs = question.overlaps.flatMap { overlap in
            question.people.filter { $0 >= overlap }.map { (overlap: overlap, people: $0) }
        }
        rows = await concurrently(pairs.count, workers: workers) { number in
            AgreementSimulation(question: question, model: model)
                .row(people: pairs[number].people, overlap: pairs[number].overlap)
        }
    }
}

/// Works one design out.
struct AgreementSimulation: Sendable {
    let question: AgreementDesign.Question
    let model: AgreementModel

    private var z: Double { NormalDistribution.quantile((1 + question.level) / 2) }

    func row(people: Int, overlap: Int) -> AgreementDesign.Row {
        let perItem = model.itemVariance(question.coefficient, overlap: overlap)
        let ofPeople = model.peopleVariance(question.coefficient) / Double(people)
        let allowed = question.halfWidth * question.halfWidth / (z * z) - ofPeople
        let none = AgreementDesign.Row(
            people: people, overlap: overlap, items: nil, formula: nil, simulated: nil, mean: nil)
        guard allowed > 0 else { return none }
        let needed = (perItem / allowed).rounded(.up)
        guard needed <= Double(AgreementDesign.itemLimit) else { return none }
        var items = max(2, Int(needed))
        var found = simulated(items: items, people: people, overlap: overlap)
        // The formula is one of large samples: where the simulation says otherwise, the simulation counts.
        for _ in 0..<8 {
            guard let width = found?.halfWidth, width > 1.05 * question.halfWidth else { break }
            let ratio = width / question.halfWidth
            items = max(items + 1, Int((Double(items) * min(4, ratio * ratio)).rounded(.up)))
            found = simulated(items: items, people: people, overlap: overlap)
        }
        return AgreementDesign.Row(
            people: people, overlap: overlap, items: items,
            formula: z * (perItem / Double(items) + ofPeople).squareRoot(), simulated: found?.halfWidth,
            mean: found?.mean)
    }

    /// Half the distance of the level's quantiles, and the mean, of the figures of many simulated designs.
    private func simulated(items: Int, people: Int, overlap: Int) -> (halfWidth: Double, mean: Double)? {
        guard items <= AgreementDesign.simulatedLimit else { return nil }
        let figures = (0..<question.simulations).map { number in
            figure(items: items, people: people, overlap: overlap, number)
        }.filter { !$0.isNaN }
        // With nearly all labels alike most draws have no kappa at all.
        guard 10 * figures.count >= 9 * question.simulations, let mean = average(figures) else { return nil }
        var statistics = OrderStatistics(figures)
        let tail = (1 - question.level) / 2
        return ((statistics.quantile(1 - tail) - statistics.quantile(tail)) / 2, mean)
    }

    private func figure(items: Int, people: Int, overlap: Int, _ number: Int) -> Double {
        var generator = Xoshiro256(seed: question.seed, stream: UInt64(number))
        let mean = model.kappa.squareRoot()
        let chances = (0..<people).map { _ in mean + (generator.next() >> 63 == 1 ? model.spread : -model.spread) }
        let categories = model.prevalence.count
        var (alike, totals) = (0.0, [Double](repeating: 0, count: categories))
        var counts = [Int](repeating: 0, count: categories)
        func drawn() -> Int {
            var rest = generator.unit()
            for category in 0..<categories - 1 {
                rest -= model.prevalence[category]
                if rest < 0 { return category }
            }
            return categories - 1
        }
        for item in 0..<items {
            for category in 0..<categories { counts[category] = 0 }
            let truth = drawn()
            for place in 0..<overlap {
                let isTrue = generator.unit() < chances[(item * overlap + place) % people]
                counts[isTrue ? truth : drawn()] += 1
            }
            for category in 0..<categories {
                alike += Double(counts[category] * (counts[category] - 1))
                totals[category] += Double(counts[category])
            }
        }
        let percent = alike / Double(items * overlap * (overlap - 1))
        let shares = totals.map { $0 / Double(items * overlap) }
        return coefficient(percent, shares)
    }

    private func coefficient(_ percent: Double, _ shares: [Double]) -> Double {
        let chance: Double
        switch question.coefficient {
        case .percentAgreement: return percent
        case .gwetsAC1: chance = shares.reduce(0) { $0 + $1 * (1 - $1) } / Double(shares.count - 1)
        default: chance = shares.reduce(0) { $0 + $1 * $1 }
        }
        return chance < 1 - 1e-12 ? (percent - chance) / (1 - chance) : .nan
    }
}
