// What each figure of a part of a run rests on.

extension ScenarioFigure {
    /// - Parameter observed: the part's figures.
    func basis(_ numbers: ClusterNumbers, _ observed: (ScenarioFigure) -> Double) -> FigureBasis {
        let rarer = min(numbers.disagree, numbers.agree)
        return switch self {
        case .f1Disagree: .rate(clusters: numbers.disagree, range: 0...1)
        case .f1Agree: .rate(clusters: numbers.agree, range: 0...1)
        case .macroF1:
            .rate(
                clusters: rarer,
                range: halfRange(beside: observed(numbers.disagree <= numbers.agree ? .f1Agree : .f1Disagree)))
        case .accuracy: .share(clusters: numbers.all, rarer: min(numbers.alike, numbers.differing))
        case .distance: .mean(0...1)
        case .signedGap: .mean(-1...1)
        }
    }
}

extension PooledFigure {
    /// - Parameter observed: the part's figures.
    func basis(_ numbers: ClusterNumbers, _ observed: (PooledFigure) -> Double) -> FigureBasis {
        let rarer = min(numbers.disagree, numbers.agree)
        let isDisagreeRarer = numbers.disagree <= numbers.agree
        let (stated, acted) = (observed(.statedDisagreeRate), observed(.actedDisagreeRate))
        func share(_ clusters: Double, _ part: Double, _ other: Double) -> FigureBasis {
            .share(clusters: clusters, rarer: min(part, other))
        }
        return switch self {
        case .f1Disagree: share(numbers.disagree, numbers.bothDisagree, numbers.differing)
        case .f1Agree: share(numbers.agree, numbers.bothAgree, numbers.differing)
        case .precisionDisagree:
            share(numbers.actedDisagree, numbers.bothDisagree, numbers.statedAgreeActedDisagree)
        case .recallDisagree: share(numbers.statedDisagree, numbers.bothDisagree, numbers.statedDisagreeActedAgree)
        case .precisionAgree: share(numbers.actedAgree, numbers.bothAgree, numbers.statedDisagreeActedAgree)
        case .recallAgree: share(numbers.statedAgree, numbers.bothAgree, numbers.statedAgreeActedDisagree)
        case .accuracy, .inconsistencyShare: share(numbers.all, numbers.alike, numbers.differing)
        case .statedDisagreeRate: share(numbers.all, numbers.statedDisagree, numbers.statedAgree)
        case .actedDisagreeRate: share(numbers.all, numbers.actedDisagree, numbers.actedAgree)
        case .macroF1:
            .rate(clusters: rarer, range: halfRange(beside: observed(isDisagreeRarer ? .f1Agree : .f1Disagree)))
        case .balancedAccuracy:
            .rate(clusters: rarer, range: halfRange(beside: observed(isDisagreeRarer ? .recallAgree : .recallDisagree)))
        case .informedness:
            .rate(clusters: rarer, range: within(observed(isDisagreeRarer ? .recallAgree : .recallDisagree)))
        case .dPrime:
            .difference(clusters: min(numbers.statedDisagree, numbers.statedAgree), range: Self.dPrimes)
        case .kappa:
            .rate(clusters: rarer, range: leastKappa(stated, acted)...1)
        case .matthewsCorrelation:
            .rate(
                clusters: rarer, range: leastCorrelation(stated, acted)...1)
        case .distance, .stated, .acted: .mean(0...1)
        case .signedGap: .mean(-1...1)
        }
    }
}

extension PooledFigure {
    /// Beyond what any number of cells can give: z of a share with half a cell added is below 8.
    private static let dPrimes = -16.0...16.0
}

extension FigureBasis {
    /// The basis of the difference of two runs' figures. A share varies where either run's does; for all else both runs
    /// need enough clusters.
    init(differenceOf first: FigureBasis, _ second: FigureBasis) {
        switch (first, second) {
        case (.share(let one, let rarerOne), .share(let other, let rarerOther)):
            self = .difference(clusters: min(one, other, max(rarerOne, rarerOther)), range: -1...1)
        case (.difference(let one, let range), .difference(let other, _)):
            self = .difference(clusters: min(one, other), range: 2 * range.lowerBound...2 * range.upperBound)
        case (.rate(let one, _), .rate(let other, _)):
            self = .difference(clusters: min(one, other), range: -2...2)
        case (.mean(let range), .mean):
            let width = range.upperBound - range.lowerBound
            self = .difference(clusters: .infinity, range: -width...width)
        default: self = .unknown
        }
    }
}

/// Where the mean of two rates can lie if the one stays as it is.
private func halfRange(beside rate: Double) -> ClosedRange<Double> {
    rate.isNaN ? 0...1 : rate / 2...(rate + 1) / 2
}

/// Where the sum of two rates − 1 can lie if the one stays as it is.
private func within(_ rate: Double) -> ClosedRange<Double> {
    rate.isNaN ? -1...1 : rate - 1...rate
}

/// Cohen's kappa of the given base rates where no cell disagrees in both tasks, −2sa / (s + a − 2sa), or none agrees in
/// both: the greater of the two, below which it cannot be. It makes kappa's place between this and 1 the F1 of the
/// rarer inclination.
private func leastKappa(_ stated: Double, _ acted: Double) -> Double {
    func least(_ s: Double, _ a: Double) -> Double { -2 * s * a / (s + a - 2 * s * a) }
    return bounded(max(least(stated, acted), least(1 - stated, 1 - acted)))
}

/// The same of the Matthews correlation: −√(sa / ((1 − s)(1 − a))).
private func leastCorrelation(_ stated: Double, _ acted: Double) -> Double {
    func least(_ s: Double, _ a: Double) -> Double { -(s * a / ((1 - s) * (1 - a))).squareRoot() }
    return bounded(max(least(stated, acted), least(1 - stated, 1 - acted)))
}

private func bounded(_ least: Double) -> Double { least.isNaN ? -1 : min(0, max(-1, least)) }
