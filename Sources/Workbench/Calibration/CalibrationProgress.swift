import Synchronization

/// How far a calibration is.
package final class CalibrationProgress: Sendable {
    private let state = Mutex((done: 0, expected: 0))

    package init() {}

    /// How many units of work are to come: a subject is one, a respondent of the power table as many as it is asked
    /// everything, a simulation one.
    func expect(_ units: Int) { state.withLock { $0.expected = units } }

    func advance(by units: Int) { state.withLock { $0.done += units } }

    package var done: Int { state.withLock { $0.done } }
    package var expected: Int { state.withLock { $0.expected } }
}
