/// Weighted counts and sums over some cells, from which their pooled figures follow.
struct PooledSums {
    /// Counted cells.
    var n = 0.0
    /// Those with a side in both tasks: the cells of the 2×2 table.
    var decided = 0.0
    var bothDisagree = 0.0
    var statedAgreeActedDisagree = 0.0
    var statedDisagreeActedAgree = 0.0
    var distance = 0.0
    var stated = 0.0
    var acted = 0.0

    /// The layers that `init(_:at:of:)` reads, in its order.
    ///
    /// - Parameter sided: by cell, whether it may stand in the 2×2 table if its scores have sides; `nil` where all may.
    static func layers(stated: [Double], acted: [Double], ties: TieRule, sided: [Bool]? = nil) -> [[Double]] {
        var layers = [[Double]](repeating: [Double](repeating: 0, count: stated.count), count: 8)
        for cell in stated.indices {
            let (v, a) = (stated[cell], acted[cell])
            guard !v.isNaN, !a.isNaN else { continue }
            layers[0][cell] = 1
            if sided?[cell] != false, let sides = ties.sides(stated: v, acted: a) {
                layers[7][cell] = 1
                switch sides {
                case (true, true): layers[1][cell] = 1
                case (false, true): layers[2][cell] = 1
                case (true, false): layers[3][cell] = 1
                case (false, false): break
                }
            }
            layers[4][cell] = abs(v - a)
            layers[5][cell] = v
            layers[6][cell] = a
        }
        return layers
    }

    init() {}

    /// The sums at one place of a row of layers, each `width` long.
    init(_ sums: UnsafeBufferPointer<Double>, at place: Int, of width: Int) {
        n = sums[place]
        bothDisagree = sums[width + place]
        statedAgreeActedDisagree = sums[2 * width + place]
        statedDisagreeActedAgree = sums[3 * width + place]
        distance = sums[4 * width + place]
        stated = sums[5 * width + place]
        acted = sums[6 * width + place]
        decided = sums[7 * width + place]
    }

    mutating func add(_ other: PooledSums, weight: Double) {
        n += weight * other.n
        decided += weight * other.decided
        bothDisagree += weight * other.bothDisagree
        statedAgreeActedDisagree += weight * other.statedAgreeActedDisagree
        statedDisagreeActedAgree += weight * other.statedDisagreeActedAgree
        distance += weight * other.distance
        stated += weight * other.stated
        acted += weight * other.acted
    }

    var bothAgree: Double { decided - bothDisagree - statedAgreeActedDisagree - statedDisagreeActedAgree }

    /// Writes the figures in the order of `PooledFigure`, NaN where undefined.
    func write(to figures: UnsafeMutableBufferPointer<Double>, at first: Int) {
        let rates = AgreementRates(
            of: ExpectedTable(
                bothAgree: bothAgree, statedAgreeActedDisagree: statedAgreeActedDisagree,
                statedDisagreeActedAgree: statedDisagreeActedAgree, bothDisagree: bothDisagree))
        var place = first
        func put(_ figure: Double?) {
            figures[place] = figure ?? .nan
            place += 1
        }
        put(rates.f1Disagree)
        put(rates.f1Agree)
        put(rates.macroF1)
        put(rates.precisionDisagree)
        put(rates.recallDisagree)
        put(rates.precisionAgree)
        put(rates.recallAgree)
        put(rates.accuracy)
        put(rates.balancedAccuracy)
        put(rates.informedness)
        put(rates.dPrime)
        put(rates.kappa)
        put(rates.matthewsCorrelation)
        put(rates.statedDisagreeRate)
        put(rates.actedDisagreeRate)
        put(ratio(statedAgreeActedDisagree + statedDisagreeActedAgree, decided))
        put(ratio(distance, n))
        put(ratio(acted - stated, n))
        put(ratio(stated, n))
        put(ratio(acted, n))
    }
}
