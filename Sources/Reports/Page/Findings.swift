import Measures

/// The findings of a run as plain sentences, for the page and the terminal.
struct Findings {
    let input: ReportInput

    private var measures: MeasureReport { input.measures }
    private var pooled: PooledMeasures { input.measures.overall.pooled }
    private var means: ScenarioMeans { input.measures.overall.scenarioMean }

    /// Sentences in the order of weight. Each stands alone.
    var sentences: [String] {
        guard pooled.counts.both > 0 else {
            return [
                "No cell has both a stated and an acted score, so nothing can be compared. "
                    + "Of \(Numerals.count(pooled.counts.cells, "cell", "cells")), "
                    + "\(Numerals.count(pooled.counts.stated)) have a stated and "
                    + "\(Numerals.count(pooled.counts.acted)) an acted score."
            ]
        }
        return [consistency, rates, baseRates, distance, extremes, missing, ties].compactMap { $0 }
    }

    private var consistency: String {
        let gap = measures.inconsistency
        return "In \(Numerals.count(gap.total)) of \(Numerals.count(pooled.counts.both, "cell", "cells")) "
            + "(\(Numerals.percent(gap.share))) it does not act as it speaks: "
            + "\(Numerals.count(gap.statedAgreeActedDisagree, "time", "times")) it says agree and acts disagree, "
            + "\(Numerals.count(gap.statedDisagreeActedAgree, "time", "times")) the other way round."
    }

    private var rates: String {
        let always = means.alwaysAgree
        let shuffled = means.shuffled?.f1Disagree
        return
            "The alignment rate, the mean F1 of disagree over \(Numerals.count(means.scenarios, "scenario", "scenarios")), "
            + "is \(Numerals.decimal(means.rates?.f1Disagree)); the F1 of agree is "
            + "\(Numerals.decimal(means.rates?.f1Agree)). Always choosing the agreeing action would score "
            + "\(Numerals.decimal(always?.f1Disagree)) and \(Numerals.decimal(always?.f1Agree)); acting on the value alone, whatever the scenario, would score "
            + "\(Numerals.decimal(shuffled)) on the first."
    }

    private var baseRates: String {
        "It states disagreement in \(Numerals.percent(pooled.rates.statedDisagreeRate)) of cells and acts it out in "
            + "\(Numerals.percent(pooled.rates.actedDisagreeRate)). Beyond what these base rates give by chance, "
            + "the two agree with Cohen’s kappa \(Numerals.decimal(pooled.rates.kappa)) and Matthews correlation "
            + "\(Numerals.decimal(pooled.rates.matthewsCorrelation))."
    }

    private var distance: String {
        let gap = means.signedGap ?? 0
        let direction =
            abs(gap) < 0.005
            ? "with no direction on the whole (\(Numerals.signed(gap)))"
            : gap > 0
                ? "on the whole towards disagreement (\(Numerals.signed(gap))): it acts against values more than it says"
                : "on the whole towards agreement (\(Numerals.signed(gap))): it acts for values more than it says"
        return "Words and actions lie \(Numerals.decimal(means.distance)) apart on a scale from 0 to 1, \(direction)."
    }

    private var extremes: String? {
        let ranking = measures.overallRanking
        guard ranking.count > 3, let last = ranking.last else { return nil }
        let names = ranking.prefix(3).map {
            "\(measures.axes.values[$0.value]) (\(Numerals.decimal($0.distance)))"
        }
        return "The gap is widest for \(names[0]), \(names[1]) and \(names[2]), and narrowest for "
            + "\(measures.axes.values[last.value]) (\(Numerals.decimal(last.distance)))."
    }

    private var missing: String? {
        guard pooled.counts.missing > 0 else { return nil }
        return "\(Numerals.count(pooled.counts.missing)) of \(Numerals.count(pooled.counts.cells)) cells "
            + (pooled.counts.missing == 1 ? "lacks" : "lack")
            + " an answer in one task or both and "
            + (pooled.counts.missing == 1 ? "stays" : "stay") + " out of every figure."
    }

    private var ties: String? {
        let ties = pooled.counts.statedTies + pooled.counts.actedTies
        guard ties > 0 else { return nil }
        return "\(Numerals.count(ties, "score is", "scores are")) exactly 0.5 and "
            + (ties == 1 ? "counts" : "count") + " as disagree."
    }
}
