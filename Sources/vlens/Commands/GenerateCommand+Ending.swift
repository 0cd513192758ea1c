import AnswerStore
import Elicitation
import Foundation
import Study
import Text
import Workbench

extension GenerateCommand {
    /// Keeps and writes the actions, shows what came of it, and ends with the exit code that fits.
    func conclude(
        _ planned: PlannedGeneration, _ run: RunRecord, _ ending: PlannedGeneration.Ending, _ store: AnswerStore
    ) throws {
        let summary = GenerationSummary(planned, ending.rounds, run: run)
        let counts = try store.counts(run: run.id)
        if !quiet { Notes.tellServing(counts) }
        try keep(summary, in: store)
        Terminal.output.write(json ? summary.json.text() : summary.table)
        if ending.snapshot.bound != nil || ending.snapshot.failed > 0,
            let incomplete = RunEnding.incompleteness(ending.snapshot, counts)
        {
            throw incomplete
        }
        if let lacking = summary.lacking { throw CommandFailure(lacking, exitCode: CommandFailure.incomplete) }
    }

    private func keep(_ summary: GenerationSummary, in store: AnswerStore) throws {
        guard !summary.lines.isEmpty else { return }
        let file = out.map { URL(filePath: $0).lastPathComponent } ?? ""
        try summary.save(in: store, file: file, at: Date())
        guard let out else {
            if !quiet {
                Terminal.error.line(
                    Terminal.error.wrapped(
                        "kept in the store as '\(GenerationSummary.name(of: summary.respondent))'; --out FILE.jsonl writes a file"
                    ))
            }
            return
        }
        try TextOutput.replace(out, with: summary.text)
        if !quiet { Terminal.error.line("actions: \(out)") }
    }

    /// `--list`: what a store has of it, and what it has not.
    func showList(_ planned: PlannedGeneration) async throws {
        let store = try self.store.existing()
        let run = try planned.stored(in: store)
        guard let run else {
            throw CommandFailure(
                "no actions were asked for of '\(Plain.line(planned.respondent))' with this wording and these settings: give the "
                    + "command that asked for them, with --list")
        }
        let summary = GenerationSummary(planned, try await planned.state(of: run, in: store), run: run)
        if let out { try TextOutput.replace(out, with: summary.text) }
        Terminal.output.write(json ? summary.json.text() : summary.table + summary.listed)
    }
}
