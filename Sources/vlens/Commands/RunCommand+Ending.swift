import AnswerStore
import Elicitation
import Foundation
import Measures
import Study

extension RunCommand {
    /// Measures, shows, writes the report, and ends with the exit code that fits.
    func conclude(
        _ run: RunRecord, _ study: StudyDefinition, _ snapshot: RunSnapshot, _ store: AnswerStore
    ) throws {
        var measured = try MeasuredRun(run: run, store: store, scoring: .strict, study: study)
        measured.prices = try prices.table()
        if let asked = part.task, try concludeAlone(asked, measured, snapshot) { return }
        try measured.requireReadings()
        if json {
            Terminal.output.write(measured.json())
        } else {
            Terminal.output.write(measured.summary(for: .output))
        }
        if let path = try report.write(measured) { Terminal.error.write("report: \(path)\n") }
        if let bound = snapshot.bound {
            let why = bound == .cap ? "the cap is reached" : "--limit is reached"
            let remedy = bound == .cap ? "raise it to go on" : "go on with: \(Self.commandLine)"
            throw CommandFailure(
                "\(why): \(snapshot.done) of \(snapshot.planned) questions have their reply; \(remedy)",
                exitCode: CommandFailure.incomplete)
        }
        guard snapshot.failed > 0 else { return }
        let failures = try store.failures(run: run.id)
        let last = failures.max { $0.failed < $1.failed }
        throw CommandFailure(
            "\(snapshot.failed) of \(snapshot.planned) questions have no reply (last error: \(last?.message ?? "none")); "
                + "ask them again with: \(Self.commandLine)", exitCode: CommandFailure.incomplete)
    }

    /// Ends a run of one task that has no other to be compared with yet: that it was asked is what was wanted.
    ///
    /// - Returns: whether it was such a run.
    private func concludeAlone(_ asked: StudyTask, _ measured: MeasuredRun, _ snapshot: RunSnapshot) throws -> Bool {
        let states = measured.measures.states
        guard measured.measures.counts.both == 0, states.stated.answered + states.acted.answered > 0,
            snapshot.failed == 0, let other = StudyTask.allCases.first(where: { $0 != asked })
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
