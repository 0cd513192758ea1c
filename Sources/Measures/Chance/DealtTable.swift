/// The distribution of a part's 2×2 table when each value's acted sides are dealt anew among all its decided cells of the
/// run. What is stated stays, so that the table is known from how many of the cells that state disagree, and of those that
/// state agree, are dealt disagree.
///
/// Within a value the dealing is without replacement: the two numbers are hypergeometric, jointly. Over values they are
/// independent sums. Probabilities below 1e-15 are left out: all of them together bear on no digit that is shown.
struct DealtTable {
    /// One value in the part.
    struct Value {
        /// Decided cells of the part that state disagree, and that state agree.
        let statedDisagree, statedAgree: Int
        /// Decided cells of the value in the run, and how many of them are acted disagree.
        let decided, actedDisagree: Int
    }

    private static let least = 1e-15

    private let statedDisagree, statedAgree: Int
    /// By true positives, then false positives.
    private var chances: [Double] = [1]
    private var truths = 1
    private var falses = 1

    init(_ values: [Value]) {
        statedDisagree = values.reduce(0) { $0 + $1.statedDisagree }
        statedAgree = values.reduce(0) { $0 + $1.statedAgree }
        for value in values where value.actedDisagree > 0 && value.statedDisagree + value.statedAgree > 0 { add(value) }
    }

    /// The expectations of some rates, each over the tables for which it is defined; `nil` where it is for none.
    func expectations(_ rates: [KeyPath<AgreementRates, Double?>]) -> [Double?] {
        var sums = [(sum: CompensatedSum, total: CompensatedSum)](
            repeating: (CompensatedSum(), CompensatedSum()), count: rates.count)
        for trueOnes in 0..<truths {
            for falseOnes in 0..<falses {
                let chance = chances[trueOnes * falses + falseOnes]
                guard chance > DealtTable.least else { continue }
                let dealt = AgreementRates(of: table(trueOnes, falseOnes))
                for (place, rate) in rates.enumerated() {
                    guard let number = dealt[keyPath: rate] else { continue }
                    sums[place].sum += chance * number
                    sums[place].total += chance
                }
            }
        }
        return sums.map { ratio($0.sum.value, $0.total.value) }
    }

    /// The chance that at least so many cells that state disagree are dealt it.
    func chance(ofBothDisagree least: Int) -> Double {
        var sum = CompensatedSum()
        for trueOnes in stride(from: max(0, least), to: truths, by: 1) {
            for falseOnes in 0..<falses { sum += chances[trueOnes * falses + falseOnes] }
        }
        return min(1, sum.value)
    }

    private func table(_ truePositives: Int, _ falsePositives: Int) -> ExpectedTable {
        ExpectedTable(
            bothAgree: Double(statedAgree - falsePositives), statedAgreeActedDisagree: Double(falsePositives),
            statedDisagreeActedAgree: Double(statedDisagree - truePositives), bothDisagree: Double(truePositives))
    }

    private mutating func add(_ value: Value) {
        let dealt = Self.outcomes(value)
        let (moreTruths, moreFalses) = (dealt.map(\.truths).max() ?? 0, dealt.map(\.falses).max() ?? 0)
        let width = falses + moreFalses
        var sums = [Double](repeating: 0, count: (truths + moreTruths) * width)
        sums.withUnsafeMutableBufferPointer { sums in
            chances.withUnsafeBufferPointer { chances in
                for trueOnes in 0..<truths {
                    for falseOnes in 0..<falses {
                        let chance = chances[trueOnes * falses + falseOnes]
                        // Left out: what is too rare to bear on a figure, and costs as much as what is not.
                        guard chance > DealtTable.least else { continue }
                        for outcome in dealt {
                            sums[(trueOnes + outcome.truths) * width + falseOnes + outcome.falses] +=
                                chance * outcome.chance
                        }
                    }
                }
            }
        }
        (chances, truths, falses) = (sums, truths + moreTruths, width)
    }

    /// The outcomes of one value with their chances: C(a, t) C(b, f) C(N − a − b, K − t − f) / C(N, K).
    private static func outcomes(_ value: Value) -> [(truths: Int, falses: Int, chance: Double)] {
        let (a, b) = (value.statedDisagree, value.statedAgree)
        let (all, disagree) = (value.decided, value.actedDisagree)
        let rest = all - a - b
        var outcomes: [(truths: Int, falses: Int, chance: Double)] = []
        for truths in 0...min(a, disagree) {
            for falses in 0...min(b, disagree - truths) where disagree - truths - falses <= rest {
                let logarithm =
                    Binomials.logarithm(a, truths) + Binomials.logarithm(b, falses)
                    + Binomials.logarithm(rest, disagree - truths - falses) - Binomials.logarithm(all, disagree)
                outcomes.append((truths, falses, Elementary.exp(logarithm)))
            }
        }
        return outcomes
    }
}

/// Logarithms of binomial coefficients.
private enum Binomials {
    /// ln n! for n up to 4,096; a value has as many decided cells as there are scenarios.
    private static let factorials: [Double] = {
        var sum = CompensatedSum()
        return [0]
            + (1...4096).map { number in
                sum += Elementary.log(Double(number))
                return sum.value
            }
    }()

    static func logarithm(_ n: Int, _ k: Int) -> Double {
        guard n < factorials.count else { return series(n) - series(k) - series(n - k) }
        return factorials[n] - factorials[k] - factorials[n - k]
    }

    /// ln n! by Stirling's series, exact to the last place from 4,096 on.
    private static func series(_ n: Int) -> Double {
        guard n >= factorials.count else { return factorials[n] }
        let x = Double(n)
        return x * Elementary.log(x) - x + 0.5 * Elementary.log(2 * .pi * x) + 1 / (12 * x)
    }
}
