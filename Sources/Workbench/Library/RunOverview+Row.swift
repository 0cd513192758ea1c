import AnswerStore
package import Reports

extension RunOverview {
    /// The run as the explorer's list shows it, with the figures that are there.
    func row(_ figures: RunFigures, _ progress: RunProgress) -> OverviewRow {
        OverviewRow(
            run: Int(run.id),
            respondent: RespondentSummary(
                name: run.respondent, isSimulated: run.respondent.hasPrefix("simulated/"),
                isImported: run.origin == .imported, servedModels: counts.models, serving: serving,
                distinction: distinction?.withoutNumber),
            study: study, status: status(progress), answered: counts.answered, refused: counts.refused,
            unreadable: counts.unreadable, failed: counts.failed, planned: progress.planned,
            secondsLeft: progress.secondsLeft, dollars: cost, report: figures.report,
            isCurrent: figures.isCurrent && figures.failure == nil)
    }

    private func status(_ progress: RunProgress) -> OverviewRow.Status {
        switch (run.origin, run.status) {
        case (.imported, _): .imported
        case (_, .finished): .finished
        case (_, .stopped): .stopped
        case (_, .running):
            progress.isBeingAsked && (progress.secondsSilent ?? 0) < RunProgress.longSilence ? .asked : .left
        }
    }
}
