extension DeconvolutionReport.Part {
    init(
        _ name: String, _ counts: LeaningCounts?, _ axes: Axes, plan: ResamplingPlan?, clustering: Clustering?,
        workers: Int, wanted: @escaping @Sendable (Int) -> Bool
    ) async {
        self.name = name
        guard let counts else {
            (gap, absence, intervals) = (nil, .noReadings, [:])
            return
        }
        let patterns = LeaningPatterns(counts, wanted: wanted)
        absence = DeconvolutionAbsence(counts, wanted: wanted) ?? patterns.absence
        guard absence == nil else {
            (gap, intervals) = (nil, [:])
            return
        }
        let found = DeconvolvedGap(patterns)
        gap = found
        guard let plan else {
            intervals = [:]
            return
        }
        let draws = DeconvolutionDraws(patterns, of: found, axes: axes, clustering: clustering ?? plan.clustering)
        intervals = await draws.intervals(plan, workers: workers)
    }
}

extension DeconvolutionAbsence {
    /// Why the cells that are wanted have no deconvolved gap; `nil` where they have one.
    init?(_ counts: LeaningCounts, wanted: (Int) -> Bool) {
        var (answered, repeated, ordered, usable) = (0, 0, 0, 0)
        for (number, cell) in counts.cells.enumerated() where cell.stated > 0 && cell.acted.all > 0 && wanted(number) {
            answered += 1
            if cell.stated > 1 && cell.acted.all > 1 { repeated += 1 }
            if cell.agreeFirst.all > 0 && cell.disagreeFirst.all > 0 { ordered += 1 }
            if cell.isRepeated { usable += 1 }
        }
        let least = DeconvolvedGap.leastCells
        if usable >= least { return nil }
        if answered < least {
            self = .tooFewCells
        } else if repeated < least {
            self = .readOnce
        } else if ordered < least {
            self = .orderNotBalanced
        } else {
            self = .readOnce
        }
    }
}

extension LeaningPatterns {
    /// Why no leaning can be told from these readings, many as they are.
    var absence: DeconvolutionAbsence? { placeBias(weights { _ in 1 }) > 0.9 ? .placeDecides : nil }
}
