import AnswerStore
import Elicitation
import Foundation
import Respondents

/// Why a run ended before every question had a reply, in words, with what to do.
enum RunEnding {
    /// The run was stopped by its user.
    static func stopped(_ snapshot: RunSnapshot, by signal: Int32?) -> CommandFailure {
        let batches =
            snapshot.inBatches > 0
            ? "\n\(snapshot.inBatches) questions are in batches that go on at the provider; cancel them with: "
                + commandLine + " --cancel-batches" : ""
        return CommandFailure(
            "stopped: \(snapshot.done) of \(snapshot.planned) questions have their reply; go on with: \(commandLine)"
                + batches,
            exitCode: CommandFailure.incomplete, signal: signal)
    }

    /// The run was stopped while its model server was loading.
    static func stoppedBeforeServer(by signal: Int32?) -> CommandFailure {
        CommandFailure(
            "stopped before the model server answered, and nothing was asked; go on with: \(commandLine)",
            exitCode: CommandFailure.incomplete, signal: signal)
    }

    /// `nil` where every question has its reply.
    static func incompleteness(_ snapshot: RunSnapshot, _ counts: StoredCounts) -> CommandFailure? {
        let reasons = counts.failures.isEmpty ? "" : "\n" + FailureLines.text(counts.failures)
        if let bound = snapshot.bound {
            var why = bound == .cap ? "the cap is reached" : "--limit is reached"
            if counts.failed > 0 { why += ", and \(counts.failed) failed" }
            let remedy = bound == .cap ? "raise it to go on" : "go on with: \(commandLine)"
            return CommandFailure(
                "\(why): \(snapshot.done) of \(snapshot.planned) questions have their reply; \(remedy)\(reasons)",
                exitCode: CommandFailure.incomplete)
        }
        if snapshot.inBatches > 0 {
            let batch = CommandLine.arguments.contains("--batch") ? "" : " --batch"
            return CommandFailure(
                "\(snapshot.done) of \(snapshot.planned) questions have their reply, \(snapshot.inBatches) are in batches "
                    + "that go on at the provider; read their answers with: \(commandLine)\(batch)\(reasons)",
                exitCode: CommandFailure.incomplete)
        }
        if snapshot.unasked > 0 {
            return CommandFailure(
                "\(snapshot.done) of \(snapshot.planned) questions have their reply, and \(snapshot.unasked) are not asked, "
                    + "since their batches were cancelled or are gone; ask them with: "
                    + commandLine(without: "--cancel-batches") + reasons, exitCode: CommandFailure.incomplete)
        }
        guard snapshot.failed > 0 else { return nil }
        let last = counts.failures.first?.lastMessage ?? "none"
        let others = counts.failures.count > 1 ? reasons : ""
        return CommandFailure(
            "\(snapshot.failed) of \(snapshot.planned) questions have no reply (last error: \(last)); "
                + "ask them again with: \(commandLine)\(others)", exitCode: CommandFailure.incomplete)
    }

    /// The command as it was typed, to be typed again; with `<REDACTED>` where a key was typed.
    static var commandLine: String { commandLine(without: nil) }

    /// The same without an option.
    static func commandLine(without option: String?) -> String {
        let typed = CommandLine.arguments.dropFirst().filter { $0 != option }
        let words = ["vlens"] + typed.map { KeyLike.masked($0) }
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
