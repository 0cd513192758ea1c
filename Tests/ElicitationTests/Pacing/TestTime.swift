import Elicitation
import Synchronization

/// A clock that stands still until a test moves it.
final class TestTime: Sendable {
    private struct Sleeper {
        let id: Int
        let until: ContinuousClock.Instant
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var now: ContinuousClock.Instant
        var sleepers: [Sleeper] = []
        var lastID = 0
    }

    let start: ContinuousClock.Instant
    private let state: Mutex<State>

    init() {
        start = ContinuousClock.now
        state = Mutex(State(now: start))
    }

    var keeper: Timekeeper {
        Timekeeper(now: { self.state.withLock { $0.now } }, sleep: { await self.sleep(until: $0) })
    }

    /// When those that sleep want to be woken, in the order in which they went to sleep.
    var alarms: [Duration] {
        state.withLock { state in state.sleepers.map { $0.until - start } }
    }

    /// Moves the clock and wakes whoever is due.
    func move(to offset: Duration) {
        let due = state.withLock { state in
            state.now = start + offset
            defer { state.sleepers.removeAll { $0.until <= state.now } }
            return state.sleepers.filter { $0.until <= state.now }
        }
        for sleeper in due { sleeper.continuation.resume() }
    }

    private func sleep(until: ContinuousClock.Instant) async {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let goesOn = state.withLock { state in
                    if until <= state.now || Task.isCancelled { return true }
                    state.sleepers.append(Sleeper(id: id, until: until, continuation: continuation))
                    return false
                }
                if goesOn { continuation.resume() }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                defer { state.sleepers.removeAll { $0.id == id } }
                return state.sleepers.first { $0.id == id }
            }
            sleeper?.continuation.resume()
        }
    }
}
