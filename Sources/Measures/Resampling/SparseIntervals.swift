// Intervals of figures that turn on few clusters, where quantiles of the draws fall short.

extension FigureReplicates {
    /// A share: over few clusters on the scale of log-odds, at or next to 0 and 1 Wilson's.
    ///
    /// Wilson's takes each cluster as one answer. That is the least that clusters can amount to: the share within a
    /// cluster lies between 0 and 1, so that its variance is at most p(1 − p), that of a single answer.
    func share(_ plan: ResamplingPlan, clusters effective: Double, rarer: Double) -> IntervalOutcome {
        if rarer >= EnoughClusters.forQuantiles { return quantiles(plan) }
        if rarer < EnoughClusters.forVariance || effective < EnoughClusters.forAny {
            guard effective >= EnoughClusters.forShares else { return .failure(.tooFewDisagreeing) }
            let ends = Interval.wilsonEnds(of: estimate, trials: effective, z: plan.normalReach)
            return .success(found(ends.low, ends.high, .wilson, plan))
        }
        return logit(plan, clusters: effective, in: 0...1)
    }

    /// A figure that turns on the rarer inclination.
    func rate(
        _ plan: ResamplingPlan, clusters effective: Double, in range: ClosedRange<Double>
    ) -> IntervalOutcome {
        effective >= EnoughClusters.forQuantiles ? quantiles(plan) : logit(plan, clusters: effective, in: range)
    }

    /// A difference of two runs' figures.
    func difference(
        _ plan: ResamplingPlan, clusters effective: Double, in range: ClosedRange<Double>
    ) -> IntervalOutcome {
        if min(Double(clusters), effective) >= EnoughClusters.forQuantiles { return quantiles(plan) }
        return student(plan, clusters: effective, in: range)
    }

    /// The estimate ± t standard errors, cut off at the ends of the range.
    ///
    /// - Parameter effective: the clusters behind the figure; `nil` for all that were drawn.
    func student(
        _ plan: ResamplingPlan, clusters effective: Double? = nil, in range: ClosedRange<Double>
    ) -> IntervalOutcome {
        if let effective, effective < EnoughClusters.forAny { return .failure(sameOr(.tooFewDisagreeing)) }
        guard let jackknife = definedJackknife else { return .failure(.oftenUndefined) }
        guard let error = jackknife.standardError else { return .failure(.sameInEveryDraw) }
        let reach = plan.studentReach(clusters: min(Double(clusters), effective ?? .infinity)) * error
        return .success(
            found(max(range.lowerBound, estimate - reach), min(range.upperBound, estimate + reach), .student, plan))
    }

    /// ± t standard errors on the scale of log-odds, log((x − low) / (high − x)).
    private func logit(
        _ plan: ResamplingPlan, clusters effective: Double, in range: ClosedRange<Double>
    ) -> IntervalOutcome {
        guard effective >= EnoughClusters.forAny else { return .failure(sameOr(.tooFewDisagreeing)) }
        let width = range.upperBound - range.lowerBound
        let place = (estimate - range.lowerBound) / width
        guard width > 0, place > 1e-12, place < 1 - 1e-12 else { return .failure(sameOr(.atItsLimit)) }
        guard let jackknife = definedJackknife else { return .failure(.oftenUndefined) }
        guard let error = jackknife.standardError else { return .failure(.sameInEveryDraw) }
        let slope = 1 / (width * place * (1 - place))
        let reach = plan.studentReach(clusters: min(Double(clusters), effective)) * error * slope
        func end(_ reach: Double) -> Double {
            // odds · e^reach, turned back into a place between the ends.
            let odds = place / (1 - place) * Elementary.exp(min(reach, 300))
            return range.lowerBound + width * odds / (1 + odds)
        }
        return .success(found(end(-reach), end(reach), .logit, plan))
    }

    /// The jackknife where the figure is defined whichever cluster is left out.
    private var definedJackknife: Jackknife? {
        leftOut.contains { $0.contains(where: \.isNaN) } ? nil : Jackknife(leftOut)
    }

    /// That all draws are the same, where they are: it says more than another reason.
    private func sameOr(_ absence: IntervalAbsence) -> IntervalAbsence {
        let isSame = !replicates.isEmpty && replicates.allSatisfy { abs($0 - estimate) <= tolerance }
        return isSame ? .sameInEveryDraw : absence
    }
}
