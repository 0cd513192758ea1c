/// Why a model server could not be had.
package enum ServingError: Error, Sendable, Hashable {
    /// The command has no `{port}`.
    case noPlaceForPort(command: String)
    /// The address is none of this machine, or has no `{port}`.
    case foreignAddress(String)
    /// The respondent needs no server.
    case needsNone(respondent: String)
    /// No port is free.
    case noPort
    /// The shell that runs the command could not be started.
    case notStarted(ProgramError)
    /// It ended before it answered, after so many attempts, the last with this exit code, or by a signal (negated).
    case endedEarly(status: Int32, attempts: Int, lines: [String], log: String)
    /// It ended while it was asked.
    case ended(status: Int32, lines: [String], log: String)
    /// It did not answer in time.
    case silent(seconds: Int, address: String, lines: [String], log: String)
}
