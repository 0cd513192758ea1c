import AnswerStore
import Elicitation
import Measures
import Reading
import Reports
import Study
import Text
import Workbench

extension RunCommand {
    /// Measures, shows, writes the report, and ends with the exit code that fits.
    func conclude(
        _ planned: PlannedRun, _ begun: RunRecord, _ snapshot: RunSnapshot, _ answers: AnswerStore
    ) async throws {
        // As it stands now, with its end.
        let run = try planned.stored(in: answers) ?? begun
        var measured = try MeasuredRun(run: run, store: answers, scoring: .strict, study: planned.study)
        measured.prices = try prices.table()
        Notes.tell(measured.olderReadings)
        let incomplete = RunEnding.incompleteness(snapshot, measured.counts)
        let cutOff = measured.counts.unreadable > 0 && !quiet ? try answers.cutOff(run: run.id) : 0
        Notes.tellUnread(snapshot, measured.counts, respondent: run.respondent, cutOff: cutOff, limit: model.maxTokens)
        if !quiet { Notes.tellServing(measured.counts) }
        if let sentence = concludeAlone(measured, snapshot) {
            Terminal.output.write(json ? measured.json() : sentence)
            if let incomplete { throw incomplete }
            return
        }
        if let nothing = measured.measures.nothingMeasured, let incomplete {
            // Why questions have no reply is told in place of the usual remedies.
            throw CommandFailure(nothing.words + "\n" + incomplete.message, exitCode: incomplete.exitCode)
        }
        try measured.requireReadings()
        try await measured.addUncertainty(intervals.plan)
        try await without.add(to: &measured, intervals)
        let summary =
            json ? measured.json() : TerminalSummary(measured.reportInput(), style: Terminal.output.style).text
        Terminal.output.write(summary)
        if !json { ExcludeOption.show(measured) }
        if let path = try report.write(measured) { Terminal.error.write("report: \(path)\n") }
        if !quiet { Terminal.error.line("explore: \(store.exploring)") }
        if let incomplete { throw incomplete }
    }

    /// A run of one task that has no other to be compared with yet was asked, which is all that was wanted.
    ///
    /// - Returns: what to do next; `nil` where it is no such run.
    private func concludeAlone(_ measured: MeasuredRun, _ snapshot: RunSnapshot) -> String? {
        let states = measured.measures.states
        guard let asked = part.task, measured.measures.counts.both == 0,
            states.stated.answered + states.acted.answered > 0,
            let other = StudyTask.allCases.first(where: { $0 != asked })
        else { return nil }
        return
            "\(snapshot.done) of \(snapshot.planned) questions have their reply. To compare them, give the same command "
            + "with --task \(other.rawValue), or without --task\n"
    }
}
