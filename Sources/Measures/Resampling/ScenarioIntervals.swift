/// The intervals of one scenario's figures. A scenario's values are drawn, whatever the plan draws: its scenario is all
/// there is.
package typealias ScenarioIntervals = [ScenarioFigure: Interval]

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
            _ one: DrawnSums, _ other: DrawnSums, rests: [Bool], _ of: (Double, Double) -> Double
        ) -> DrawnFigure {
            DrawnFigure(one, other, rests: rests, clustering: .value, of)
        }
        func f1(_ both: DrawnSums) -> DrawnFigure {
            figure(both, differing, rests: decided) { both, differing in
                both + differing > 0 ? 2 * both / (2 * both + differing) : .nan
            }
        }
        func mean(_ sum: DrawnSums) -> DrawnFigure { figure(sum, n, rests: counts) { $1 > 0 ? $0 / $1 : .nan } }
        let (disagree, agree) = (f1(bothDisagree), f1(bothAgree))
        let figures: [(ScenarioFigure, DrawnFigure)] = [
            (.f1Disagree, disagree), (.f1Agree, agree), (.macroF1, DrawnFigure(mean: disagree, agree)),
            (.accuracy, figure(differing, decidedNumber, rests: decided) { $1 > 0 ? ($1 - $0) / $1 : .nan }),
            (.distance, mean(distance)), (.signedGap, mean(gap)),
        ]
        var intervals: ScenarioIntervals = [:]
        for (name, figure) in figures { intervals[name] = figure.interval(plan) }
        return intervals
    }
}
