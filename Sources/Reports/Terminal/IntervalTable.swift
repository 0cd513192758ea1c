public import Measures

/// The intervals of a run's main figures, with how they were made.
public struct IntervalTable: Sendable {
    private let report: MeasureReport
    private let intervals: MeasureIntervals
    private let style: TerminalStyle

    /// A table of a run's intervals.
    public init(_ report: MeasureReport, _ intervals: MeasureIntervals, style: TerminalStyle) {
        self.report = report
        self.intervals = intervals
        self.style = style
    }

    /// The whole text, with a line feed after each line.
    public var text: String {
        let overall = report.overall
        var lines = TerminalText.wrap(Self.method(intervals.plan), width: style.width)
            .map { style.paint($0, .strong) }
        lines += rows([
            ("F1 of disagree", overall.alignmentRate, intervals.overall.alignmentRate),
            ("F1 of agree", overall.scenarioMean.rates?.f1Agree, intervals.overall.scenarioMean[.f1Agree]),
            ("kappa", overall.pooled.rates.kappa, intervals.overall.pooled[.kappa]),
            ("distance", overall.alignmentDistance, intervals.overall.alignmentDistance),
            ("signed gap", overall.scenarioMean.signedGap, intervals.overall.scenarioMean[.signedGap]),
            ("inconsistent", report.inconsistency.share, intervals.inconsistencyShare),
        ])
        for (title, groups, found) in [
            ("F1 of disagree by country", report.countries, intervals.countries),
            ("F1 of disagree by topic", report.topics, intervals.topics),
        ] {
            lines += [""] + TerminalText.wrap(title, width: style.width).map { style.paint($0, .strong) }
            lines += rows(zip(groups, found).map { ($0.name, $0.alignmentRate, $1.alignmentRate) })
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// "95 % intervals: bca, clusters of value, 2000 replicates, seed 1".
    static func method(_ plan: ResamplingPlan) -> String {
        "\(Int((plan.level * 100).rounded())) % intervals: \(plan.method.rawValue), clusters of "
            + "\(plan.clustering.rawValue), \(plan.replicates) replicates, seed \(plan.seed)"
    }

    private func rows(_ rows: [(name: String, figure: Double?, interval: Interval?)]) -> [String] {
        let width = min(style.width - 24, rows.map { TerminalText.columns(TerminalText.inert($0.name)) }.max() ?? 0)
        return rows.map { name, figure, interval in
            let range =
                interval.map { "\(Numerals.signless($0.low)) … \(Numerals.signless($0.high))" } ?? Numerals.missing
            return TerminalText.fit(TerminalText.inert(name), width, ellipsis: style.plain("…")) + " "
                + style.plain(Numerals.signless(figure)) + "  " + style.plain(range)
        }
    }
}

extension Numerals {
    /// Three places, with a sign only where it is negative.
    static func signless(_ number: Double?) -> String {
        guard let number else { return missing }
        return number < 0 ? signed(number, places: 3) : decimal(number, places: 3)
    }
}
