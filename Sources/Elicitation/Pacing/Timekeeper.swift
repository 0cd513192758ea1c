/// Where pacing gets its time from: the machine's clock, or a test's own.
package struct Timekeeper: Sendable {
    package var now: @Sendable () -> ContinuousClock.Instant
    /// Returns early when the surrounding task is cancelled.
    package var sleep: @Sendable (_ until: ContinuousClock.Instant) async -> Void

    package init(
        now: @escaping @Sendable () -> ContinuousClock.Instant,
        sleep: @escaping @Sendable (_ until: ContinuousClock.Instant) async -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }

    package static let machine = Timekeeper(
        now: { ContinuousClock.now },
        sleep: { until in try? await Task.sleep(until: until, clock: .continuous) })
}
