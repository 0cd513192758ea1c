import Foundation

/// The seconds that each repetition of the same work took.
struct Timings {
    private let sorted: [Double]

    /// - Parameter seconds: one for each repetition, at least one.
    init(_ seconds: [Double]) {
        sorted = seconds.sorted()
    }

    /// Runs the work so often, each time after a pause of so many seconds.
    ///
    /// - Throws: what the work throws.
    init(repetitions: Int, pause: Double = 0, _ work: () throws -> Void) rethrows {
        var seconds: [Double] = []
        for _ in 0..<repetitions {
            if pause > 0 { Thread.sleep(forTimeInterval: pause) }
            let start = ContinuousClock.now
            try work()
            seconds.append((ContinuousClock.now - start) / .seconds(1))
        }
        self.init(seconds)
    }

    /// The least disturbed repetition, in seconds: what else the machine does only adds.
    var minimum: Double { sorted.first ?? 0 }

    /// In seconds; of an even number, the mean of the two in the middle.
    var median: Double {
        guard !sorted.isEmpty else { return 0 }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    /// In seconds.
    var mean: Double { sorted.isEmpty ? 0 : sorted.reduce(0, +) / Double(sorted.count) }

    /// The time that this share of the repetitions does not exceed, in seconds.
    func quantile(_ share: Double) -> Double {
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, Int((Double(sorted.count) * share).rounded(.up)) - 1)]
    }
}
