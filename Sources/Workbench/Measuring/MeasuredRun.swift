package import AnswerStore
package import Costs
import Foundation
package import Measures
package import Reports
import Respondents
package import Study

/// A stored run with its figures.
package struct MeasuredRun: Sendable {
    package let run: RunRecord
    /// The part of the study that any start selected.
    package let study: StudyDefinition
    /// The hash of the whole study, as stored.
    package let protocolHash: String
    package let measures: MeasureReport
    let cells: [CellRecord]
    /// Where its replies and actions come from, and when they came.
    let provenance: RunProvenance
    /// What tells it from other runs of the same respondent; nil where there is none.
    package let distinction: RunDistinction?
    /// Cells that stand for the run's gaps.
    let examples: [MisalignedCell]
    package let counts: StoredCounts
    /// What the instrument's own errors are found from; `nil` where a task has no reply at all.
    package let readings: InstrumentReadings?
    /// Whether an older reader read its replies.
    package let olderReadings: OlderReadings?
    /// The uncertainty of the figures, once it was computed.
    package var intervals: MeasureIntervals?
    /// The gap with the respondent's own unsteadiness taken out, once it was computed.
    package var deconvolution: DeconvolutionReport?
    /// The instrument's own errors, once they were computed.
    package var instrument: InstrumentReport?
    /// How well both matrices follow the theory's circle, once it was computed; nil for a theory without one.
    package var circle: CircleReport?
    /// The figures by region of the world, once they were computed.
    package var regions: [RunPart] = []
    /// The leading figures without the cells whose action names its value, once they were asked for.
    package var withoutLeaking: WithoutLeaking?
    /// What was coded of its gaps, once it was looked for; `nil` where nothing was.
    package var risks: RiskInput?
    /// What tokens cost, for the report.
    package var prices: PriceTable?

    /// Reads a run's replies from the store and measures them.
    ///
    /// - Parameter study: the run's study where it is at hand, which saves reading it again from the store.
    package init(run: RunRecord, store: AnswerStore, scoring: Scoring, study known: LoadedStudy? = nil) throws {
        self.run = run
        // Replies that were imported before the dataset get its actions as soon as it is there.
        let asked = try known ?? LoadedStudy(ofRun: run.id, in: store)
        protocolHash = asked.protocolHash
        var study = try asked.joined(with: store).definition
        olderReadings = try OlderReadings([run], in: store)
        distinction = try RunDistinction.of(run, in: store)
        provenance = try RunProvenance(of: run, hasJoinedActions: !asked.definition.hasActions, in: store)
        let sampled = try RunSelection.sampledCells(of: run, in: study)
        // A run of a part of a study is measured on that part: the rest was never planned.
        study = try RunSelection.part(of: study, askedBy: run)
        self.study = study
        let extents = try RunExtents(of: run, store)
        let collector = try Self.collect(run, store, study, scoring, extents)
        let planned = sampled.map { sampled in
            (0..<study.cellCount).map { study.cell(at: $0).map(sampled.contains) ?? false }
        }
        measures = try MeasureReport(
            axes: collector.axes, stated: collector.stated, acted: collector.acted, states: collector.states,
            scoring: scoring, disagreeFirst: collector.disagreeFirst, planned: planned)
        cells = CellRecord.all(stated: collector.stated, acted: collector.acted)
        examples = try Self.examples(of: measures, study, collector, store)
        readings = try InstrumentReadings(of: run, study, collector, extents)
        counts = try store.counts(run: run.id)
    }

    static func collect(
        _ run: RunRecord, _ store: AnswerStore, _ study: StudyDefinition, _ scoring: Scoring, _ extents: RunExtents
    ) throws -> ReadingCollector {
        let (stated, acted) = (extents.stated, extents.acted)
        var collector = try ReadingCollector(
            study: study, statedAskings: stated.variants * stated.replicates,
            actedAskings: acted.variants * acted.replicates, options: study.optionCount, scoring: scoring)
        try collector.collect(run, store, scoring, extents)
        if let plan = try RunSelection.joined(run, study: study) { collector.plan(plan) }
        return collector
    }

    /// - Throws: where not a single cell can be measured.
    package func requireReadings() throws(WorkbenchError) {
        try measures.requireReadings(.showReplies, .raiseTokenLimit)
    }
}

extension MeasuredRun {
    /// Everything that a report shows.
    package func reportInput() -> ReportInput {
        var input = ReportInput(
            study: StudySummary(
                title: study.title, name: study.name, protocolHash: protocolHash, theory: study.theory.name,
                theorySource: study.theory.source),
            respondent: respondent,
            run: RunSummary(
                number: Int(run.id), started: Self.text(run.started), finished: run.finished.map(Self.text),
                askedFrom: provenance.replied.map { Self.text($0.lowerBound) },
                askedTo: provenance.replied.map { Self.text($0.upperBound) },
                importedFiles: provenance.files.map(\.source), actionsFile: provenance.actions?.source,
                spending: spending),
            prompts: samplePrompts, measures: measures, intervals: intervals,
            deconvolution: deconvolution, cells: cells, misaligned: examples,
            valueGlosses: Dictionary(
                study.theory.values.map { ($0.name, $0.gloss) }, uniquingKeysWith: { first, _ in first }),
            version: Release.version, instrument: instrument)
        (input.circle, input.regions) = (circle, regions)
        (input.withoutLeaking, input.risks) = (withoutLeaking, risks)
        return input
    }

    /// What the run took; replies of others tell nothing of it.
    private var spending: SpendingSummary? {
        let taken = counts.spending
        guard run.origin == .asked, taken.promptTokens + taken.completionTokens + taken.lost > 0 else { return nil }
        let price = prices?.price(of: run.respondent)
        return SpendingSummary(
            tokensIn: taken.promptTokens, tokensOut: taken.completionTokens, tokensReasoning: taken.reasoningTokens,
            repliesWithoutUsage: max(taken.silentPrompts, taken.silentCompletions), attemptsLost: taken.lost,
            dollars: price?.cost(of: taken), pricesDate: price == nil ? nil : prices?.date)
    }

    private var respondent: RespondentSummary {
        let settings = (try? JSONDecoder().decode([String: String].self, from: Data(run.settings.utf8))) ?? [:]
        let serving = ServingSummary(counts)
        let wished = settings.sorted { $0.key < $1.key }.map { LabelledText($0.key, $0.value) }
        return RespondentSummary(
            name: run.respondent, isSimulated: run.respondent.hasPrefix("simulated/"),
            isImported: run.origin == .imported, servedModels: counts.models,
            settings: serving.settings(wished), serving: serving, distinction: distinction?.words)
    }

    /// The first question of each task, as it was asked. What others asked is not known.
    private var samplePrompts: [SamplePrompt] {
        guard run.knowsWording, let plan = try? study.questions() else { return [] }
        return StudyTask.allCases.compactMap { task in
            guard plan.count(of: task) > 0 else { return nil }
            let question = plan[task == .stated ? plan.startIndex : plan.count(of: .stated)]
            let place = [question.scenario.country, question.scenario.topic] + [question.value].compactMap(\.self)
            return SamplePrompt(
                caption: "\(task == .stated ? "Task 1" : "Task 2") · \(place.joined(separator: " · "))",
                text: [question.system, question.prompt].compactMap(\.self).joined(separator: "\n\n"))
        }
    }

    /// UTC, so that a report says the same wherever it is written.
    private static func text(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(dateTimeSeparator: .space)).replacing("Z", with: " UTC")
    }
}
