import Measures
import Pages

/// The findings of a run as plain sentences, for the page and the terminal.
struct Findings {
    let input: ReportInput

    private var measures: MeasureReport { input.measures }
    private var pooled: PooledMeasures { input.measures.overall.pooled }
    private var means: ScenarioMeans { input.measures.overall.scenarioMean }

    private func range(_ figure: ScenarioFigure) -> String {
        let interval = input.intervals?.overall.scenarioMean[figure]
        return Numerals.range(interval, isSigned: figure == .signedGap).map { " " + $0 } ?? ""
    }

    private func range(_ figure: PooledFigure, isPercent: Bool = false) -> String {
        let interval = input.intervals?.overall.pooled[figure]
        return (isPercent ? Numerals.percentRange(interval) : Numerals.range(interval)).map { " " + $0 } ?? ""
    }

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
        return [consistency, rates, baseRates, distance, extremes, stability, missing, ties].compactMap { $0 }
    }

    private var consistency: String {
        let gap = measures.inconsistency
        return "In \(Numerals.count(gap.total)) of \(Numerals.count(pooled.counts.both, "cell", "cells")) "
            + "(\(Numerals.percent(gap.share))\(range(.inconsistencyShare, isPercent: true))) it does not act as it speaks: "
            + "\(Numerals.count(gap.statedAgreeActedDisagree, "time", "times")) it says agree and acts disagree, "
            + "\(Numerals.count(gap.statedDisagreeActedAgree, "time", "times")) the other way round."
    }

    private var rates: String {
        let always = means.alwaysAgree
        let shuffled = means.shuffled?.f1Disagree
        return
            "The alignment rate, the mean F1 of disagree over \(Numerals.count(means.scenarios, "scenario", "scenarios")), "
            + "is \(Numerals.decimal(means.rates?.f1Disagree))\(range(.f1Disagree)); the F1 of agree is "
            + "\(Numerals.decimal(means.rates?.f1Agree))\(range(.f1Agree)). Always choosing the agreeing action would score "
            + "\(Numerals.decimal(always?.f1Disagree)) and \(Numerals.decimal(always?.f1Agree)); acting on the value alone, whatever the scenario, would score "
            + "\(Numerals.decimal(shuffled)) on the first."
    }

    private var baseRates: String {
        "It states disagreement in \(Numerals.percent(pooled.rates.statedDisagreeRate))"
            + "\(range(.statedDisagreeRate, isPercent: true)) of cells and acts it out in "
            + "\(Numerals.percent(pooled.rates.actedDisagreeRate))\(range(.actedDisagreeRate, isPercent: true)). Beyond what these base rates give by chance, "
            + "the two agree with Cohen’s kappa \(Numerals.decimal(pooled.rates.kappa))\(range(.kappa)) and "
            + "Matthews correlation \(Numerals.decimal(pooled.rates.matthewsCorrelation))\(range(.matthewsCorrelation))."
    }

    private var distance: String {
        let gap = means.signedGap ?? 0
        let signed = Numerals.signed(gap) + range(.signedGap)
        let isClear = input.intervals?.overall.scenarioMean[.signedGap].map { $0.low > 0 || $0.high < 0 } ?? true
        let direction =
            !isClear || abs(gap) < 0.005
            ? "with no clear direction on the whole (\(signed))"
            : gap > 0
                ? "on the whole towards disagreement (\(signed)): it acts against values more than it says"
                : "on the whole towards agreement (\(signed)): it acts for values more than it says"
        return
            "Words and actions lie \(Numerals.decimal(means.distance))\(range(.distance)) apart on a scale from 0 to 1, \(direction)."
    }

    private var extremes: String? {
        let ranking = measures.overallRanking
        guard ranking.count > 3, let last = ranking.last else { return nil }
        let names = ranking.prefix(3).map {
            "\(measures.axes.values[$0.value]) (\(Numerals.decimal($0.distance))\(rangeOfDistance($0.value)))"
        }
        return "The gap is widest for \(names[0]), \(names[1]) and \(names[2]), and narrowest for "
            + "\(measures.axes.values[last.value]) (\(Numerals.decimal(last.distance))\(rangeOfDistance(last.value)))."
    }

    private func rangeOfDistance(_ value: Int) -> String {
        Numerals.range(input.intervals?.values[value][.distance]).map { " " + $0 } ?? ""
    }

    /// How far the ranking can be relied upon; without intervals, or with a single scenario, that is not known.
    private var stability: String? {
        guard measures.axes.scenarioCount > 1,
            let top = input.intervals?.ranking.tops.last(where: { $0.places <= 5 }), top.places > 1
        else { return nil }
        return
            "If the scenarios were drawn anew, \(Numerals.decimal(top.overlap * Double(top.places), places: 1)) of the "
            + "\(top.places) values with the widest gaps would be among the first \(top.places) again, on average."
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
