import Measures
import Pages

extension ForestFigure {
    /// What each way of asking does to the answers: an effect a line with its interval, and the share of inclinations
    /// that change.
    ///
    /// - Returns: `nil` where there is no effect to show.
    init?(_ instrument: InstrumentReport) {
        let tasks = [("Task 1, stated", instrument.stated), ("Task 2, acted", instrument.acted)]
        let sections: [(heading: String, rows: [Row])] = tasks.compactMap { heading, task in
            var rows = InstrumentWords.effects(of: task).compactMap { effect in
                effect.shift.map { Self.row("\(effect.factor): \(effect.level)", $0, flips: effect.flips) }
            }
            if let position = task.position, let bias = position.bias {
                rows.append(Self.row("first place", bias, flips: position.flips))
            }
            if task == instrument.acted, let family = instrument.family, let shift = family.shift {
                rows.append(Self.row("actions of own family", shift, flips: family.flips))
            }
            return rows.isEmpty ? nil : (heading, rows)
        }
        if sections.isEmpty { return nil }
        self.init(
            Figure.Heading(
                ReportFigure.instrument.rawValue, title: "What the wording does to the answers",
                summary: FigureSummaries.effects(sections.flatMap(\.rows))),
            sides: (below: "towards agree", above: "towards disagree, or first"), sections: sections,
            columns: [
                Column(heading: "shift", offset: 30),
                Column(heading: "inclinations changed", offset: 190, isQuiet: true),
            ],
            layout: Layout(
                plotWidth: 430, margin: 310, rowHeight: 22, labelWidth: 240, partsOfOne: 20, places: 3))
    }

    private static func row(_ label: String, _ effect: Estimate, flips: Estimate?) -> Row {
        Row(
            label: label, number: effect.value, ends: effect.interval?.whisker,
            fields: [InstrumentWords.signed(effect), flips.map(InstrumentWords.share) ?? Numerals.missing])
    }
}
