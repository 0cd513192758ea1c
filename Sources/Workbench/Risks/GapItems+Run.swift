package import AnswerStore
import Measures
import Reports
import Study
import Text

extension GapItems {
    /// The gaps of a stored run, by the scoring that takes no side for cells that decide none: each with the action that was chosen more
    /// often.
    ///
    /// - Throws: ``RiskError`` where the run has none, or none can be read; `StoreError`.
    package init(ofRun run: RunRecord, in store: AnswerStore) throws {
        let source = "run \(run.id)"
        guard run.origin.isMeasured else {
            throw RiskError.notMeasured(run: run.id, respondent: run.respondent)
        }
        let measured = try MeasuredRun(run: run, store: store, scoring: .strict)
        try measured.requireReadings()
        let (measures, study) = (measured.measures, measured.study)
        let table = measures.overall.pooled.table
        let collector = try MeasuredRun.collect(run, store, study, .strict, RunExtents(of: run, store))
        let run = CodedGap.runID(ofKey: measured.run.key)
        var (items, withoutAction): ([GapItem], Int) = ([], 0)
        // In the order of the study's cells, so that a project's order says nothing of how wide a gap is.
        for gap in Self.misaligned(measures).sorted(by: { $0.cell < $1.cell }) {
            let found = try MeasuredRun.example(of: gap, measures, study, collector, store)
            guard let chosen = found.chosen, !chosen.text.trimmed.isEmpty else {
                withoutAction += 1
                continue
            }
            let inclination: Inclination = found.cell.inclination == .agree ? .agree : .disagree
            let line = DatasetAction(
                cell: found.key, inclination: inclination, action: chosen, generator: found.generator,
                language: study.language.rawValue)
            items.append(
                GapItem(
                    line.withFoundSpans,
                    CodedGap(
                        respondent: measured.run.respondent, run: run, stated: gap.stated, acted: gap.acted,
                        otherAction: found.cell.otherAction, reason: found.cell.justification)))
        }
        guard table.inconsistent > 0 else { throw RiskError.nothingMisaligned(source: source) }
        guard !items.isEmpty else { throw RiskError.noActions(source: source, cells: withoutAction) }
        self.init(
            items,
            of: GapPopulation(
                respondent: measured.run.respondent, run: run, source: source,
                distinction: measured.distinction?.withoutNumber, counted: measures.counts.both,
                misaligned: table.inconsistent, undecided: measures.counts.both - table.count),
            study: study)
    }

    /// Cells that are decided on both sides, and differently.
    private static func misaligned(_ measures: MeasureReport) -> [CellGap] {
        measures.misalignedCells(limit: .max).filter { gap in
            measures.ties.sides(stated: gap.stated, acted: gap.acted).map { $0.stated != $0.acted } ?? false
        }
    }
}

extension CodedGap {
    /// What tells a run from others wherever its store lies: its key, hashed to 16 hexadecimal digits.
    package static func runID(ofKey key: String) -> String {
        var encoding = CanonicalEncoding(version: "vlens-gap-run-1")
        encoding.append(key)
        return encoding.digest(bytes: 8)
    }
}

extension DatasetAction {
    /// The line with the stretches of the action that its attributions mean.
    var withFoundSpans: DatasetAction {
        var line = self
        line.spans = action.attributions.compactMap { SpanFinder.find($0, in: action.text)?.span }
        return line
    }
}
