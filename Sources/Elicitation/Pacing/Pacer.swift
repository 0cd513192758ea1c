package import Respondents
import Synchronization

/// Hands out permits to send, in the order in which they were asked for, as ``Pace`` allows.
///
/// Every attempt passes twice. A lock is held for less than a microsecond, where an actor would cost a change of task.
package final class Pacer: Sendable {
    /// What came of asking for a permit.
    package enum Entry: Sendable {
        case granted(Pace.Permit)
        /// The run stops: nothing more is sent.
        case closed
        /// The server did not come back within the time it was given.
        case hopeless(failures: Int, last: RespondentError)
        /// The server refuses every question.
        case refused(RespondentError)
    }

    private let state: Mutex<State>
    private let time: Timekeeper
    private let monitor: RunMonitor

    package init(_ pace: Pace, time: Timekeeper, monitor: RunMonitor) {
        let limit = pace.limit.current
        state = Mutex(State(pace, limit: limit))
        self.time = time
        self.monitor = monitor
        monitor.update { $0.limit = limit }
    }

    /// Returns when the attempt may be sent, or shall not be sent any more.
    package func enter(promptBytes: Int) async -> Entry {
        if let entry = state.withLock({ $0.enterAtOnce(promptBytes: promptBytes, now: time.now()) }) { return entry }
        return await withCheckedContinuation { continuation in
            state.withLock { state in
                if let ending = state.ending { return continuation.resume(returning: ending) }
                state.wait(promptBytes: promptBytes, continuation)
                serve(&state)
            }
        }
    }

    /// Hands a permit back.
    ///
    /// - Parameter question: the question's id.
    package func leave(
        _ permit: Pace.Permit, promptBytes: Int, _ result: Result<RespondentReply, RespondentError>,
        question: String = ""
    ) {
        state.withLock { state in
            state.leave(permit, promptBytes: promptBytes, result, question: question, now: time.now())
            serve(&state)
        }
    }

    /// Grants nothing more; whoever waits goes away empty-handed.
    package func close() {
        state.withLock { $0.end(.closed) }
    }

    private func serve(_ state: inout State) {
        let pause = state.serve(now: time.now)
        if let pause { wake(at: pause.until, &state) }
        let limit = state.pace.limit.current
        let now = pause.map {
            RunSnapshot.Pause(reason: $0.reason, questions: state.waiters.count, until: $0.until)
        }
        guard limit != state.shown.limit || now != state.shown.pause else { return }
        state.shown = (limit, now)
        monitor.update {
            $0.limit = limit
            $0.pause = now
        }
    }

    private func wake(at until: ContinuousClock.Instant, _ state: inout State) {
        if let alarm = state.alarm {
            if alarm.at <= until { return }
            alarm.task.cancel()
        }
        let task = Task { [time] in
            await time.sleep(until)
            guard !Task.isCancelled else { return }
            self.state.withLock { state in
                state.alarm = nil
                self.serve(&state)
            }
        }
        state.alarm = (until, task)
    }
}
