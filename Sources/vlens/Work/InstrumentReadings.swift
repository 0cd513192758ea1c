import AnswerStore
import Measures
import Study

/// The readings of both tasks with how they were asked for.
struct InstrumentReadings {
    let stated: TaskReadings
    let acted: TaskReadings
}

extension InstrumentReadings {
    /// The readings of a stored run.
    ///
    /// - Returns: `nil` where a task has no reply at all.
    init?(
        of run: RunRecord, _ store: AnswerStore, _ study: StudyDefinition, _ collector: ReadingCollector
    ) throws {
        guard run.origin == .asked else {
            try self.init(importedAs: collector)
            return
        }
        func design(_ task: StudyTask, disagreeFirst: [Bool?] = []) throws -> AskingDesign {
            let extent = try store.extent(run: run.id, task: task.rawValue)
            return try AskingDesign(
                study, task: task, variants: extent.variants, replicates: extent.replicates,
                disagreeFirst: disagreeFirst)
        }
        guard collector.stated.askings > 0, collector.acted.askings > 0 else { return nil }
        self.init(
            stated: TaskReadings(collector.stated, design: try design(.stated)),
            acted: TaskReadings(collector.acted, design: try design(.acted, disagreeFirst: collector.disagreeFirst)))
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
    func report(of measures: MeasureReport, plan: ResamplingPlan?) async throws -> InstrumentReport {
        try await InstrumentReport(of: measures, stated: stated, acted: acted, plan: plan)
    }
}
