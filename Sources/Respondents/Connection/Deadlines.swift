import NIOCore
import Synchronization

/// Ends work that takes too long, with one alarm for all of it.
///
/// Nearly no request meets its deadline. A timer for each would be set and cancelled for nothing, and cancelling one
/// searches all others of the event loop.
final class Deadlines: Sendable {
    private struct State {
        var ends: [Int: End] = [:]
        var last = 0
        var alarm: (time: ContinuousClock.Instant, timer: Scheduled<Void>)?
    }

    private struct End {
        let time: ContinuousClock.Instant
        let stop: @Sendable () -> Void
    }

    private let loop: any EventLoop
    private let state = Mutex(State())

    init(loop: any EventLoop) {
        self.loop = loop
    }

    /// Calls `stop` at `time`, unless it is removed before.
    ///
    /// - Returns: the number to remove it by.
    func add(_ time: ContinuousClock.Instant, stop: @escaping @Sendable () -> Void) -> Int {
        state.withLock { state in
            state.last += 1
            state.ends[state.last] = End(time: time, stop: stop)
            setAlarm(&state, time)
            return state.last
        }
    }

    func remove(_ number: Int) {
        state.withLock { _ = $0.ends.removeValue(forKey: number) }
    }

    private func setAlarm(_ state: inout State, _ time: ContinuousClock.Instant) {
        if let alarm = state.alarm {
            if alarm.time <= time { return }
            alarm.timer.cancel()
        }
        let timer = loop.scheduleTask(in: TimeAmount(max(.zero, time - .now))) { [weak self] in
            self?.ring(time)
            return
        }
        state.alarm = (time, timer)
    }

    private func ring(_ time: ContinuousClock.Instant) {
        let due: [End] = state.withLock { state in
            // An alarm that was set to an earlier time may ring all the same.
            guard state.alarm?.time == time else { return [] }
            state.alarm = nil
            let now = ContinuousClock.now
            let due = state.ends.filter { $0.value.time <= now }
            for number in due.keys { state.ends[number] = nil }
            if let next = state.ends.values.map(\.time).min() { setAlarm(&state, next) }
            return Array(due.values)
        }
        for end in due { end.stop() }
    }
}
