package import Measures
package import Pages

/// Runs against the first of them as a forest plot: a difference a line, with its interval, on both sides of nothing.
package struct ForestFigure: Sendable {
    /// Lines under one heading.
    struct Section: Sendable {
        let heading: String
        let rows: [(label: String, difference: Difference?)]
    }

    private let sections: [Section]
    private let title: String

    private static let plotWidth = 520.0
    private static let rowHeight = 20.0
    private static let head = 44.0

    /// The figure of some comparisons with one run: for each of the others the whole run, then the F1 of disagree by
    /// country and topic, then the distance by value.
    ///
    /// - Parameter others: the names of the other runs, in the order of the comparisons.
    package init(_ comparisons: [MeasureComparison], first: String, others: [String]) {
        title = others.count == 1 ? "\(others[0]) minus \(first)" : "Each run minus \(first)"
        sections = zip(comparisons, others).flatMap { comparison, other in
            Self.sections(comparison, of: others.count == 1 ? "" : "\(other) · ")
        }
    }

    private static func sections(_ comparison: MeasureComparison, of run: String) -> [Section] {
        let (mean, pooled) = (comparison.overall.scenarioMean, comparison.overall.pooled)
        return [
            Section(
                heading: run + "The whole run",
                rows: [
                    ("F1 of disagree", mean[.f1Disagree]), ("F1 of agree", mean[.f1Agree]), ("kappa", pooled[.kappa]),
                    ("distance", mean[.distance]), ("signed gap", mean[.signedGap]),
                ]),
            Section(
                heading: run + "F1 of disagree by country",
                rows: comparison.countries.map { ($0.name, $0.scenarioMean[.f1Disagree]) }),
            Section(
                heading: run + "F1 of disagree by topic",
                rows: comparison.topics.map { ($0.name, $0.scenarioMean[.f1Disagree]) }),
            Section(
                heading: run + "Distance by value", rows: comparison.values.map { ($0.name, $0.pooled[.distance]) }),
        ]
    }

    /// The drawing.
    package var figure: Figure {
        var drawing = Drawing()
        let lines = sections.reduce(0) { $0 + $1.rows.count + 1 }
        let bottom = Self.head + Double(lines) * Self.rowHeight
        drawAxis(to: bottom, in: &drawing)
        var y = Self.head + Self.rowHeight / 2
        for section in sections {
            drawing.text(section.heading, x: 0, y: y + 4, style: "bold", size: 12)
            y += Self.rowHeight
            for row in section.rows {
                draw(row.label, row.difference, y: y, in: &drawing)
                y += Self.rowHeight
            }
        }
        return Figure(
            name: "forest", title: title,
            summary: "Differences of runs, each with its interval; filled where the interval leaves out 0.",
            width: labelWidth + Self.plotWidth + 190, height: bottom + 24, body: drawing.body)
    }

    private var labelWidth: Double {
        let labels = sections.flatMap(\.rows).map { TextWidth.estimate($0.label, size: 12) }
        return min(220, labels.max() ?? 0) + 14
    }

    /// The end of the axis on either side: a tenth that no interval goes beyond, 1 at most but for what is larger.
    private var reach: Double {
        let ends = sections.flatMap(\.rows).compactMap(\.difference).flatMap { difference in
            [difference.difference, difference.interval?.low ?? 0, difference.interval?.high ?? 0].map(abs)
        }
        return max(0.1, ((ends.filter(\.isFinite).max() ?? 0) * 10).rounded(.up) / 10)
    }

    private func x(_ change: Double) -> Double { labelWidth + (change / reach + 1) / 2 * Self.plotWidth }

    private func drawAxis(to bottom: Double, in drawing: inout Drawing) {
        drawing.text("← less than in the first run", x: x(0) - 10, y: 14, style: "quiet end", size: 10)
        drawing.text("more than in the first run →", x: x(0) + 10, y: 14, style: "quiet", size: 10)
        for tick in -2...2 {
            let change = reach * Double(tick) / 2
            drawing.line(
                from: (x(change), Self.head - 8), to: (x(change), bottom + 2), style: tick == 0 ? "axis" : "grid")
            for y in [Self.head - 12, bottom + 16] {
                drawing.text(Numerals.signed(change), x: x(change), y: y, style: "quiet mid", size: 10)
            }
        }
    }

    private func draw(_ label: String, _ difference: Difference?, y: Double, in drawing: inout Drawing) {
        let name = TextWidth.fit(label, size: 12, width: labelWidth - 12)
        drawing.text(name, x: labelWidth - 12, y: y + 4, style: "end", size: 12)
        guard let difference, difference.difference.isFinite else {
            return drawing.text(Numerals.missing, x: x(0), y: y + 4, style: "quiet mid", size: 12)
        }
        let change = Numerals.signed(difference.difference, places: 3)
        var words = change
        var isClear = false
        if let interval = difference.interval {
            isClear = interval.low > 0 || interval.high < 0
            drawing.line(from: (x(interval.low), y), to: (x(interval.high), y), style: "line-ink", width: 1.5)
            words += "  [\(Numerals.signed(interval.low, places: 3)), \(Numerals.signed(interval.high, places: 3))]"
        }
        drawing.dot(
            x: x(difference.difference), y: y, radius: 4, style: isClear ? "fill-ink" : "hollow line-ink",
            stroke: isClear ? nil : 1.5, tip: "\(label): \(words)")
        drawing.text(words, x: x(reach) + 14, y: y + 4, size: 11)
    }
}
