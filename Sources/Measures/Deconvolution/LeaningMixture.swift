/// The joint distribution of the two leanings over the cells, estimated without a model of it: the nonparametric maximum
/// likelihood of a binomial mixture (Kiefer and Wolfowitz 1956; Efron 2016; Koenker and Mizera 2014), on a grid, by EM.
///
/// x ~ Bin(m, p), y₀ ~ Bin(k₀, (1 − t) q), y₁ ~ Bin(k₁, (1 − t) q + t), (p, q) ~ w.
struct LeaningMixture: Sendable {
    /// By stated leaning, then acted leaning; sums to 1.
    private(set) var weights: [Double]
    /// t.
    let place: Double
    /// Steps that the fit took.
    private(set) var steps = 0

    private static let size = LeaningGrid.size

    /// Fits the mixture.
    ///
    /// - Parameters:
    ///   - counts: how much weight each pair of patterns has.
    ///   - start: the weights to begin with; `nil` for the uniform ones.
    ///   - limit: the most steps.
    ///   - gain: the fit ends when a step adds less than this to the log-likelihood.
    init(_ patterns: LeaningPatterns, counts: [Double], start: [Double]? = nil, limit: Int = 800, gain: Double = 1e-6) {
        let size = Self.size
        place = patterns.placeBias(counts)
        weights = start ?? [Double](repeating: 1 / Double(size * size), count: size * size)
        let stated = patterns.stated.map(Self.likelihood)
        let acted = patterns.acted.map { [place] in Self.likelihood($0, place: place) }
        var fit = MixtureFit(
            stated: stated.flatMap(\.self), acted: acted.flatMap(\.self), pairs: patterns.pairs, counts: counts)
        var before = -Double.infinity
        while steps < limit {
            let likelihood = fit.step(&weights)
            steps += 1
            if likelihood - before < gain { break }
            before = likelihood
        }
    }

    /// A row of likelihoods by leaning, divided by the greatest: a factor that is the same for all leanings bears on no
    /// weight, and without it hundreds of readings would underflow.
    private static func scaled(_ logarithms: [Double]) -> [Double] {
        let greatest = logarithms.max() ?? 0
        return logarithms.map { Elementary.exp($0 - greatest) }
    }

    private static func likelihood(_ pattern: LeaningPatterns.Stated) -> [Double] {
        scaled(
            LeaningGrid.leanings.map { p in
                let (disagree, agree) = (Double(pattern.halves) / 2, Double(pattern.all) - Double(pattern.halves) / 2)
                return disagree * Elementary.log(p) + agree * Elementary.log(1 - p)
            })
    }

    private static func likelihood(_ pattern: LeaningPatterns.Acted, place: Double) -> [Double] {
        scaled(
            LeaningGrid.leanings.map { q in
                // No chance on the grid is 0 or 1.
                func part(_ choices: LeaningCounts.Choices, _ chance: Double) -> Double {
                    Double(choices.disagree) * Elementary.log(chance)
                        + Double(choices.all - choices.disagree) * Elementary.log(1 - chance)
                }
                return part(pattern.agreeFirst, (1 - place) * q)
                    + part(pattern.disagreeFirst, (1 - place) * q + place)
            })
    }
}

/// One fit's tables. The likelihood of a pair of patterns is a product, so that a step is two small matrix products and a
/// visit to each pair, instead of a table of pairs × 576.
private struct MixtureFit {
    /// By pattern, then leaning.
    private let stated, acted: [Double]
    private let pairs: [(stated: Int, acted: Int, count: Double)]
    private let total: Double
    /// By stated pattern, then acted leaning: Σ_p likelihood · weight, and what the pairs give back.
    private var forward, back: [Double]

    init(stated: [Double], acted: [Double], pairs: [(stated: Int, acted: Int)], counts: [Double]) {
        self.stated = stated
        self.acted = acted
        self.pairs = zip(pairs, counts).filter { $1 > 0 }.map { ($0.stated, $0.acted, $1) }
        total = counts.reduce(0, +)
        forward = [Double](repeating: 0, count: stated.count)
        back = forward
    }

    /// One step of EM: w ← w · Σ n L / (L w) / Σ n.
    ///
    /// - Returns: the log-likelihood of the weights before the step, up to a constant.
    mutating func step(_ weights: inout [Double]) -> Double {
        let size = LeaningGrid.size
        for index in forward.indices { (forward[index], back[index]) = (0, 0) }
        var logarithm = 0.0
        let (pairs, total) = (pairs, total)
        stated.withUnsafeBufferPointer { stated in
            acted.withUnsafeBufferPointer { acted in
                forward.withUnsafeMutableBufferPointer { forward in
                    back.withUnsafeMutableBufferPointer { back in
                        weights.withUnsafeMutableBufferPointer { weights in
                            Self.addProducts(of: stated, weights, size, to: forward)
                            for pair in pairs {
                                let (row, column) = (pair.stated * size, pair.acted * size)
                                var likelihood = 0.0
                                for q in 0..<size { likelihood += forward[row + q] * acted[column + q] }
                                logarithm += pair.count * Elementary.log(likelihood)
                                let share = pair.count / (likelihood * total)
                                for q in 0..<size { back[row + q] += share * acted[column + q] }
                            }
                            Self.scale(weights, by: stated, back, size)
                        }
                    }
                }
            }
        }
        return logarithm
    }

    /// forward += stated · weights, all of `size` columns.
    private static func addProducts(
        of stated: UnsafeBufferPointer<Double>, _ weights: UnsafeMutableBufferPointer<Double>, _ size: Int,
        to forward: UnsafeMutableBufferPointer<Double>
    ) {
        for row in stride(from: 0, to: stated.count, by: size) {
            for p in 0..<size {
                let likelihood = stated[row + p]
                for q in 0..<size { forward[row + q] += likelihood * weights[p * size + q] }
            }
        }
    }

    /// weights *= statedᵀ · back, element by element.
    private static func scale(
        _ weights: UnsafeMutableBufferPointer<Double>, by stated: UnsafeBufferPointer<Double>,
        _ back: UnsafeMutableBufferPointer<Double>, _ size: Int
    ) {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: size) { sums in
            for p in 0..<size {
                for q in 0..<size { sums[q] = 0 }
                for row in stride(from: 0, to: stated.count, by: size) {
                    let likelihood = stated[row + p]
                    for q in 0..<size { sums[q] += likelihood * back[row + q] }
                }
                for q in 0..<size { weights[p * size + q] *= sums[q] }
            }
        }
    }
}
