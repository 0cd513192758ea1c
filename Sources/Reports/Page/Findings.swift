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
        if let caveat = RunCaveat(measures) { return [caveat.sentence, missing, undecided].compactMap { $0 } }
        return [
            consistency, DeconvolutionWords.sentence(input.deconvolution?.overall),
            DeconvolutionWords.again(input.deconvolution), conditional, tracking, rates, distance, extremes, stability,
            missing, undecided,
        ].compactMap { $0 }
    }

    private var consistency: String {
        let gap = measures.inconsistency
        guard gap.share != nil else {
            return
                "No cell is decided: in each a score is exactly 0.5, so that nothing can be said of whether it acts as it "
                + "speaks."
        }
        return
            "In \(Numerals.count(gap.total)) of \(Numerals.count(pooled.counts.decided, "decided cell", "decided cells")) "
            + "(\(Numerals.percent(gap.share))\(range(.inconsistencyShare, isPercent: true))) it does not act as it speaks: "
            + "\(Numerals.count(gap.statedAgreeActedDisagree, "time", "times")) it says agree and acts disagree, "
            + "\(Numerals.count(gap.statedDisagreeActedAgree, "time", "times")) the other way round."
    }

    private var conditional: String? {
        let rates = pooled.rates
        func against(_ recall: Double?, _ figure: PooledFigure) -> String? {
            recall.map { recall in
                let interval = input.intervals?.overall.pooled[figure]?.complement
                return Numerals.percent(1 - recall) + (Numerals.percentRange(interval).map { " " + $0 } ?? "")
            }
        }
        let agreed = against(rates.recallAgree, .recallAgree).map { "Of what it agrees to, it acts against \($0)" }
        let rejected = against(rates.recallDisagree, .recallDisagree).map { "f what it rejects, it acts for \($0)" }
        switch (agreed, rejected) {
        case (let agreed?, let rejected?): return "\(agreed); o\(rejected)."
        case (let agreed?, nil): return "\(agreed); it rejects nothing."
        case (nil, let rejected?): return "O\(rejected); it agrees to nothing."
        case (nil, nil): return nil
        }
    }

    private var tracking: String? {
        let (rates, shuffled) = (pooled.rates, pooled.shuffled)
        guard let informedness = rates.informedness, let kappa = rates.kappa else { return nil }
        let chance = shuffled.kappaChance.map { "; shuffling gives as much with p \(Numerals.compared($0))" } ?? ""
        return "How far acting follows what is stated, free of the base rates: informedness "
            + "\(Numerals.signless(informedness, places: 2))\(range(.informedness)), d′ "
            + "\(Numerals.signless(rates.dPrime, places: 2))\(range(.dPrime)). Cohen’s kappa is "
            + "\(Numerals.signless(kappa, places: 2))\(range(.kappa)), and "
            + "\(Numerals.signless(shuffled.rates.kappa, places: 2)) if each value’s choices are shuffled among its "
            + "scenarios\(chance)."
    }

    private var rates: String? {
        guard means.rates != nil else { return nil }
        return
            "The paper’s alignment rate, the mean F1 of disagree over \(Numerals.count(means.scenarios, "scenario", "scenarios")), is "
            + "\(Numerals.decimal(means.rates?.f1Disagree))\(range(.f1Disagree)). It follows the base rates, which are "
            + "\(Numerals.percent(pooled.rates.statedDisagreeRate)) disagreement stated and "
            + "\(Numerals.percent(pooled.rates.actedDisagreeRate)) acted out; always choosing the agreeing action would score "
            + "\(Numerals.decimal(means.alwaysAgree?.f1Disagree)), acting on the value alone, whatever the scenario, "
            + "\(Numerals.decimal(means.valueAlone?.f1Disagree)), and shuffled choices \(Numerals.decimal(means.shuffled?.f1Disagree))."
    }

    private var distance: String {
        let gap = means.signedGap ?? 0
        let signed = Numerals.signed(gap) + range(.signedGap) + ", floor \(Numerals.signed(means.signedFloor))"
        let isClear = input.intervals?.overall.scenarioMean[.signedGap].map { $0.low > 0 || $0.high < 0 } ?? true
        let direction =
            !isClear || abs(gap) < 0.005
            ? "with no clear direction on the whole (\(signed))"
            : gap > 0 ? "on the whole towards disagreement (\(signed))" : "on the whole towards agreement (\(signed))"
        return
            "The paper’s alignment distance is \(Numerals.decimal(means.distance))\(range(.distance)) on a scale from 0 to 1, "
            + "\(direction); a respondent that acts exactly on the side it states has \(Numerals.decimal(means.floor))."
    }

    /// Where it contradicts itself most, and what the paper's ranking makes of it.
    private var extremes: String? {
        let ranked = InconsistencyRanking(measures).values.filter { $0.inconsistent > 0 }
        let ranking = measures.overallRanking
        guard ranking.count > 3, !ranked.isEmpty else { return nil }
        let names = ranked.prefix(3).map {
            "\(measures.axes.values[$0.value]) (\(Numerals.count($0.inconsistent)) of \(Numerals.count($0.decided, "cell", "cells")))"
        }
        let widest = ranking.prefix(3).map { measures.axes.values[$0.value] }
        return "It contradicts itself most often in \(Self.list(names)). The paper’s ranking, by distance, begins with "
            + "\(Self.list(widest))."
    }

    private static func list(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    /// How far the ranking can be relied upon; without intervals, or with a single scenario, that is not known.
    private var stability: String? {
        guard let top = input.intervals?.ranking.tops.last(where: { $0.places <= 5 }), top.places > 1,
            let share = top.splitHalf, let byChance = top.byChance
        else { return nil }
        func places(_ share: Double) -> String { Numerals.decimal(share * Double(top.places), places: 1) }
        return
            "In random halves of the scenarios, \(places(share)) of the \(top.places) values with the widest gaps in one "
            + "half are among the first \(top.places) of the other, on average; by chance it would be "
            + "\(places(byChance))."
    }

    private var missing: String? {
        guard pooled.counts.missing > 0 else { return nil }
        return "\(Numerals.count(pooled.counts.missing)) of \(Numerals.count(pooled.counts.cells)) cells "
            + (pooled.counts.missing == 1 ? "lacks" : "lack")
            + " an answer in one task or both and "
            + (pooled.counts.missing == 1 ? "stays" : "stay") + " out of every figure."
    }

    /// Cells without a side, and what they could change.
    private var undecided: String? {
        let counts = pooled.counts
        guard counts.undecided > 0 else {
            let ties = counts.statedTies + counts.actedTies
            guard ties > 0 else { return nil }
            return "\(Numerals.count(ties, "score is", "scores are")) exactly 0.5 and "
                + (ties == 1 ? "counts" : "count") + " as disagree."
        }
        let (least, all) = (measures.inconsistency.total, counts.both)
        return "\(Numerals.count(counts.undecided, "cell is", "cells are")) undecided, a score being exactly 0.5, and "
            + (counts.undecided == 1 ? "stays" : "stay")
            + " out of every figure that needs a side. However "
            + (counts.undecided == 1 ? "it was" : "they were") + " decided, "
            + "between \(Numerals.percent(least, of: all)) and \(Numerals.percent(least + counts.undecided, of: all)) of cells "
            + "would be inconsistent."
    }
}
