import AnswerStore
import Elicitation
import Foundation
import Measures
import Reports
import Respondents
import Study
import Workbench

extension RunCommand {
    /// Measures, shows, writes the report, and ends with the exit code that fits.
    func conclude(
        _ run: RunRecord, _ study: StudyDefinition, _ snapshot: RunSnapshot, _ store: AnswerStore
    ) async throws {
        // As it stands now, with its end.
        let run = try store.run(key: run.key) ?? run
        var measured = try MeasuredRun(run: run, store: store, scoring: .strict, study: study)
        measured.prices = try prices.table()
        Notes.tell(measured.olderReadings)
        let incomplete = try incompleteness(of: run, snapshot, measured.counts)
        try noteUnreadable(run, snapshot, measured.counts, store)
        if !quiet { Notes.tellServing(measured.counts) }
        if let asked = part.task, concludeAlone(asked, measured, snapshot) {
            if let incomplete { throw incomplete }
            return
        }
        if let nothing = measured.measures.nothingMeasured, let incomplete {
            // What the questions lack is told in place of the usual remedies.
            throw CommandFailure(nothing.words + "\n" + incomplete.message, exitCode: incomplete.exitCode)
        }
        try measured.requireReadings()
        try await measured.addUncertainty(ResamplingPlan())
        if json {
            Terminal.output.write(measured.json())
        } else {
            Terminal.output.write(TerminalSummary(measured.reportInput(), style: Terminal.output.style).text)
        }
        if let path = try report.write(measured) { Terminal.error.write("report: \(path)\n") }
        if let incomplete { throw incomplete }
    }

    /// Says what may be had by asking again, or in another way.
    private func noteUnreadable(_ run: RunRecord, _ snapshot: RunSnapshot, _ counts: StoredCounts, _ store: AnswerStore)
        throws
    {
        func note(_ sentence: String) { Terminal.error.line(Terminal.error.wrapped("note: \(sentence)")) }
        if snapshot.askedAgain > 0 {
            note(
                "\(snapshot.askedAgain) asked again; \(snapshot.askedAgain) earlier "
                    + "\(snapshot.askedAgain == 1 ? "reply" : "replies") kept beside the new")
        }
        guard counts.unreadable > 0 else { return }
        let cutOff = try store.cutOff(run: run.id)
        if cutOff > 0, !quiet {
            note(
                "\(cutOff) of \(counts.replied) replies reached the limit of tokens (--max-tokens \(model.maxTokens)); with "
                    + "another limit it is another run")
        }
        let empty = counts.unreadableReasons[UnreadableReason.empty.rawValue] ?? 0
        // A simulated respondent says the same again.
        if empty > 0, !run.respondent.hasPrefix("simulated/") {
            note(
                "\(empty) of \(counts.replied) replies \(empty == 1 ? "is" : "are") empty, which often passes: ask again with "
                    + "--retry-unreadable empty")
        }
    }

    /// Why questions have no reply, with what to do; nil where all have theirs.
    private func incompleteness(
        of run: RunRecord, _ snapshot: RunSnapshot, _ counts: StoredCounts
    ) throws -> CommandFailure? {
        let reasons = counts.failures.isEmpty ? "" : "\n" + FailureLines.text(counts.failures)
        if let bound = snapshot.bound {
            var why = bound == .cap ? "the cap is reached" : "--limit is reached"
            if counts.failed > 0 { why += ", and \(counts.failed) failed" }
            let remedy = bound == .cap ? "raise it to go on" : "go on with: \(Self.commandLine)"
            return CommandFailure(
                "\(why): \(snapshot.done) of \(snapshot.planned) questions have their reply; \(remedy)\(reasons)",
                exitCode: CommandFailure.incomplete)
        }
        guard snapshot.failed > 0 else { return nil }
        let last = counts.failures.first?.lastMessage ?? "none"
        let others = counts.failures.count > 1 ? reasons : ""
        return CommandFailure(
            "\(snapshot.failed) of \(snapshot.planned) questions have no reply (last error: \(last)); "
                + "ask them again with: \(Self.commandLine)\(others)", exitCode: CommandFailure.incomplete)
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

    /// The command as it was typed, to be typed again; with `<REDACTED>` where a key was typed.
    static var commandLine: String {
        let words = ["vlens"] + CommandLine.arguments.dropFirst().map { KeyLike.masked($0) }
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
