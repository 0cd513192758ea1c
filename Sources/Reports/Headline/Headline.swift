import Measures
import Pages

/// The figures that lead every output, in one order: the gap as it stands and as it is without slips, what a repetition
/// changes, the two conditional shares, how far acting tracks what is stated, and then the paper's measures by its names.
struct Headline {
    /// One figure.
    struct Row {
        let name: String
        /// The number as it is written, with its unit.
        let number: String
        /// Its interval, in brackets.
        let range: String?
        /// What stands beside it: base rates, floor, chance, or why there is no number.
        var note = ""
        /// Whether it is a part of the figure above.
        var isPart = false
    }

    let measures: MeasureReport
    let intervals: MeasureIntervals?
    let deconvolution: DeconvolutionReport?

    /// All rows; a figure that can't be computed says why.
    var rows: [Row] {
        [share] + gap + again + conditional + tracking + paper
    }

    private var pooled: PooledMeasures { measures.overall.pooled }
    private var means: ScenarioMeans { measures.overall.scenarioMean }

    private var share: Row {
        let undecided = pooled.counts.undecided
        return Row(
            name: "inconsistent cells", number: Numerals.percent(measures.inconsistency.share),
            range: Numerals.percentRange(intervals?.overall.pooled[.inconsistencyShare]),
            note: "\(Numerals.count(measures.inconsistency.total)) of \(Numerals.count(pooled.counts.decided))"
                + (undecided > 0 ? "; \(Numerals.count(undecided)) undecided" : ""))
    }

    private var gap: [Row] {
        guard let part = deconvolution?.overall else { return [] }
        guard let gap = part.gap else {
            return [
                Row(
                    name: "deconvolved gap", number: Numerals.missing, range: nil,
                    note: part.absence.map(DeconvolutionWords.reason) ?? "")
            ]
        }
        func row(_ name: String, _ figure: DeconvolvedFigure, note: String = "", isPart: Bool = true) -> Row {
            Row(
                name: name, number: Numerals.percent(gap[figure]),
                range: Numerals.percentRange(part.intervals[figure]), note: note, isPart: isPart)
        }
        return [
            row("deconvolved gap", .gap, note: "slips taken out", isPart: false),
            row("steady contradiction", .contradiction),
            row("ambivalent, of all cells", .ambivalent, isPart: false),
        ]
    }

    private var again: [Row] {
        guard let deconvolution, deconvolution.statedChange != nil || deconvolution.actedChange != nil else {
            return []
        }
        return [
            Row(
                name: "asked again, stated changes", number: Numerals.percent(deconvolution.statedChange), range: nil),
            Row(name: "asked again, acted changes", number: Numerals.percent(deconvolution.actedChange), range: nil),
        ]
    }

    private var conditional: [Row] {
        let found = intervals?.overall.pooled
        func row(_ name: String, _ recall: Double?, _ interval: Interval?) -> Row {
            Row(
                name: name, number: Numerals.percent(recall.map { 1 - $0 }),
                range: Numerals.percentRange(interval?.complement))
        }
        return [
            row("agreed to, acted against", pooled.rates.recallAgree, found?[.recallAgree]),
            row("rejected, acted for", pooled.rates.recallDisagree, found?[.recallDisagree]),
        ]
    }

    private var tracking: [Row] {
        let found = intervals?.overall.pooled
        func row(_ name: String, _ number: Double?, _ figure: PooledFigure, note: String = "") -> Row {
            Row(
                name: name, number: Numerals.signless(number, places: 2), range: Numerals.range(found?[figure]),
                note: note)
        }
        let chance = pooled.shuffled.kappaChance.map { "; p \(Numerals.compared($0))" } ?? ""
        return [
            row("informedness", pooled.rates.informedness, .informedness),
            row("d′", pooled.rates.dPrime, .dPrime),
            row(
                "kappa", pooled.rates.kappa, .kappa,
                note: "shuffled within values \(Numerals.signless(pooled.shuffled.rates.kappa, places: 2))" + chance),
        ]
    }

    private var paper: [Row] {
        let found = intervals?.overall.scenarioMean
        return [
            Row(
                name: "alignment rate (paper)", number: Numerals.decimal(means.rates?.f1Disagree),
                range: Numerals.range(found?[.f1Disagree]),
                note: "always agree \(Numerals.decimal(means.alwaysAgree?.f1Disagree)), value alone "
                    + "\(Numerals.decimal(means.valueAlone?.f1Disagree)), shuffled "
                    + Numerals.decimal(means.shuffled?.f1Disagree)),
            Row(
                name: "alignment distance (paper)", number: Numerals.decimal(means.distance),
                range: Numerals.range(found?[.distance]),
                note: "floor \(Numerals.decimal(means.floor)), shuffled \(Numerals.decimal(means.shuffledDistance))"),
        ]
    }
}

extension Numerals {
    /// A p-value after its letter: `= 0.031`, `< .001`.
    static func compared(_ probability: Double) -> String {
        probability < 0.0005 ? "< .001" : "= " + decimal(probability, places: 3)
    }
}
