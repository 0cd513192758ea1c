/// The deconvolved gap of a run, its countries, topics and groups of values, with intervals.
package struct DeconvolutionReport: Sendable {
    /// The gap of a part of the run, or why it has none.
    package struct Part: Sendable, Hashable {
        /// The country's, topic's or group's name; “overall” for the whole run.
        package let name: String
        /// The figures; `nil` where `absence` says why.
        package let gap: DeconvolvedGap?
        /// Why there are no figures.
        package let absence: DeconvolutionAbsence?
        /// By figure; empty where nothing was drawn.
        package let intervals: [DeconvolvedFigure: Interval]
    }

    /// What was drawn for the intervals, at most 400 times (of a part 100 times); `nil` where nothing was. Their ends are
    /// calibrated (see `DeconvolutionDraws.factor`).
    package let plan: ResamplingPlan?
    /// The whole run.
    package let overall: Part
    /// By country.
    package let countries: [Part]
    /// By topic.
    package let topics: [Part]
    /// By group of values, drawing scenarios.
    package let valueGroups: [Part]
    /// g*, the simpler rival, of the whole run.
    package let slipCorrection: SlipCorrection?
    /// The chance that a stated, an acted answer changes when its cell is asked again.
    package let statedChange, actedChange: Double?

    /// More draws of a fit would cost seconds and move an interval's end by less than its last place shown.
    package static let mostDraws = 400
    /// As much for a country, a topic or a group.
    package static let mostDrawsOfParts = 100
}

/// A figure of the deconvolved gap. Raw values are the names in JSON.
package enum DeconvolvedFigure: String, Sendable, Hashable, Codable, CaseIterable {
    /// P(leanings on opposite sides).
    case gap
    /// Of it, both leanings far from ½.
    case contradiction
    /// Either leaning near ½.
    case ambivalent
    /// Place bias.
    case place
}

extension DeconvolvedGap {
    /// A figure by its name.
    package subscript(figure: DeconvolvedFigure) -> Double {
        switch figure {
        case .gap: gap
        case .contradiction: contradiction
        case .ambivalent: ambivalent
        case .place: place
        }
    }
}

extension DeconvolutionReport {
    /// Deconvolves a run's gap.
    ///
    /// - Parameters:
    ///   - plan: how intervals are made; `nil` for figures alone.
    ///   - parts: whether countries, topics and groups get intervals as well, which takes as long again as the run for
    ///     each dozen of them.
    ///   - workers: how many tasks share the work; the result does not depend on it.
    /// - Throws: `MeasuresError.badPlan`.
    package init(
        of report: MeasureReport, plan wanted: ResamplingPlan? = ResamplingPlan(), parts: Bool = true, workers: Int = 2
    ) async throws(MeasuresError) {
        try wanted?.check()
        let (axes, counts) = (report.axes, report.leanings)
        let drawing = wanted.map(Self.drawing)
        func part(
            _ name: String, isDrawn: Bool, isPart: Bool = true, clustering: Clustering? = nil,
            _ wanted: @escaping @Sendable (Int) -> Bool
        ) async -> Part {
            var plan = isDrawn ? drawing : nil
            if isPart { plan?.replicates = min(drawing?.replicates ?? 0, Self.mostDrawsOfParts) }
            return await Part(
                name, counts, axes, plan: plan, clustering: clustering, workers: workers, wanted: wanted)
        }
        plan = drawing
        overall = await part("overall", isDrawn: true, isPart: false) { _ in true }
        var (countries, topics, groups) = ([Part](), [Part](), [Part]())
        for (index, name) in axes.countries.enumerated() {
            countries.append(await part(name, isDrawn: parts) { axes.position(ofCell: $0).country == index })
        }
        for (index, name) in axes.topics.enumerated() {
            topics.append(await part(name, isDrawn: parts) { axes.position(ofCell: $0).topic == index })
        }
        for (index, name) in axes.groups.enumerated() {
            groups.append(
                await part(name, isDrawn: parts, clustering: .scenario) {
                    axes.groupOfValue[$0 % axes.values.count] == index
                })
        }
        (self.countries, self.topics, valueGroups) = (countries, topics, groups)
        slipCorrection = counts.flatMap { SlipCorrection($0) }
        (statedChange, actedChange) = (counts?.statedChange, counts?.actedChange)
    }

    /// A plan as fits are drawn by: so often at most, and by percentiles, which are widened then.
    static func drawing(_ plan: ResamplingPlan) -> ResamplingPlan {
        var plan = plan.with(method: .percentile)
        plan.replicates = min(mostDraws, plan.replicates)
        return plan
    }
}
