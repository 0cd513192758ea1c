import AnswerStore
import Elicitation
import Foundation
import Respondents

/// Why a run ended before every question had a reply, in words, with what to do.
enum RunEnding {
    /// The run was stopped by its user.
    static func stopped(_ snapshot: RunSnapshot, by signal: Int32?) -> CommandFailure {
        CommandFailure(
            "stopped: \(snapshot.done) of \(snapshot.planned) questions have their reply; go on with: \(commandLine)",
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
        guard snapshot.failed > 0 else { return nil }
        let last = counts.failures.first?.lastMessage ?? "none"
        let others = counts.failures.count > 1 ? reasons : ""
        return CommandFailure(
            "\(snapshot.failed) of \(snapshot.planned) questions have no reply (last error: \(last)); "
                + "ask them again with: \(commandLine)\(others)", exitCode: CommandFailure.incomplete)
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
