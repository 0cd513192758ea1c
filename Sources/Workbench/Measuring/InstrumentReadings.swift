import AnswerStore
package import Measures
import Study

/// How many variants and replicates a run's replies span, by task.
struct RunExtents {
    let stated: (variants: Int, replicates: Int)
    let acted: (variants: Int, replicates: Int)

    init(of run: RunRecord, _ store: AnswerStore) throws {
        stated = try store.extent(run: run.id, task: StudyTask.stated.rawValue)
        acted = try store.extent(run: run.id, task: StudyTask.acted.rawValue)
    }
}

/// The readings of both tasks with how they were asked for.
package struct InstrumentReadings: Sendable {
    package let stated: TaskReadings
    package let acted: TaskReadings
    /// Of the respondent and of those who wrote the actions, where several did.
    package var families: GeneratorFamilies?
}

extension GeneratorFamilies {
    /// The families of a respondent and of a study's generators; `nil` where there are not several.
    init?(of study: StudyDefinition, asking respondent: String) {
        guard !study.generators.isEmpty else { return nil }
        self.init(
            respondent: ModelFamily.family(of: respondent),
            generators: study.generators.map { Generator(name: $0, family: ModelFamily.family(of: $0)) })
    }
}

extension InstrumentReadings {
    /// The readings of a stored run.
    ///
    /// - Returns: `nil` where a task has no reply at all.
    init?(
        of run: RunRecord, _ study: StudyDefinition, _ collector: ReadingCollector, _ extents: RunExtents
    ) throws {
        guard run.knowsWording else {
            try self.init(importedAs: collector)
            return
        }
        guard collector.stated.askings > 0, collector.acted.askings > 0 else { return nil }
        let stated = try AskingDesign(
            study, task: .stated, variants: extents.stated.variants, replicates: extents.stated.replicates)
        let acted = try AskingDesign(
            study, task: .acted, variants: extents.acted.variants, replicates: extents.acted.replicates,
            disagreeFirst: collector.disagreeFirst)
        self.init(
            stated: TaskReadings(collector.stated, design: stated),
            acted: TaskReadings(collector.acted, design: acted))
        families = GeneratorFamilies(of: study, asking: run.respondent)
    }

    /// The readings of replies that others recorded.
    ///
    /// - Returns: `nil` where a task has no reply at all.
    init?(importedAs collector: ReadingCollector) throws {
        guard collector.stated.askings > 0, collector.acted.askings > 0 else { return nil }
        self.init(
            stated: TaskReadings(collector.stated, design: try AskingDesign(prompts: collector.stated.askings)),
            acted: TaskReadings(
                collector.acted,
                design: try AskingDesign(prompts: collector.acted.askings, disagreeFirst: collector.disagreeFirst)))
    }

    /// The instrument's own errors; without intervals where there is no plan.
    package func report(of measures: MeasureReport, plan: ResamplingPlan?) async throws -> InstrumentReport {
        try await InstrumentReport(of: measures, stated: stated, acted: acted, plan: plan, families: families)
    }
}
