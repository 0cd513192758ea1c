/// Where pacing gets its time from: the machine's clock, or a test's own.
struct Timekeeper: Sendable {
    var now: @Sendable () -> ContinuousClock.Instant
    /// Returns early when the surrounding task is cancelled.
    var sleep: @Sendable (_ until: ContinuousClock.Instant) async -> Void

    static let machine = Timekeeper(
        now: { ContinuousClock.now },
        sleep: { until in try? await Task.sleep(until: until, clock: .continuous) })
}
