import AnswerStore
package import Reports

extension RunOverview {
    /// The run as the explorer's list shows it, with the figures that are there.
    package func row(_ figures: RunFigures) -> OverviewRow {
        OverviewRow(
            run: Int(run.id),
            respondent: RespondentSummary(
                name: run.respondent, isSimulated: run.respondent.hasPrefix("simulated/"),
                isImported: run.origin == .imported,
                servedModels: counts.models, serving: serving, distinction: distinction?.words),
            study: study, status: run.status.rawValue, answered: counts.answered, refused: counts.refused,
            unreadable: counts.unreadable, failed: counts.failed, dollars: cost, measures: figures.measured?.measures)
    }
}
