import Foundation
import Text

/// Why another program could not be used.
package struct ProgramError: Error, Sendable, Hashable {
    package enum Problem: Sendable, Hashable {
        /// It could not be started; the system's number says why.
        case notStarted(number: Int32)
        /// It ended with this code, or by a signal (negated), and wrote these words to standard error.
        case failed(status: Int32, words: String)
        /// It did not end within so many seconds.
        case tooSlow(seconds: Int)
    }

    package let program: String
    package let problem: Problem

    package init(program: String, problem: Problem) { (self.program, self.problem) = (program, problem) }
}

extension ProgramError {
    /// Whether there is no such program.
    package var isAbsent: Bool { problem == .notStarted(number: ENOENT) }
}
