import AnswerStore
import Elicitation
import Foundation
import Measures
import Study

extension RunCommand {
    /// Measures, shows, writes the report, and ends with the exit code that fits.
    func conclude(
        _ run: RunRecord, _ study: StudyDefinition, _ snapshot: RunSnapshot, _ store: AnswerStore
    ) async throws {
        // As it stands now, with its end.
        let run = try store.run(key: run.key) ?? run
        var measured = try MeasuredRun(run: run, store: store, scoring: .strict, study: study)
        measured.prices = try prices.table()
        let incomplete = try incompleteness(of: run, snapshot, store)
        try noteCutOff(run, measured.counts, store)
        if !quiet { measured.warnOfServing() }
        if let asked = part.task, concludeAlone(asked, measured, snapshot) {
            if let incomplete { throw incomplete }
            return
        }
        try measured.requireReadings(incomplete)
        try await measured.addUncertainty(ResamplingPlan())
        if json {
            Terminal.output.write(measured.json())
        } else {
            Terminal.output.write(measured.summary(for: .output))
        }
        if let path = try report.write(measured) { Terminal.error.write("report: \(path)\n") }
        if let incomplete { throw incomplete }
    }

    /// Says where the limit of tokens may have cost answers: a thinking model reaches it before it has answered.
    private func noteCutOff(_ run: RunRecord, _ counts: StoredCounts, _ store: AnswerStore) throws {
        guard counts.unreadable > 0, !quiet else { return }
        let cutOff = try store.cutOff(run: run.id)
        guard cutOff > 0 else { return }
        let line =
            "note: \(cutOff) of \(counts.replied) replies reached the limit of tokens (--max-tokens \(model.maxTokens)); with "
            + "another limit it is another run"
        Terminal.error.write(Terminal.error.wrapped(line) + "\n")
    }

    /// Why questions have no reply, with what to do; nil where all have theirs.
    private func incompleteness(
        of run: RunRecord, _ snapshot: RunSnapshot, _ store: AnswerStore
    ) throws -> CommandFailure? {
        if let bound = snapshot.bound {
            let why = bound == .cap ? "the cap is reached" : "--limit is reached"
            let remedy = bound == .cap ? "raise it to go on" : "go on with: \(Self.commandLine)"
            return CommandFailure(
                "\(why): \(snapshot.done) of \(snapshot.planned) questions have their reply; \(remedy)",
                exitCode: CommandFailure.incomplete)
        }
        guard snapshot.failed > 0 else { return nil }
        let failures = try store.failures(run: run.id)
        let last = failures.max { $0.failed < $1.failed }
        return CommandFailure(
            "\(snapshot.failed) of \(snapshot.planned) questions have no reply (last error: \(last?.message ?? "none")); "
                + "ask them again with: \(Self.commandLine)", exitCode: CommandFailure.incomplete)
    }

    /// Ends a run of one task that has no other to be compared with yet: that it was asked is what was wanted.
    ///
    /// - Returns: whether it was such a run.
    private func concludeAlone(_ asked: StudyTask, _ measured: MeasuredRun, _ snapshot: RunSnapshot) -> Bool {
        let states = measured.measures.states
        guard measured.measures.counts.both == 0, states.stated.answered + states.acted.answered > 0,
            let other = StudyTask.allCases.first(where: { $0 != asked })
        else { return false }
        let sentence =
            "\(snapshot.done) of \(snapshot.planned) questions have their reply. To compare them, give the same command "
            + "with --task \(other.rawValue), or without --task\n"
        Terminal.output.write(json ? measured.json() : sentence)
        return true
    }

    /// The command as it was typed, to be typed again.
    static var commandLine: String {
        let words = ["vlens"] + CommandLine.arguments.dropFirst()
        return words.map { word in
            let plain = word.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
                    || "-_./:,=@+".unicodeScalars.contains($0)
            }
            return plain && !word.isEmpty
                ? word
                : "'"
                    + word.split(separator: "'", omittingEmptySubsequences: false)
                    .joined(separator: "'\\''") + "'"
        }.joined(separator: " ")
    }
}
