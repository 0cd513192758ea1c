/// One figure, what it is held against, and whether it is good enough.
struct Figure {
    /// What was measured: "14,784 replies read, minimum".
    let name: String
    /// Of `ours` and `anchor`: "s", "MB/s".
    let unit: String
    /// What this project needs, or does.
    let ours: Double
    /// What the other program needs, or does, in the same run; `nil` where there is none.
    var anchor: Double?
    /// The limit; `nil` where the figure only informs.
    var budget: Budget?

    /// A limit that a figure must keep.
    enum Budget {
        /// In the figure's own unit.
        case atMost(Double)
        /// In the figure's own unit.
        case atLeast(Double)
        /// A multiple of the anchor.
        case timesAnchor(Double)
    }

    /// Ours divided by the anchor's.
    var ratio: Double? {
        anchor.flatMap { $0 > 0 ? ours / $0 : nil }
    }

    /// `nil` where there is no limit, or no anchor to take it from.
    var isMet: Bool? {
        switch budget {
        case .atMost(let limit)?: ours <= limit
        case .atLeast(let limit)?: ours >= limit
        case .timesAnchor(let limit)?: ratio.map { $0 <= limit }
        case nil: nil
        }
    }
}

/// The figures of one benchmark.
struct Report {
    /// What was done.
    let title: String
    /// What it is held against; `nil` where the anchor could not run.
    let anchor: String?
    let figures: [Figure]
    /// Sentences that belong to the figures.
    var notes: [String] = []
}
