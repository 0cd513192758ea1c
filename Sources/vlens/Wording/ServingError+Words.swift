import Foundation
import Text
import Workbench

extension CommandFailure {
    /// The problem and its remedy as one message, with the exit code that fits.
    init(_ error: ServingError) {
        let isMisuse =
            switch error {
            case .noPlaceForPort, .foreignAddress, .needsNone: true
            default: false
            }
        self.init(error.words, exitCode: isMisuse ? Self.misuse : Self.failed)
    }

    /// Another program that could not be used.
    init(_ error: ProgramError) { self.init(error.words) }
}

extension ProgramError {
    var words: String {
        switch problem {
        case .notStarted(ENOENT): "there is no program '\(program)' on the PATH"
        case .notStarted(let number):
            "'\(program)' can't be started: \(String(cString: strerror(number)))"
        case .failed(let status, let words):
            "'\(program)' \(ServingError.ending(status))" + (words.isEmpty ? "" : ": \(Plain.line(words))")
        case .tooSlow(let seconds): "'\(program)' did not answer within \(seconds) s"
        }
    }
}

extension ServingError {
    var words: String {
        switch self {
        case .noPlaceForPort(let command):
            "--serve '\(command)' does not say where its port belongs: write {port} there, such as --port {port}"
        case .foreignAddress(let address):
            "--base-url '\(address)' is no address of the server that --serve starts: give one such as "
                + "http://127.0.0.1:{port}/v1, or leave it out"
        case .needsNone(let respondent):
            "--serve starts a server, and '\(respondent)' needs none: name the model that it serves, such as "
                + "--model vllm/MODEL"
        case .noPort: "no port from 20000 to 31999 is free for the model server"
        case .notStarted(let error): "the model server can't be started: \(error.words)"
        case .endedEarly(let status, let attempts, let lines, let log):
            "the model server \(Self.ending(status)) before it answered"
                + (attempts > 1 ? ", \(attempts) times, each at another port" : "") + Self.last(lines, log)
        case .ended(let status, let lines, let log):
            "the model server \(Self.ending(status)) while it was asked; what it answered is stored, and the same "
                + "command goes on" + Self.last(lines, log)
        case .silent(let seconds, let address, let lines, let log):
            "the model server did not answer at \(address) within \(seconds) s; does the command say {port} where the "
                + "server takes its port? --serve-timeout gives it more time" + Self.last(lines, log)
        }
    }

    /// "ended with code 1", "was ended by signal 9".
    fileprivate static func ending(_ status: Int32) -> String {
        // A shell tells of a program's signal as 128 and its number.
        let signal = status < 0 ? -status : (129...160).contains(status) ? status - 128 : nil
        return signal.map { "was ended by signal \($0)" } ?? "ended with code \(status)"
    }

    private static func last(_ lines: [String], _ log: String) -> String {
        let said = lines.filter { !$0.hasPrefix("vlens: ") }
        guard !said.isEmpty else { return "; it said nothing" }
        return ". Its last words, from '\(Plain.line(log))':\n" + said.map { "  \($0)" }.joined(separator: "\n")
    }
}
