/// What each cell's acted answer would be if the model's actions depended on the value alone: every value's acted
/// scores dealt out anew, at random, among the cells that count for this value; for the rates, its sides among the cells
/// that are decided.
///
/// All expectations under this shuffling are exact, none is simulated. Within one scenario the dealt answers of
/// different values are independent, because each value is shuffled on its own.
struct ActedByChance {
    /// By value: the probability that a decided cell of it is dealt `disagree`, the share among them.
    let disagree: [Double]
    /// By value: its distinct acted scores, each with its share of the counted cells.
    private let shares: [[(score: Double, share: Double)]]

    /// By value: its decided cells, and how many of them are acted `disagree`.
    let decided: [(all: Int, disagree: Int)]
    private let ties: TieRule

    init(stated: [Double], acted: [Double], values: Int, ties: TieRule) {
        self.ties = ties
        var scores = [[Double]](repeating: [], count: values)
        var decided = [(all: Int, disagree: Int)](repeating: (0, 0), count: values)
        for cell in stated.indices where !stated[cell].isNaN && !acted[cell].isNaN {
            scores[cell % values].append(acted[cell])
            guard let sides = ties.sides(stated: stated[cell], acted: acted[cell]) else { continue }
            decided[cell % values].all += 1
            decided[cell % values].disagree += sides.acted ? 1 : 0
        }
        shares = scores.map { scores in
            var runs: [(score: Double, count: Int)] = []
            for score in scores.sorted() {
                if let last = runs.last, last.score == score {
                    runs[runs.count - 1].count += 1
                } else {
                    runs.append((score, 1))
                }
            }
            return runs.map { ($0.score, Double($0.count) / Double(scores.count)) }
        }
        self.decided = decided
        // Of a value without a decided cell no cell will ask.
        disagree = decided.map { ratio(Double($0.disagree), Double($0.all)) ?? 0 }
    }

    /// The expected |stated − acted| of a cell of this value.
    func distance(stated: Double, value: Int) -> Double {
        var expected = 0.0
        for (score, share) in shares[value] { expected += share * abs(stated - score) }
        return expected
    }

    /// The expected F1s and accuracy of one scenario; a 0/0 counts as 0, as in the observed mean.
    ///
    /// True and false positives are independent sums of independent Bernoulli answers, so their distributions are
    /// convolved and the F1s averaged over all their outcomes.
    func rates(ofScenario cells: Range<Int>, stated: [Double], acted: [Double]) -> ScenarioRates? {
        var truePositives = [1.0]
        var falsePositives = [1.0]
        for (value, cell) in cells.enumerated() where !stated[cell].isNaN && !acted[cell].isNaN {
            guard let sides = ties.sides(stated: stated[cell], acted: acted[cell]) else { continue }
            if sides.stated {
                convolve(&truePositives, with: disagree[value])
            } else {
                convolve(&falsePositives, with: disagree[value])
            }
        }
        let (statedDisagree, statedAgree) = (truePositives.count - 1, falsePositives.count - 1)
        guard statedDisagree + statedAgree > 0 else { return nil }
        var (f1Disagree, f1Agree, accuracy) = (0.0, 0.0, 0.0)
        for (tp, chanceOfTP) in truePositives.enumerated() {
            for (fp, chanceOfFP) in falsePositives.enumerated() {
                let (fn, tn, chance) = (statedDisagree - tp, statedAgree - fp, chanceOfTP * chanceOfFP)
                f1Disagree += chance * (ratio(Double(2 * tp), Double(2 * tp + fp + fn)) ?? 0)
                f1Agree += chance * (ratio(Double(2 * tn), Double(2 * tn + fp + fn)) ?? 0)
                accuracy += chance * Double(tp + tn) / Double(statedDisagree + statedAgree)
            }
        }
        return ScenarioRates(f1Disagree: f1Disagree, f1Agree: f1Agree, accuracy: accuracy)
    }

    /// The distribution of a count, with one more answer that may add to it.
    private func convolve(_ distribution: inout [Double], with chance: Double) {
        distribution.append(0)
        for count in stride(from: distribution.count - 1, through: 1, by: -1) {
            distribution[count] = distribution[count] * (1 - chance) + distribution[count - 1] * chance
        }
        distribution[0] *= 1 - chance
    }

    /// Whether a respondent whose actions depend on the value alone would act disagree on it: as most of the value's
    /// decided cells are acted, agree where half are.
    func actsDisagree(_ value: Int) -> Bool { 2 * decided[value].disagree > decided[value].all }

    /// One scenario's table of that respondent, with what is stated as it is.
    func valueAlone(ofScenario cells: Range<Int>, stated: [Double], acted: [Double]) -> InclinationTable {
        var table = InclinationTable()
        for (value, cell) in cells.enumerated() where !stated[cell].isNaN && !acted[cell].isNaN {
            guard let sides = ties.sides(stated: stated[cell], acted: acted[cell]) else { continue }
            table.add(statedDisagree: sides.stated, actedDisagree: actsDisagree(value))
        }
        return table
    }
}
