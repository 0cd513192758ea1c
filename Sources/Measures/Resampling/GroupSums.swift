/// Weighted sums over scenarios: of their rates, each scenario weighing its own weight, and of their cells.
struct GroupSums {
    /// Of scenarios with a decided cell, and with a counted one.
    private var decided = 0.0
    private var weight = 0.0
    private var f1Disagree = 0.0
    private var f1Agree = 0.0
    private var accuracy = 0.0
    private var distance = 0.0
    private var signedGap = 0.0
    private var pooled = PooledSums()

    init() {}

    /// One scenario with a counted cell; an F1 that is 0/0 counts as 0, and without a decided cell there is no rate.
    init(scenario sums: PooledSums) {
        let differing = sums.statedAgreeActedDisagree + sums.statedDisagreeActedAgree
        weight = 1
        if sums.decided > 0 {
            decided = 1
            f1Disagree = ratio(2 * sums.bothDisagree, 2 * sums.bothDisagree + differing) ?? 0
            f1Agree = ratio(2 * sums.bothAgree, 2 * sums.bothAgree + differing) ?? 0
            accuracy = (sums.decided - differing) / sums.decided
        }
        distance = sums.distance / sums.n
        signedGap = (sums.acted - sums.stated) / sums.n
        pooled = sums
    }

    mutating func add(_ other: GroupSums, weight factor: Double) {
        decided += factor * other.decided
        weight += factor * other.weight
        f1Disagree += factor * other.f1Disagree
        f1Agree += factor * other.f1Agree
        accuracy += factor * other.accuracy
        distance += factor * other.distance
        signedGap += factor * other.signedGap
        pooled.add(other.pooled, weight: factor)
    }

    /// Writes the figures in the order of `ScenarioFigure`, then of `PooledFigure`, NaN where undefined.
    func write(to figures: UnsafeMutableBufferPointer<Double>, at first: Int) {
        if decided > 0 {
            figures[first] = f1Disagree / decided
            figures[first + 1] = f1Agree / decided
            figures[first + 2] = (f1Disagree + f1Agree) / (2 * decided)
            figures[first + 3] = accuracy / decided
        }
        if weight > 0 {
            figures[first + 4] = distance / weight
            figures[first + 5] = signedGap / weight
        }
        pooled.write(to: figures, at: first + ScenarioFigure.allCases.count)
    }
}
