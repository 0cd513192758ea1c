/// What `scontrol show job -o` says of a job, or of a task of an array.
package struct SlurmRecord: Sendable, Hashable {
    /// `RUNNING`, `PENDING`, `COMPLETED`, `FAILED`, `NODE_FAIL`, `TIMEOUT`, `CANCELLED`, …
    package let state: String
    /// Why it waits: `Resources`, `BeginTime`, …; `None` otherwise.
    package let reason: String
    /// How often it was put back into the queue.
    package let restarts: Int
    /// Which tasks it is of, as Slurm writes them: `7`, or `9-31` for those that wait; `nil` for a job that is no array.
    package let tasks: String?
    /// `3:0`: the exit code, and the signal behind the colon.
    package let exitCode: String
    /// Where it runs or ran; empty where it has not begun.
    package let node: String

    /// - Parameter line: fields as `NAME=value`, of which a value may hold blanks; `nil` where it is none of these.
    package init?(line: some StringProtocol) {
        var fields: [Substring: Substring] = [:]
        for word in String(line).split(separator: " ") {
            guard let mark = word.firstIndex(of: "="), fields[word[..<mark]] == nil else { continue }
            fields[word[..<mark]] = word[word.index(after: mark)...]
        }
        guard fields["JobId"] != nil, let state = fields["JobState"] else { return nil }
        func text(_ name: Substring) -> String? {
            fields[name].flatMap { $0.isEmpty || $0 == "(null)" ? nil : String($0) }
        }
        self.state = String(state)
        reason = text("Reason") ?? "None"
        restarts = text("Restarts").flatMap { Int($0) } ?? 0
        tasks = text("ArrayTaskId")
        exitCode = text("ExitCode") ?? "0:0"
        node = text("NodeList") ?? ""
    }
}
