import Synchronization

/// Asks a run to stop: at once for new questions, after a grace time for those in flight.
///
/// Shared between whoever wants to stop (a signal handler, a test) and the run.
package final class StopSwitch: Sendable {
    private struct State {
        var isOn = false
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var lastWaiter = 0
    }

    private let state = Mutex(State())

    /// A switch that is off.
    package init() {}

    /// Whether the run shall stop.
    package var isOn: Bool { state.withLock { $0.isOn } }

    /// Asks the run to stop. Later calls change nothing.
    package func stop() {
        let waiting = state.withLock { state in
            state.isOn = true
            defer { state.waiting = [:] }
            return state.waiting
        }
        for continuation in waiting.values { continuation.resume() }
    }

    /// Returns once the run shall stop, or the surrounding task is cancelled.
    func wait() async {
        let waiter = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // A cancellation before this line has found nothing to wake, but has set the flag.
                let goesOn = state.withLock { state in
                    if state.isOn || Task.isCancelled { return true }
                    state.waiting[waiter] = continuation
                    return false
                }
                if goesOn { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: waiter) }?.resume()
        }
    }
}
