import Measures
import Pages

/// The figures of a run's first screen, each with its interval and what it is to be read against.
struct KeyFigures {
    /// Figures under a heading.
    struct Group {
        let heading: String
        let figures: [KeyFigure]
    }

    /// A number with its interval, what it is, and what to hold it against.
    struct KeyFigure {
        let number: String
        let range: String?
        let label, note: String
    }

    let input: ReportInput

    private var pooled: PooledMeasures { input.measures.overall.pooled }
    private var found: PooledIntervals? { input.intervals?.overall.pooled }

    var groups: [Group] {
        [
            Group(heading: "How often it does not act as it speaks", figures: gaps),
            Group(heading: "Whether what it does follows what it says", figures: tracking),
        ]
    }

    // MARK: The gap

    private var gaps: [KeyFigure] {
        [inconsistent, deconvolved, asked].compactMap { $0 } + conditional
    }

    private var inconsistent: KeyFigure {
        let counts = pooled.counts
        let undecided = counts.undecided == 0 ? "" : "; \(Numerals.count(counts.undecided)) more undecided"
        return KeyFigure(
            number: Numerals.percent(input.measures.inconsistency.share),
            range: Numerals.percentRange(found?[.inconsistencyShare]), label: "inconsistent cells",
            note: "of \(Numerals.count(pooled.table.count)) with a side in both tasks\(undecided)")
    }

    private var deconvolved: KeyFigure? {
        guard let part = input.deconvolution?.overall, let gap = part.gap else { return nil }
        return KeyFigure(
            number: Numerals.percent(gap.gap), range: Numerals.percentRange(part.intervals[.gap]),
            label: "deconvolved gap",
            note: "slips taken out; steady contradiction \(Numerals.percent(gap.contradiction)), "
                + "ambivalent cells \(Numerals.percent(gap.ambivalent))")
    }

    private var asked: KeyFigure? {
        guard let report = input.deconvolution, report.statedChange != nil || report.actedChange != nil else {
            return nil
        }
        return KeyFigure(
            number: Numerals.percent(report.statedChange) + " / " + Numerals.percent(report.actedChange), range: nil,
            label: "change when asked again", note: "of stated / of acted answers")
    }

    /// Of what it agrees to, how much it acts against, and of what it rejects, how much it acts for.
    private var conditional: [KeyFigure] {
        let table = pooled.table
        let agreed = table.bothAgree + table.statedAgreeActedDisagree
        let rejected = table.statedDisagreeActedAgree + table.bothDisagree
        return [
            KeyFigure(
                number: Numerals.percent(pooled.rates.recallAgree.map { 1 - $0 }),
                range: Numerals.percentRange(found?[.recallAgree]?.complement), label: "acts against",
                note: "of the \(Numerals.count(agreed)) it says agree to"),
            KeyFigure(
                number: Numerals.percent(pooled.rates.recallDisagree.map { 1 - $0 }),
                range: Numerals.percentRange(found?[.recallDisagree]?.complement), label: "acts for",
                note: "of the \(Numerals.count(rejected)) it says disagree to"),
        ]
    }

    // MARK: Tracking

    private var tracking: [KeyFigure] {
        func figure(_ figure: PooledFigure, _ label: String, _ note: String) -> KeyFigure {
            KeyFigure(
                number: Numerals.decimal(pooled[figure]), range: Numerals.range(found?[figure]), label: label,
                note: note)
        }
        let shuffled = pooled.shuffled
        let chance = shuffled.kappaChance.map { "; as much by chance with p \(Numerals.compared($0))" } ?? ""
        return [
            figure(
                .informedness, "informedness",
                "how much likelier it acts against where it says disagree; 0 not at all, 1 always"),
            figure(.dPrime, "d′", "the same, free of a lean towards one action; 0 is none"),
            figure(
                .kappa, "Cohen’s kappa",
                "with each value’s choices shuffled among its scenarios \(Numerals.decimal(shuffled.rates.kappa))"
                    + chance),
        ]
    }
}

extension Interval {
    /// The interval of 1 less the figure.
    var complement: Interval {
        Interval(
            low: 1 - high, high: 1 - low, level: level, method: method, clustering: clustering, clusters: clusters)
    }
}
