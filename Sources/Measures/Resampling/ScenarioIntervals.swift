/// The intervals of one scenario's figures. A scenario's values are drawn, whatever the plan draws: its scenario is all
/// there is.
package typealias ScenarioIntervals = FoundIntervals<ScenarioFigure>

extension MeasureReport {
    /// The intervals of every scenario, by scenario index.
    func scenarioIntervals(_ plan: ResamplingPlan, workers: Int) async -> [ScenarioIntervals] {
        let draws = PlaceDraws(clusters: axes.values.count, plan: plan, family: 1)
        return await concurrently(axes.scenarioCount, workers: workers) { scenario in
            let cells = scenario * axes.values.count..<(scenario + 1) * axes.values.count
            return ScenarioColumns(stated: stated[cells], acted: acted[cells], ties: ties, draws: draws).intervals(plan)
        }
    }
}

/// The cells of one scenario, by value.
private struct ScenarioColumns {
    private let counts, decided: [Bool]
    private let n, decidedNumber, bothDisagree, bothAgree, differing, distance, gap: DrawnSums

    init(stated: ArraySlice<Double>, acted: ArraySlice<Double>, ties: TieRule, draws: PlaceDraws) {
        let pairs = Array(zip(stated, acted))
        let counts = pairs.map { !$0.isNaN && !$1.isNaN }
        func sums(_ quantity: (Double, Double) -> Double) -> DrawnSums {
            draws.sums(of: zip(pairs, counts).map { $1 ? quantity($0.0, $0.1) : .nan })
        }
        let sides = zip(pairs, counts).map { $1 ? ties.sides(stated: $0.0, acted: $0.1) : nil }
        func cells(_ belongs: ((stated: Bool, acted: Bool)) -> Bool) -> DrawnSums {
            draws.sums(of: sides.map { $0.map { belongs($0) ? 1 : 0 } ?? .nan })
        }
        self.counts = counts
        decided = sides.map { $0 != nil }
        n = draws.number(of: counts)
        decidedNumber = draws.number(of: decided)
        bothDisagree = cells { $0.stated && $0.acted }
        bothAgree = cells { !$0.stated && !$0.acted }
        differing = cells { $0.stated != $0.acted }
        distance = sums { abs($0 - $1) }
        gap = sums { $1 - $0 }
    }

    func intervals(_ plan: ResamplingPlan) -> ScenarioIntervals {
        func figure(
            _ one: DrawnSums, _ other: DrawnSums, rests: [Bool], _ basis: FigureBasis, _ of: (Double, Double) -> Double
        ) -> DrawnFigure {
            DrawnFigure(one, other, rests: rests, clustering: .value, basis: basis, of)
        }
        func f1(_ both: DrawnSums) -> DrawnFigure {
            let basis = FigureBasis.share(clusters: answers(both), rarer: min(both.clusters, differing.clusters))
            return figure(both, differing, rests: decided, basis) { both, differing in
                both + differing > 0 ? 2 * both / (2 * both + differing) : .nan
            }
        }
        func mean(_ sum: DrawnSums, in range: ClosedRange<Double>) -> DrawnFigure {
            figure(sum, n, rests: counts, .mean(range)) { $1 > 0 ? $0 / $1 : .nan }
        }
        let (disagree, agree) = (f1(bothDisagree), f1(bothAgree))
        let alike = decidedNumber.observed - differing.observed
        let accuracy = figure(
            differing, decidedNumber, rests: decided,
            .share(clusters: decidedNumber.clusters, rarer: min(differing.clusters, alike))
        ) { $1 > 0 ? ($1 - $0) / $1 : .nan }
        let figures: [(ScenarioFigure, DrawnFigure)] = [
            (.f1Disagree, disagree), (.f1Agree, agree), (.macroF1, macroF1(disagree, agree)), (.accuracy, accuracy),
            (.distance, mean(distance, in: 0...1)), (.signedGap, mean(gap, in: -1...1)),
        ]
        return ScenarioIntervals(
            Dictionary(uniqueKeysWithValues: figures.map { ($0, $1.outcome(plan)) }))
    }

    /// The mean of both F1s turns on the inclination with fewer answers.
    private func macroF1(_ disagree: DrawnFigure, _ agree: DrawnFigure) -> DrawnFigure {
        let (ofDisagree, ofAgree) = (answers(bothDisagree), answers(bothAgree))
        let commoner = ofDisagree <= ofAgree ? agree.estimate : disagree.estimate
        let range = commoner.isNaN ? 0...1 : commoner / 2...(commoner + 1) / 2
        return DrawnFigure(
            mean: disagree, agree, basis: .rate(clusters: min(ofDisagree, ofAgree), range: range))
    }

    /// The effective number of values behind the answers of one inclination: a value gives two where its cell has that
    /// inclination in both tasks, one where it has in one.
    private func answers(_ both: DrawnSums) -> Double {
        let (two, one) = (both.observed, differing.observed)
        return two + one > 0 ? (2 * two + one) * (2 * two + one) / (4 * two + one) : 0
    }
}
