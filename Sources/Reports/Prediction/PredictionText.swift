import Measures
import Pages

/// Predictions on a terminal.
package struct PredictionText: Sendable {
    private let input: PredictionInput
    private let style: TerminalStyle

    /// The text of an input.
    package init(_ input: PredictionInput, style: TerminalStyle) { (self.input, self.style) = (input, style) }

    private var report: PredictionReport { input.report }

    /// The whole text, with a line feed after each line. No line is wider than the terminal.
    package var text: String {
        let blocks =
            [heading] + PredictionTarget.allCases.map(scores) + [masking, probabilities, pairs, findings]
        return blocks.filter { !$0.isEmpty }.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    }

    private var heading: [String] {
        title(input.title) + wrapped(input.scope) + input.notices.flatMap { wrapped("! " + $0) }
            + report.subjects.filter { $0.predicted < $0.cells }.flatMap { wrapped("\($0.label): \($0.counts).") }
            + (report.plan.map { wrapped("Intervals: \($0.clusterWords).") } ?? [])
    }

    // MARK: - Figures

    private func scores(_ target: PredictionTarget) -> [String] {
        let rows = report.subjects.compactMap { subject in subject[target].map { (subject, $0) } }
        guard let first = rows.first?.1 else { return [] }
        let width = nameWidth(rows.map(\.0.shortLabel) + first.baselines.map(\.kind.words))
        let lines = rows.map { subject, scores in
            line(subject.shortLabel, width, scores.cells) {
                scores.figures[$0]?.value
            } range: {
                Numerals.range(scores.figures[.f1]?.interval, places: 3)
            }
        }
        let baselines = first.baselines.map { baseline in
            line(baseline.kind.words, width, first.cells) {
                baseline.figures[$0]
            } range: {
                nil
            }
        }
        let kept = Numerals.percent(first.baseRate)
        return title(
            target == .stated ? "The stated side (\(kept) agree)" : "The gap (\(kept) of the words are not kept)")
            + [
                row(
                    "", width, ["cells", target == .stated ? "F1 agree" : "F1 gap"], "interval",
                    [target == .stated ? "F1 disagr." : "F1 kept", "macro", "accuracy", "kappa", "MCC"])
            ] + lines + baselines
            + (Set(rows.map(\.1.cells)).count > 1
                ? wrapped(
                    "Heading and baselines are of the first line’s cells; the lines have other cells than one another.")
                : [])
    }

    private func line(
        _ name: String, _ width: Int, _ cells: Int, value: (PredictionFigure) -> Double?, range: () -> String?
    ) -> String {
        row(
            name, width, [Numerals.count(cells), Numerals.decimal(value(.f1), places: 3)], range() ?? "",
            [.f1Other, .macroF1, .accuracy, .kappa, .matthewsCorrelation].map { Numerals.decimal(value($0), places: 3) }
        )
    }

    /// As many columns as fit.
    private func row(_ name: String, _ width: Int, _ first: [String], _ range: String, _ rest: [String]) -> String {
        var fields = [fit(name, width)] + first.map { fit($0, 9, isRight: true) } + ["  " + fit(range, 15)]
        fields += rest.map { fit($0, 10, isRight: true) }
        var line = ""
        for field in fields where TerminalText.columns(line) + TerminalText.columns(field) <= style.width {
            line += field
        }
        while line.hasSuffix(" ") { line.removeLast() }
        return line
    }

    /// One kind of evidence a line, as it stands and masked, side by side.
    private var masking: [String] {
        let pairs = report.subjects.indices.compactMap { place in report.masked(of: place).map { (place, $0) } }
        guard !pairs.isEmpty else { return [] }
        let width = nameWidth(pairs.map { report.subjects[$0.0].shortLabel })
        return title("F1 of agree with the value’s name in the evidence, and with it taken out")
            + [row("", width, ["named", "masked"], "difference", [])]
            + pairs.map { open, masked in
                let found = [open, masked].map { report.subjects[$0].stated?.figures[.f1]?.value }
                let pair = report.comparisons.first { Set([$0.first, $0.second]) == [open, masked] }
                let turned = pair?.first == open ? 1.0 : -1.0
                let difference = pair?.differences[.stated]?[.f1].map { $0.value * turned }
                return row(
                    report.subjects[open].shortLabel, width, found.map { Numerals.decimal($0, places: 3) },
                    Numerals.signed(difference, places: 3), [])
            }
    }

    private var probabilities: [String] {
        let rows = report.subjects.compactMap { subject in subject.stated?.probabilities.map { (subject, $0) } }
        guard !rows.isEmpty else { return [] }
        let width = nameWidth(rows.map(\.0.shortLabel))
        return title("Probabilities of the stated side")
            + [row("", width, ["cells", "Brier"], "base rate’s", ["skill", "log loss", "ECE", "if true"])]
            + rows.map { subject, found in
                row(
                    subject.shortLabel, width,
                    [Numerals.count(found.cells), Numerals.decimal(found.brier.value, places: 3)],
                    Numerals.decimal(found.baseRateBrier, places: 3),
                    [
                        Numerals.signed(found.skill?.value, places: 3),
                        Numerals.decimal(found.logLoss.value, places: 3),
                        Numerals.decimal(found.calibrationError, places: 3),
                        Numerals.decimal(found.calibrationErrorIfTrue, places: 3),
                    ])
            }
    }

    private var pairs: [String] {
        guard !report.comparisons.isEmpty else { return [] }
        let names = report.comparisons.map {
            "\(report.subjects[$0.second].shortLabel) − \(report.subjects[$0.first].shortLabel)"
        }
        let width = nameWidth(names, most: 46)
        var lines = title("Pairs on shared cells: difference in F1 of agree")
        for family in PredictionReport.Family.allCases {
            let members = zip(names, report.comparisons).filter { $1.family == family }
            guard !members.isEmpty else { continue }
            lines.append(row(family.words, width, ["cells", "F1"], "interval", ["p", "Holm"]))
            lines += members.map { name, pair in
                let found = pair.differences[.stated]?[.f1]
                return row(
                    "  " + name, width, [Numerals.count(pair.cells), Numerals.signed(found?.value, places: 3)],
                    Numerals.range(found?.interval, places: 3, isSigned: true) ?? Numerals.missing,
                    [Numerals.probability(pair.mcNemar.pValue), Numerals.probability(pair.pHolm)])
            }
        }
        return lines
    }

    private var findings: [String] {
        PredictionFindings(input: input).sentences.flatMap { sentence in
            TerminalText.wrap(
                (style.hasUnicode ? "• " : "* ") + TerminalText.inert(style.plain(sentence)), width: style.width,
                indent: "  ")
        }
    }

    // MARK: - Layout

    private func nameWidth(_ names: [String], most: Int = 38) -> Int {
        min(most, style.width - 2, names.map { TerminalText.columns(TerminalText.inert($0)) }.max() ?? 0) + 2
    }

    private func fit(_ text: String, _ width: Int, isRight: Bool = false) -> String {
        TerminalText.fit(TerminalText.inert(style.plain(text)), width, isRight: isRight)
    }

    private func title(_ text: String) -> [String] { wrapped(text).map { style.paint($0, .strong) } }

    private func wrapped(_ text: String) -> [String] {
        TerminalText.wrap(TerminalText.inert(style.plain(text)), width: style.width)
    }
}
