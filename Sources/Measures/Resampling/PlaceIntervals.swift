/// The intervals of one value in one country, drawing its topics, or in one topic, drawing its countries.
///
/// Always percentile intervals: a bias seen in a dozen cells is no ground for a correction.
package struct GapIntervals: Sendable, Hashable {
    /// Of the mean stated score.
    package let stated: Interval?
    /// Of the mean acted score.
    package let acted: Interval?
    /// Of the distance, as the report's scoring has it.
    package let distance: Interval?
    /// Of the mean (acted − stated).
    package let signedGap: Interval?

    /// The interval of a quantity.
    package subscript(quantity: GapQuantity) -> Interval? {
        switch quantity {
        case .stated: stated
        case .acted: acted
        case .distance: distance
        case .signedGap: signedGap
        }
    }
}

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
        let found = await concurrently(places * axes.values.count, workers: workers) { number in
            let (place, value) = (number / axes.values.count, number % axes.values.count)
            let cells = (0..<inner).map {
                isCountry
                    ? axes.cell(country: place, topic: $0, value: value)
                    : axes.cell(country: $0, topic: place, value: value)
            }
            let gap = DrawnGap(
                stated: cells.map { stated[$0] }, acted: cells.map { acted[$0] }, draws: draws, scoring: scoring)
            return (intervals: gap.intervals(plan), distances: gap.distance.drawn)
        }
        return await concurrently(places, workers: workers) { place in
            let own = found[place * axes.values.count..<(place + 1) * axes.values.count]
            let ranking = isCountry ? countryRankings[place] : topicRankings[place]
            return PlaceIntervals(
                values: own.map(\.intervals),
                ranking: RankStability(
                    distances: own.map(\.distances), ranking: ranking, clusters: inner, level: plan.level))
        }
    }
}

/// One value's cells in one country or topic, drawn anew.
private struct DrawnGap {
    let stated, acted, distance, signedGap: DrawnFigure

    init(stated: [Double], acted: [Double], draws: PlaceDraws, scoring: Scoring) {
        let counts = zip(stated, acted).map { !$0.isNaN && !$1.isNaN }
        func only(_ scores: [Double]) -> [Double] { zip(scores, counts).map { $1 ? $0 : .nan } }
        func figure(_ quantity: [Double], _ rests: [Bool], _ number: DrawnSums, isAbsolute: Bool = false) -> DrawnFigure
        {
            DrawnFigure(draws.sums(of: quantity), number, rests: rests, clustering: .scenario) { sum, number in
                guard number > 0 else { return .nan }
                return isAbsolute ? abs(sum) / number : sum / number
            }
        }
        let counted = draws.number(of: counts)
        let gaps = zip(acted, stated).map { $0 - $1 }
        self.stated = figure(only(stated), counts, counted)
        self.acted = figure(only(acted), counts, counted)
        signedGap = figure(gaps, counts, counted)
        distance =
            switch scoring {
            case .strict: figure(gaps.map { abs($0) }, counts, counted)
            case .legacy: figure(gaps, counts, counted, isAbsolute: true)
            }
    }

    func intervals(_ plan: ResamplingPlan) -> GapIntervals {
        GapIntervals(
            stated: stated.interval(plan), acted: acted.interval(plan), distance: distance.interval(plan),
            signedGap: signedGap.interval(plan))
    }
}
