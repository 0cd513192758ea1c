import Measures
import Pages
import Text

/// The figures of a run that lead, with what must be said in their place.
struct OverviewFigures {
    private let row: OverviewRow

    init(_ row: OverviewRow) { self.row = row }

    private var report: ReportInput? { row.report }
    private var pooled: PooledIntervals? { report?.intervals?.overall.pooled }

    /// Why no figure leads; nil where they do.
    var caveat: RunCaveat? { report.flatMap { RunCaveat($0.measures) } }

    /// The share of decided cells whose sides differ.
    var share: Double? { report?.measures.inconsistency.share }
    /// The share of cells whose leanings lie apart.
    var gap: Double? { report?.deconvolution?.overall.gap?.gap }
    var kappa: Double? { report?.measures.overall.pooled.rates.kappa }

    /// Each as the table writes it: a number and its interval.
    var written: [(number: String, range: String?)] {
        [
            (Numerals.percent(share), Numerals.percentRange(pooled?[.inconsistencyShare])),
            (Numerals.percent(gap), Numerals.percentRange(report?.deconvolution?.overall.intervals[.gap])),
            (Numerals.decimal(kappa), Numerals.range(pooled?[.kappa])),
        ]
    }

    /// For programs: whether figures are there, and of all replies.
    var state: String {
        guard report != nil, report?.intervals != nil || row.replied == 0 else { return "pending" }
        return row.isCurrent ? "current" : "older"
    }

    /// What is said of figures that are not there, or not of all replies.
    var remark: String? {
        if report == nil { return row.replied == 0 ? "no replies yet" : "figures are being made" }
        if report?.intervals == nil { return "intervals are being made" }
        return row.isCurrent ? nil : "of the replies so far"
    }
}

extension OverviewRow {
    var json: JSONValue {
        let lead = OverviewFigures(self)
        return [
            "run": .integer(run), "respondent": .string(respondent.name), "label": .string(respondent.label),
            "study": .string(study), "status": .string(status.rawValue),
            "planned": planned.map { .integer($0) } ?? .null,
            "answered": .integer(answered), "refused": .integer(refused), "unreadable": .integer(unreadable),
            "failed": .integer(failed), "figures": .string(lead.state),
            "caveat": JSONValue(lead.caveat?.name),
            "inconsistency_share": JSONValue(lead.share), "deconvolved_gap": JSONValue(lead.gap),
            "kappa": JSONValue(lead.kappa), "dollars": JSONValue(dollars),
        ]
    }
}
