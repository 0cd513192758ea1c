import Measures
package import Pages
package import Text

extension WarningInput {
    /// The document as JSON.
    package var json: JSONValue {
        func json(_ run: Run) -> JSONValue {
            ["number": .integer(run.number), "respondent": .string(run.respondent)]
        }
        return [
            "title": .string(title), "version": .string(version), "study": .string(study), "target": json(target),
            "learned_from": .array(
                zip(learnedFrom, found.learned).map { run, learned in
                    [
                        "number": .integer(run.number), "respondent": .string(run.respondent),
                        "cells": .integer(learned.cells), "gaps": .integer(learned.gaps),
                        "probabilities": learned.probabilities?.json ?? .null,
                    ]
                }), "testing": .string(found.testing.rawValue), "standing": .string(found.standing.rawValue),
            "verdict": .string(verdict), "notices": .array(notices.map(JSONValue.string)),
            "undecided": .integer(undecided),
            "penalty_c": JSONValue(found.c), "tested": found.tested.json, "outcome": found.outcome?.json ?? .null,
            "warnings": .array(
                found.warnings.map { warning in
                    [
                        "cell_number": .integer(warning.cell.number), "country": .string(warning.cell.country),
                        "topic": .string(warning.cell.topic), "value": .string(warning.cell.value),
                        "group": .string(warning.cell.group), "stated": .number(warning.cell.stated),
                        "stated_spread": JSONValue(warning.cell.statedSpread),
                        "probability": .number(warning.probability),
                        "gap": warning.cell.isGap.map { .bool($0) } ?? .null,
                        "reasons": .array(
                            warning.reasons.map { ["feature": .string($0.feature), "log_odds": .number($0.amount)] }),
                    ]
                }),
        ]
    }

    /// The warnings, and the reliability diagrams' bins.
    package var tables: [CSVTable] {
        [
            CSVTable(
                name: "warnings.csv",
                header: [
                    "rank", "cell_number", "country", "topic", "value", "group", "stated", "stated_spread",
                    "probability", "gap",
                    "reasons",
                ],
                rows: found.warnings.enumerated().map { place, warning in
                    [
                        .count(place + 1), .count(warning.cell.number), .text(warning.cell.country),
                        .text(warning.cell.topic), .text(warning.cell.value), .text(warning.cell.group),
                        .number(warning.cell.stated), .number(warning.cell.statedSpread), .number(warning.probability),
                        .truth(warning.cell.isGap), .text(warning.reasonWords()),
                    ]
                }),
            CSVTable(
                name: "warning-calibration.csv", header: ["part"] + ProbabilityReport.binColumns,
                rows: panels.flatMap { part, _, report in report.binFields.map { [.text(part)] + $0 } }),
        ]
    }

    /// How each set of probabilities is named in files and on paper.
    private var panels: [(part: String, label: String, report: ProbabilityReport)] {
        [("tested", "Where tested", found.tested)] + (found.outcome.map { [("outcome", target.respondent, $0)] } ?? [])
    }

    /// The reliability diagrams.
    package var figure: Figure {
        let panels = panels.map { ReliabilityFigure.Panel(label: $0.label, report: $0.report) }
        var figure = ReliabilityFigure(
            heading: Figure.Heading(
                "warning-reliability", title: "Are the probabilities of a gap true?",
                summary: "Reliability diagrams. " + ReliabilityFigure.summary(panels)), panels: panels
        ).figure
        figure.source = "\(target.respondent), learned from \(listed(learnedFrom.map(\.respondent)))"
        return figure
    }

    /// The files of a folder: the document, the tables, the diagram.
    package var files: [(path: String, text: String)] {
        let document = json
        return [("warnings.json", document.text())]
            + (tables + [DataDictionary.table(tables, [("warnings.json", document)])]).map { ($0.name, $0.text) }
            + [("figures/\(figure.name).svg", figure.standalone)]
    }
}

/// Warnings on a terminal.
package struct WarningText: Sendable {
    private let input: WarningInput
    private let most: Int
    private let style: TerminalStyle

    /// The text of an input.
    ///
    /// - Parameter most: how many cells are shown.
    package init(_ input: WarningInput, most: Int = 20, style: TerminalStyle) {
        (self.input, self.most, self.style) = (input, most, style)
    }

    /// The whole text, with a line feed after each line.
    package var text: String {
        let found = input.found
        var lines = wrapped(input.title).map { style.paint($0, .strong) }
        lines += wrapped(input.study) + wrapped(input.learning) + input.notices.flatMap { wrapped("! " + $0) }
        lines += wrapped((found.standing == .skilled ? "" : "! ") + input.verdict) + [""]
        lines += scores + [""] + cells
        if input.undecided > 0 {
            lines += wrapped(
                "\(Numerals.count(input.undecided, "cell", "cells")) without a stated side: nothing is warned of there."
            )
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private var scores: [String] {
        let found = input.found
        var rows: [(String, ProbabilityReport)] = [("where tested", found.tested)]
        for (run, learned) in zip(input.learnedFrom, found.learned) {
            if let report = learned.probabilities { rows.append(("  " + run.respondent, report)) }
        }
        if let outcome = found.outcome { rows.append(("this run’s Task 2", outcome)) }
        let width = min(34, style.width - 2, rows.map { TerminalText.columns($0.0) }.max() ?? 0) + 2
        // As many columns as fit.
        func row(_ name: String, _ fields: [String], _ skill: String) -> String {
            var line = TerminalText.fit(TerminalText.inert(style.plain(name)), width)
            let padded = zip(fields, [7, 9, 8, 11]).map { TerminalText.fit(style.plain($0), $1, isRight: true) }
            for field in padded + ["  " + style.plain(skill)]
            where TerminalText.columns(line) + TerminalText.columns(field) <= style.width {
                line += field
            }
            return line
        }
        return [row("", ["cells", "gaps", "Brier", "base rate"], "skill")]
            + rows.map { name, report in
                row(
                    name,
                    [
                        Numerals.count(report.cells), Numerals.percent(report.baseRate),
                        Numerals.decimal(report.brier.value, places: 3),
                        Numerals.decimal(report.baseRateBrier, places: 3),
                    ],
                    Numerals.signed(report.skill?.value, places: 3)
                        + (Numerals.range(report.skill?.interval, places: 3, isSigned: true).map { " \($0)" } ?? ""))
            }
    }

    private var cells: [String] {
        let shown = input.found.warnings.prefix(most)
        guard !shown.isEmpty else { return [] }
        let head = shown.count < input.found.warnings.count ? "The \(shown.count) least trustworthy words" : "All words"
        return wrapped("\(head): the chance that the word is not kept, what is stated (0 agree), and why (log-odds)")
            .map {
                style.paint($0, .strong)
            }
            + shown.map { warning in
                let place = [warning.cell.country, warning.cell.topic, warning.cell.value].joined(separator: " · ")
                let line =
                    Numerals.decimal(warning.probability) + "  " + Numerals.decimal(warning.cell.stated) + "  " + place
                    + (warning.cell.isGap.map { $0 ? "  (not kept)" : "  (kept)" } ?? "") + "  " + warning.reasonWords()
                return TerminalText.wrap(
                    TerminalText.inert(style.plain(line)), width: style.width, indent: "            "
                )
                .joined(separator: "\n")
            }
    }

    private func wrapped(_ text: String) -> [String] {
        TerminalText.wrap(TerminalText.inert(style.plain(text)), width: style.width)
    }
}
