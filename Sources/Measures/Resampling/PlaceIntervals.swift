/// The intervals of one value in one country, drawing its topics, or in one topic, drawing its countries.
///
/// Of fewer than 30 topics or countries by t, of more percentile intervals: a bias seen in so few cells is no ground for a
/// correction.
package typealias GapIntervals = FoundIntervals<GapQuantity>

/// The uncertainty of every value in one country or topic.
package struct PlaceIntervals: Sendable, Hashable {
    /// By value.
    package let values: [GapIntervals]
    /// How sure the ranking of the values there is.
    package let ranking: RankStability
}

extension MeasureReport {
    /// The intervals in every country or in every topic.
    ///
    /// Within a country each topic is drawn as often in one value as in the others, so that ranks can be compared.
    func placeIntervals(
        _ columns: GapColumns, _ wanted: ResamplingPlan, workers: Int
    ) async -> [PlaceIntervals] {
        let plan = wanted.with(method: .percentile)
        let isCountry = columns == .countries
        let (places, inner) = (
            isCountry ? axes.countries.count : axes.topics.count, isCountry ? axes.topics.count : axes.countries.count
        )
        let draws = PlaceDraws(clusters: inner, plan: plan, family: isCountry ? 2 : 3)
        @Sendable func cell(_ place: Int, _ cluster: Int, _ value: Int) -> Int {
            isCountry
                ? axes.cell(country: place, topic: cluster, value: value)
                : axes.cell(country: cluster, topic: place, value: value)
        }
        /// What a value's distance in a place is the mean of.
        @Sendable func gap(_ place: Int, _ cluster: Int, _ value: Int) -> Double {
            let cell = cell(place, cluster, value)
            let gap = acted[cell] - stated[cell]
            return scoring == .legacy ? gap : abs(gap)
        }
        let found = await concurrently(places * axes.values.count, workers: workers) { number in
            let (place, value) = (number / axes.values.count, number % axes.values.count)
            let cells = (0..<inner).map { cell(place, $0, value) }
            let gap = DrawnGap(
                stated: cells.map { stated[$0] }, acted: cells.map { acted[$0] }, draws: draws, scoring: scoring)
            return (intervals: gap.intervals(plan), distance: gap.distance)
        }
        return await concurrently(places, workers: workers) { place in
            let own = found[place * axes.values.count..<(place + 1) * axes.values.count]
            let ranking = isCountry ? countryRankings[place] : topicRankings[place]
            let halves = SplitHalves(
                gaps: (0..<inner).map { cluster in
                    axes.values.indices.map { gap(place, cluster, $0) }
                }, isAbsolute: scoring == .legacy)
            return PlaceIntervals(
                values: own.map(\.intervals),
                ranking: RankStability(
                    distances: own.map(\.distance), ranking: ranking, halves: halves, clusters: inner,
                    family: isCountry ? 5 : 6, plan: plan))
        }
    }
}

/// One value's cells in one country or topic, drawn anew.
private struct DrawnGap {
    let stated, acted, distance, signedGap: DrawnFigure

    init(stated: [Double], acted: [Double], draws: PlaceDraws, scoring: Scoring) {
        let counts = zip(stated, acted).map { !$0.isNaN && !$1.isNaN }
        func only(_ scores: [Double]) -> [Double] { zip(scores, counts).map { $1 ? $0 : .nan } }
        func figure(
            _ quantity: [Double], _ rests: [Bool], _ number: DrawnSums, in range: ClosedRange<Double> = 0...1,
            isAbsolute: Bool = false
        ) -> DrawnFigure {
            // An absolute value has a kink at 0, where a standard error says nothing: its draws alone do.
            DrawnFigure(
                draws.sums(of: quantity), number, rests: rests, clustering: .scenario,
                basis: isAbsolute ? .unknown : .mean(range)
            ) { sum, number in
                guard number > 0 else { return .nan }
                return isAbsolute ? abs(sum) / number : sum / number
            }
        }
        let counted = draws.number(of: counts)
        let gaps = zip(acted, stated).map { $0 - $1 }
        self.stated = figure(only(stated), counts, counted)
        self.acted = figure(only(acted), counts, counted)
        signedGap = figure(gaps, counts, counted, in: -1...1)
        distance =
            switch scoring {
            case .strict, .overruled: figure(gaps.map { abs($0) }, counts, counted)
            case .legacy: figure(gaps, counts, counted, isAbsolute: true)
            }
    }

    func intervals(_ plan: ResamplingPlan) -> GapIntervals {
        GapIntervals([
            .stated: stated.outcome(plan), .acted: acted.outcome(plan), .distance: distance.outcome(plan),
            .signedGap: signedGap.outcome(plan),
        ])
    }
}
