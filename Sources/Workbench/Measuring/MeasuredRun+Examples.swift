import AnswerStore
import Measures
import Reading
import Reports
import Study

extension MeasuredRun {
    /// The most examples of gaps that a report shows.
    package static let mostExamples = 16

    /// The examples of a run's gaps, each with both actions, all readings and, where a reply gives one, the
    /// respondent's reason.
    static func examples(
        of measures: MeasureReport, _ study: StudyDefinition, _ collector: ReadingCollector, _ store: AnswerStore
    ) throws -> [MisalignedCell] {
        try GapExamples(of: measures, limit: mostExamples).cells.map { gap in
            try example(of: gap, measures, study, collector, store).cell
        }
    }

    /// A misaligned cell with what stands behind it.
    struct Example {
        let key: Cell
        let cell: MisalignedCell
        /// The action that was chosen more often, and who wrote it; `nil` where the study has no action for the cell.
        let chosen: Action?
        let generator: String
    }

    /// A cell with both actions, all readings and, where a reply gives one, the respondent's reason.
    static func example(
        of gap: CellGap, _ measures: MeasureReport, _ study: StudyDefinition, _ collector: ReadingCollector,
        _ store: AnswerStore
    ) throws -> Example {
        let place = measures.axes.position(ofCell: gap.cell)
        let chosen: Inclination = gap.acted >= 0.5 ? .disagree : .agree
        let key = Cell(
            scenario: Scenario(
                country: measures.axes.countries[place.country], topic: measures.axes.topics[place.topic]),
            value: measures.axes.values[place.value])
        let pair = study.pair(
            of: key, chosen: chosen, number: gap.cell, collector.acted, variants: study.variants(of: .acted).count)
        let (action, other) = (pair?[chosen], pair?[chosen.opposite])
        let cell = MisalignedCell(
            country: key.scenario.country, topic: key.scenario.topic, value: key.value, stated: gap.stated,
            acted: gap.acted, action: action?.text ?? "", inclination: chosen == .agree ? .agree : .disagree,
            attributions: action?.attributions ?? [], explanation: action?.explanation ?? "",
            otherAction: other?.text ?? "", readings: collector.readings(ofCell: gap.cell),
            justification: try reason(for: chosen, cell: gap.cell, collector, store))
        let generator = study.pairs(of: key).first { $0.pair == pair }?.generator ?? ""
        return Example(key: key, cell: cell, chosen: action, generator: generator)
    }

    /// The reason in the first reply of a cell that made this choice and gives one.
    private static func reason(
        for choice: Inclination, cell: Int, _ collector: ReadingCollector, _ store: AnswerStore
    ) throws -> String? {
        for asking in 0..<collector.acted.askings
        where collector.acted.option(cell: cell, asking: asking) == Int(choice.code) {
            guard let reply = collector.reply(ofCell: cell, asking: asking) else { continue }
            if let reason = ChoiceReason.text(in: try store.text(ofReply: reply)) { return reason }
        }
        return nil
    }
}

extension StudyDefinition {
    /// The pair of a cell that stands for a choice: of several generators' the first of which the action was chosen.
    func pair(
        of cell: Cell, chosen: Inclination, number: Int, _ acted: CodedReadings?, variants: Int
    ) -> ActionPair? {
        guard !furtherActions.isEmpty, let acted, variants > 0 else { return pairs(of: cell).first?.pair }
        let asking = (0..<acted.askings).first {
            acted.option(cell: number, asking: $0) == Int(chosen.code) && pair(of: cell, variant: $0 % variants) != nil
        }
        return asking.flatMap { pair(of: cell, variant: $0 % variants) } ?? pairs(of: cell).first?.pair
    }
}

extension ReadingCollector {
    /// All readings of a cell, in the order of asking.
    func readings(ofCell cell: Int) -> MisalignedCell.Readings {
        MisalignedCell.Readings(
            stated: (0..<stated.askings).compactMap { stated.option(cell: cell, asking: $0) }, options: stated.options,
            acted: (0..<acted.askings).compactMap { asking in
                acted.option(cell: cell, asking: asking).map { $0 == Int(Inclination.agree.code) ? .agree : .disagree }
            })
    }
}
