import Measures
import Pages

/// What the ranking of prompt variants says, in words.
struct VariantWords {
    let ranking: AgreementReport.Ranking

    private func name(_ variant: Int) -> String { "variant " + ranking.variants[variant] }

    /// Whether the best can be told from the second.
    var finding: String {
        switch ranking.ranking.finding {
        case .nothingToCompare: "Fewer than two variants were judged."
        case .tied:
            "The two best variants have the same quality."
        case .distinguishable(let pair):
            "The best, \(name(pair.first)), is distinguishable from the second, \(name(pair.second)): \(numbers(pair))."
        case .notDistinguishable(let pair):
            "The best, \(name(pair.first)), is not distinguishable from the second, \(name(pair.second)): "
                + "\(numbers(pair)). \(leaders)"
        }
    }

    private func numbers(_ pair: VariantRanking.Pair) -> String {
        let interval = Numerals.range(pair.difference.interval, places: 3, isSigned: true).map { " \($0)" } ?? ""
        return "difference \(Numerals.signed(pair.difference.value, places: 3))\(interval), p "
            + "\(Numerals.probability(pair.p)), after Holm's adjustment over all \(ranking.ranking.pairs.count) pairs "
            + Numerals.probability(pair.pHolm)
    }

    private var leaders: String {
        let leaders = ranking.ranking.leaders.map { ranking.variants[$0] }
        guard leaders.count < ranking.ranking.places.count else {
            return "No variant is distinguishable from the best."
        }
        return "Not told from the best: \(leaders.dropFirst().joined(separator: ", ")). "
            + "The others are worse."
    }

    /// How the quality of a variant is made, and what is drawn and permuted.
    static func method(_ criteria: [String], permutations: Int) -> String {
        "Quality: of each action the share of its people's labels that are good (1 or 0 where an adjudicator decided), as the mean over "
            + "\(criteria.joined(separator: ", ")); of each variant the mean over its cells. A criterion counts here that at least half "
            + "of the judged actions were judged for. Variants judged in the same cells are compared cell by cell, signs flipped by cell "
            + "(country, topic, value; up to \(Numerals.count(permutations)) permutations), intervals draw cells anew; values and "
            + "countries are taken as they are."
    }
}
