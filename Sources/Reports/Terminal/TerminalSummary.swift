import Measures
import Pages

/// A report on a terminal: what was found, what came back, and where the gaps are.
package struct TerminalSummary: Sendable {
    private let input: ReportInput
    private let style: TerminalStyle

    /// A summary for one terminal.
    package init(_ input: ReportInput, style: TerminalStyle) {
        self.input = input
        self.style = style
    }

    /// The whole text, with a line feed after each line. No line is wider than the terminal.
    package var text: String {
        let measures = input.measures
        var lines = heading
        lines += [""] + Findings(input: input).sentences.flatMap { bullet($0) }
        lines += [""] + title("What came back") + states
        // What is explained by something else is not drawn as if it told of a gap.
        guard RunCaveat(measures) == nil else { return lines.map { $0 + "\n" }.joined() }
        lines +=
            [""] + title(style.plain("Inconsistent cells by country, and the paper’s alignment rate"))
            + shares(measures.countries, input.intervals?.countries)
        lines +=
            [""] + title(style.plain("Inconsistent cells by topic, and the paper’s alignment rate"))
            + shares(measures.topics, input.intervals?.topics)
        lines += [""] + title("Values contradicted most often: inconsistent cells; distance, its floor") + values
        return lines.map { $0 + "\n" }.joined()
    }

    private var heading: [String] {
        let inert = TerminalText.inert(style.plain(input.title))
        return TerminalText.wrap(inert, width: style.width).map { style.paint($0, .strong) }
            + TerminalText.wrap(style.plain(input.measures.axes.extent), width: style.width)
            .map { style.paint($0, .quiet) }
            + TerminalText.wrap("scoring: \(input.measures.scoring.rawValue); agree = 0", width: style.width)
            .map { style.paint($0, .quiet) }
    }

    private func title(_ text: String) -> [String] {
        TerminalText.wrap(text, width: style.width).map { style.paint($0, .strong) }
    }

    private func bullet(_ sentence: String) -> [String] {
        let sign = style.hasUnicode ? "• " : "* "
        return TerminalText.wrap(sign + style.plain(TerminalText.inert(sentence)), width: style.width, indent: "  ")
    }

    private var states: [String] {
        let rows = [
            ("Task 1", input.measures.states.stated, TerminalStyle.Role.stated),
            ("Task 2", input.measures.states.acted, TerminalStyle.Role.acted),
        ]
        return rows.flatMap { name, counts, role in
            TerminalText.wrap("\(name): \(StateFigure.sentence(counts))", width: style.width, indent: "  ")
                .map { style.paint($0, role) }
        }
    }

    private func shares(_ groups: [GroupMeasures], _ found: [GroupIntervals]?) -> [String] {
        let all = [("all together", input.measures.overall, input.intervals?.overall)]
        let rows = (groups.indices.map { (groups[$0].name, groups[$0], found?[$0]) } + all).map { name, group, found in
            let share = group.pooled[.inconsistencyShare]
            let numbers = [
                Numerals.percent(share), percentRange(found?.pooled[.inconsistencyShare]),
                Numerals.decimal(group.alignmentRate), range(found?.alignmentRate),
            ]
            return (name, share, numbers.compactMap { $0 }.joined(separator: " "))
        }
        return bars(rows, role: .gap)
    }

    private func percentRange(_ interval: Interval?) -> String? {
        style.width < 76 ? nil : Numerals.percentRange(interval)
    }

    /// Left out where it would leave no room for names and bars.
    private func range(_ interval: Interval?) -> String? {
        style.width < 76 ? nil : Numerals.range(interval)
    }

    private var values: [String] {
        let measures = input.measures
        let rows = InconsistencyRanking(measures).values.prefix(RankFigure.top).map { place in
            let pooled = measures.values[place.value].pooled
            let found = input.intervals?.values[place.value][.inconsistencyShare]
            let numbers = [
                Numerals.percent(place.share), percentRange(found), Numerals.decimal(pooled.distance),
                Numerals.decimal(pooled.floor),
            ].compactMap { $0 }.joined(separator: " ")
            return (measures.axes.values[place.value], Optional(place.share), numbers)
        }
        return rows.isEmpty ? [style.plain(Numerals.missing)] : bars(Array(rows), role: .gap)
    }

    /// Names, bars and numbers in columns that fill the terminal, up to a width that the eye can follow.
    private func bars(_ rows: [(name: String, share: Double?, numbers: String)], role: TerminalStyle.Role) -> [String] {
        let names = rows.map { TerminalText.inert($0.name) }
        let numbers = rows.map { style.plain($0.numbers) }
        let numberWidth = numbers.map(TerminalText.columns).max() ?? 0
        let wanted = names.map(TerminalText.columns).max() ?? 0
        let room = min(style.width, 100) - numberWidth - 2
        let nameWidth = min(wanted, max(room - 10, room * 3 / 5))
        let barWidth = max(4, min(40, room - nameWidth))
        let ellipsis = style.hasUnicode ? "…" : "..."
        return rows.indices.map { index in
            TerminalText.fit(names[index], nameWidth, ellipsis: ellipsis) + " "
                + style.paint(style.bar(rows[index].share, columns: barWidth), role) + " "
                + TerminalText.fit(numbers[index], numberWidth, isRight: true)
        }
    }
}
