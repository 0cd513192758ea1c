import Measures
import Pages

/// The table behind a figure for a paper: booktabs, numbers aligned on their decimal point, intervals in brackets.
package enum FigureLaTeX {
    /// The table, to be read in with `\input`; a heatmap's are matrices, one for each of its numbers. Without rows where there is
    /// nothing to show.
    package static func text(_ name: ReportFigure, _ input: ReportInput) -> String {
        let tables: [LaTeXTable] =
            switch name {
            case .countryHeatmap: matrices(.countries, name, input)
            case .topicHeatmap: matrices(.topics, name, input)
            default: FigureTable(name, input).map { [table($0, name, input)] } ?? []
            }
        let body = tables.map { "\n" + $0.text }.joined()
        let packages = tables.contains { $0.isTurned } ? "booktabs,tabularx,graphicx" : "booktabs,tabularx"
        return LaTeXScripts.remark(on: body)
            + "% \(LaTeXText.comment(input.title)), by ValueActionLens \(LaTeXText.comment(input.version)).\n"
            + (input.intervals.map { "% \(LaTeXText.comment($0.plan.sentence)).\n" } ?? "")
            + "% Needs \\usepackage{\(packages)}. Agree = 0, disagree = 1.\n" + body
    }

    private static func table(_ table: FigureTable, _ name: ReportFigure, _ input: ReportInput) -> LaTeXTable {
        // Values stand below their groups, and places below their country: a column less. The mosaic's one row is turned.
        if name == .inclinations { return turned(table, name, input) }
        let grouped = ["value_group", "country"].compactMap { word in
            table.columns.firstIndex { $0.name == word }.flatMap { $0 > 0 ? $0 : nil }
        }
        let by = grouped.last
        let kept = table.columns.indices.filter { !grouped.contains($0) }
        var rows: [LaTeXTable.Row] = []
        var heading = ""
        for row in table.rows {
            if let by, case .text(let text) = row[by], text != heading {
                heading = text
                rows.append(.heading(LaTeXText.escaped(text)))
            }
            rows.append(.fields(kept.map { written(row[$0], table.columns[$0].kind) }))
        }
        return LaTeXTable(
            header: kept.map { LaTeXText.escaped(table.columns[$0].heading) }, rows: rows,
            caption: caption(table.about, hasIntervals: kept.contains(where: table.hasIntervals), input),
            label: label(name, input), width: .text,
            alignment: kept.map { alignment(table.columns[$0].kind, hasInterval: table.hasIntervals($0)) })
    }

    private static func turned(_ table: FigureTable, _ name: ReportFigure, _ input: ReportInput) -> LaTeXTable {
        LaTeXTable(
            header: ["Inclinations", "Cells"],
            rows: table.columns.indices.map { index in
                .fields([
                    LaTeXText.escaped(table.columns[index].heading),
                    table.rows.first.map { written($0[index], .count) } ?? "",
                ])
            }, caption: caption(table.about, hasIntervals: false, input), label: label(name, input), width: .column)
    }

    /// A matrix for each number: values × places.
    private static func matrices(_ columns: GapColumns, _ name: ReportFigure, _ input: ReportInput) -> [LaTeXTable] {
        let (measures, axes) = (input.measures, input.measures.axes)
        let names = columns == .countries ? axes.countries : axes.topics
        let quantities: [(GapQuantity, String, Bool)] = [
            (.stated, "stated scores", false), (.acted, "acted scores", false),
            (.signedGap, "acted minus stated", true),
        ]
        return quantities.map { quantity, words, isSigned in
            let matrix = measures.matrix(quantity, by: columns)
            let rows = RowSection.values(of: axes).flatMap { section in
                [LaTeXTable.Row.heading(LaTeXText.escaped(section.heading))]
                    + section.rows.map { row in
                        .fields(
                            [LaTeXText.escaped(row.label)]
                                + matrix[row.index].map {
                                    written(.number($0), .number(isSigned: isSigned))
                                })
                    }
            }
            var table = LaTeXTable(
                header: ["Value"] + names.map { LaTeXText.escaped(TextWidth.fit($0, size: 1, width: 16)) }, rows: rows,
                caption: caption(
                    "\(words) by value and \(columns == .countries ? "country" : "topic"), agree = 0, disagree = 1",
                    hasIntervals: false, input), label: "\(label(name, input))-\(quantity.rawValue.lowercased())",
                width: .text, alignment: [.text] + names.map { _ in .point })
            table.isTurned = true
            return table
        }
    }

    private static func alignment(_ kind: FigureTable.Kind, hasInterval: Bool) -> LaTeXTable.Alignment {
        switch kind {
        case .text: .text
        case .count: .right
        case .number: hasInterval ? .pointWithInterval : .point
        }
    }

    private static func written(_ field: FigureTable.Field, _ kind: FigureTable.Kind) -> String {
        switch field {
        case .text(let text): return LaTeXText.escaped(text)
        case .count(let count): return count.map { LaTeXText.escaped(Numerals.count($0)) } ?? "---"
        case .number(let number, let interval):
            guard case .number(let places, let isSigned) = kind else { return "---" }
            let text = isSigned ? Numerals.signed(number, places: places) : Numerals.decimal(number, places: places)
            let range = Numerals.range(interval, places: places, isSigned: isSigned).map { " " + $0 } ?? ""
            return LaTeXText.escaped(text + range)
        }
    }

    private static func label(_ name: ReportFigure, _ input: ReportInput) -> String {
        "tab:vlens-\(input.shortName)-figure-\(name.rawValue)"
    }

    private static func caption(_ about: String, hasIntervals: Bool, _ input: ReportInput) -> String {
        var caption = "\(input.title): \(about)"
        if hasIntervals, let plan = input.intervals?.plan {
            caption += ". In brackets \(plan.percent) intervals (\(Numerals.count(plan.replicates)) draws)"
        }
        return LaTeXText.escaped(caption)
    }
}
