import Elicitation

/// How some work ended that a signal may stop.
struct StoppableWork<Result: Sendable> {
    /// What it made, or why it failed.
    let result: Swift.Result<Result, any Error>
    let isStopped: Bool
    /// The signal that stopped it; `nil` where none did.
    let signal: Int32?

    /// Does the work with its progress shown.
    ///
    /// - Parameters:
    ///   - grace: how long the work may take to end once it is stopped.
    ///   - display: shows the progress until its task is cancelled; `nil` shows none.
    static func during(
        grace: Duration, display: (@Sendable () async -> Void)?, _ work: (StopSwitch) async throws -> Result
    ) async -> StoppableWork {
        let stop = StopSwitch()
        let interruption = Interruption(stop, grace: grace)
        defer { withExtendedLifetime(interruption) {} }
        let shown = display.map { display in Task { await display() } }
        let result: Swift.Result<Result, any Error>
        do {
            result = .success(try await work(stop))
        } catch {
            result = .failure(error)
        }
        shown?.cancel()
        await shown?.value
        return StoppableWork(result: result, isStopped: stop.isOn, signal: interruption.signal)
    }
}
