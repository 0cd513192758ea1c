/// How well similarities of groups follow a circular order: the correspondence index of Hubert and Arabie (1987,
/// Psychological Bulletin 102: 172–178), as Rounds and Tracey use it for circles of interests.
///
/// The order predicts that of any two pairs of groups the pair with fewer steps between it is the more alike. The index is
/// (predictions that hold − predictions that the similarities contradict) / all predictions, so it lies in [−1, 1]: 1 where
/// all hold, 0 on average where groups are dealt to places at random, −1 where all are contradicted. Equal similarities
/// (to 1e-12) neither hold nor contradict. Pairs with as many steps are not compared.
struct OrderFit {
    /// By prediction: the pair with fewer steps, then the other, both by their numbers in ``pairs``.
    private let predictions: [(near: Int, far: Int)]
    /// The pairs of groups, the first one's number the smaller.
    let pairs: [(one: Int, other: Int)]
    private let groups: Int

    init(_ order: CircularOrder) {
        groups = order.places.count
        var pairs: [(one: Int, other: Int)] = []
        for one in 0..<groups {
            for other in one + 1..<max(groups, one + 1) { pairs.append((one, other)) }
        }
        let steps = pairs.map { order.steps($0.one, $0.other) }
        var predictions: [(near: Int, far: Int)] = []
        for near in pairs.indices {
            for far in pairs.indices where steps[near] < steps[far] { predictions.append((near, far)) }
        }
        (self.pairs, self.predictions) = (pairs, predictions)
    }

    /// How many predictions the order makes: 770 for Schwartz's ten types in nine places.
    var predictionCount: Int { predictions.count }

    /// The index of similarities.
    ///
    /// - Parameter similarities: by pair; NaN anywhere makes it NaN, as does an order that predicts nothing.
    func index(_ similarities: [Double]) -> Double {
        guard !predictions.isEmpty, !similarities.contains(where: \.isNaN) else { return .nan }
        var balance = 0
        for prediction in predictions {
            let difference = similarities[prediction.near] - similarities[prediction.far]
            balance += difference > tieTolerance ? 1 : difference < -tieTolerance ? -1 : 0
        }
        return Double(balance) / Double(predictions.count)
    }

    /// The share of random orders of the groups that fit as well or better, the order itself counted among them (so it is
    /// never 0): the randomisation test of the same article.
    ///
    /// - Parameter draws: how many random orders are tried; each from a stream of the seed of its own.
    func chance(_ similarities: [Double], draws: Int, seed: UInt64) -> Double? {
        let observed = index(similarities)
        guard !observed.isNaN else { return nil }
        var numbers = [Int](repeating: 0, count: groups * groups)
        for (number, pair) in pairs.enumerated() {
            numbers[pair.one * groups + pair.other] = number
            numbers[pair.other * groups + pair.one] = number
        }
        var asGood = 1
        for draw in 0..<draws {
            var generator = Xoshiro256(seed: seed, stream: 7 << 40 | UInt64(draw))
            var dealt = Array(0..<groups)
            for place in dealt.indices.dropLast() {
                dealt.swapAt(place, place + generator.index(below: groups - place))
            }
            let moved = pairs.map { similarities[numbers[dealt[$0.one] * groups + dealt[$0.other]]] }
            if index(moved) > observed - tieTolerance { asGood += 1 }
        }
        return Double(asGood) / Double(draws + 1)
    }
}
