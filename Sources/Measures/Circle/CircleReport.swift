/// How well what a respondent states, and what it does, follow the circle that the theory puts its values on.
package struct CircleReport: Sendable, Hashable {
    /// One matrix against the circle.
    package struct Fit: Sendable, Hashable {
        /// The correspondence index, −1 to 1 (see `OrderFit`); `nil` where `absence` says why.
        ///
        /// Noise in the scores turns near inequalities round, so that few scenarios, or few askings, give a lower index than
        /// the same respondent would have with more: it is no estimate free of sample size. Its interval takes that into account.
        package let index: Double?
        /// Its interval, or why it has none; `nil` where nothing was drawn.
        package let outcome: IntervalOutcome?
        /// The share of random orders that fit as well or better, in (0, 1]; `nil` without an index.
        package let chance: Double?
        /// Why there is no index.
        package let absence: CircleAbsence?

        /// The interval, `nil` where there is none.
        package var interval: Interval? { outcome?.interval }
    }

    /// How intervals were made; `nil` where none were.
    package let plan: ResamplingPlan?
    /// Where each group lies on the circle.
    package let order: CircularOrder
    /// Scenarios in which each group has a counted cell: those that profiles run over.
    package let scenarios: Int
    /// How many inequalities the order predicts.
    package let predictions: Int
    /// What is stated, and what is acted.
    package let stated, acted: Fit
    /// The acted index − the stated one; above 0 where what it does follows the circle more closely.
    package let difference: Double?
    /// Its interval, on the same draws.
    package let differenceOutcome: IntervalOutcome?

    /// With fewer scenarios correlations say nothing: over three they are ±1 more often than not near 0.
    package static let fewestScenarios = 5
}

/// Why a matrix has no fit to the circle.
package enum CircleAbsence: Sendable, Hashable {
    /// So few scenarios in which each group has a counted cell.
    case tooFewScenarios(Int)
    /// A group has the same score in all of them, so that it goes along with none: its index in `Axes.groups`.
    case constantProfile(group: Int)

    /// The name in JSON.
    package var name: String {
        switch self {
        case .tooFewScenarios: "too_few_scenarios"
        case .constantProfile: "constant_profile"
        }
    }
}

extension CircleReport {
    /// Holds a run's two matrices against the circle of its theory.
    ///
    /// Intervals draw what figures of a group of values draw: scenarios, or countries and topics where the plan draws both.
    ///
    /// - Parameters:
    ///   - plan: how intervals are made, and how many random orders are tried; `nil` for figures alone, with 2,000.
    ///   - workers: how many tasks share the work; the result does not depend on it.
    /// - Returns: `nil` where the theory is not Schwartz's.
    /// - Throws: `MeasuresError.badPlan`.
    package init?(
        of report: MeasureReport, plan: ResamplingPlan? = ResamplingPlan(), workers: Int = 2
    ) async throws(MeasuresError) {
        try plan?.check()
        guard let order = CircularOrder.schwartz(report.axes.groups) else { return nil }
        self = await CircleReport(of: report, order: order, plan: plan, workers: workers)
    }

    /// The same for any order of the run's groups.
    package init(of report: MeasureReport, order: CircularOrder, plan: ResamplingPlan?, workers: Int = 2) async {
        let fit = OrderFit(order)
        let profiles = [report.stated, report.acted].map { GroupProfiles(report, $0) }
        let figures: Resampler.Figures = { weights in
            let scenarios = plan.flatMap { StudyWeights(weights, $0.clustering, axes: report.axes).ofPools }
            let indices = profiles.map { fit.index($0.correlations(fit.pairs, weights: scenarios)) }
            return indices + [indices[1] - indices[0]]
        }
        let absences = profiles.map(Self.absence)
        let observed = profiles.map { $0.correlations(fit.pairs, weights: nil) }
        let indices = zip(observed, absences).map { $1 == nil ? fit.index($0) : .nan }
        var outcomes: [IntervalOutcome?] = [nil, nil, nil]
        if let plan {
            outcomes = await Self.outcomes(
                indices + [indices[1] - indices[0]], report.axes, scenarios: profiles[0].scenarios, plan, workers,
                figures)
        }
        func made(_ matrix: Int) -> Fit {
            let index = indices[matrix]
            return Fit(
                index: index.isNaN ? nil : index, outcome: outcomes[matrix],
                chance: index.isNaN
                    ? nil : fit.chance(observed[matrix], draws: plan?.replicates ?? 2000, seed: plan?.seed ?? 1),
                absence: absences[matrix])
        }
        self.init(
            plan: plan, order: order, scenarios: profiles[0].scenarios.count, predictions: fit.predictionCount,
            stated: made(0), acted: made(1),
            difference: (indices[1] - indices[0]).isNaN ? nil : indices[1] - indices[0],
            differenceOutcome: outcomes[2])
    }

    private static func absence(_ profiles: GroupProfiles) -> CircleAbsence? {
        let scenarios = profiles.scenarios.count
        guard scenarios >= fewestScenarios else { return .tooFewScenarios(scenarios) }
        return profiles.constantGroups.first.map { .constantProfile(group: $0) }
    }

    /// The intervals of both indices and of their difference.
    private static func outcomes(
        _ estimates: [Double], _ axes: Axes, scenarios: [Int], _ plan: ResamplingPlan, _ workers: Int,
        _ figures: @escaping Resampler.Figures
    ) async -> [IntervalOutcome?] {
        let resampler = plan.clustering.resampler(axes, replicates: plan.replicates, seed: plan.seed)
        let rows = await concurrently(plan.replicates, workers: workers) { figures(resampler.draw($0)) }
        let place = ClusterPlace.valueGroup(0)
        // Only clusters that the profiles rest on count.
        let clusters = place.kinds(plan.clustering).map { kind in
            Set(scenarios.map { kind.cluster(ofCell: $0 * axes.values.count, axes: axes) }).count
        }.min()
        return estimates.enumerated().map { figure, estimate in
            OrderFitDraws(
                estimate: estimate, drawn: rows.map { $0[figure] }, clusters: clusters ?? 0,
                isDifference: figure == 2
            ).outcome(plan, drawn: place.drawn(plan.clustering))
        }
    }
}
