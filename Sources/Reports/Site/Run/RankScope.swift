import Measures
import Pages

/// Where a ranking of values is looked at.
enum RankScope: Sendable, Hashable {
    case whole
    /// By the index of a country, of a topic, of both.
    case country(Int)
    case topic(Int)
    case scenario(country: Int, topic: Int)

    /// What it is called in a sentence: "France", "Religion in France", "the whole run".
    func name(_ axes: Axes) -> String {
        switch self {
        case .whole: "the whole run"
        case .country(let country): axes.countries[country]
        case .topic(let topic): axes.topics[topic]
        case .scenario(let country, let topic): "\(axes.topics[topic]) in \(axes.countries[country])"
        }
    }

    /// What is drawn for its ranks, or left out.
    var drawn: String {
        switch self {
        case .whole: "scenarios"
        case .country: "its topics"
        case .topic: "its countries"
        case .scenario: "ways of asking"
        }
    }
}

/// A value in a ranking, with how sure its place is.
struct RankRow {
    let value: Int
    let name: String
    let rank: Int
    let range: RankInterval?
    let distance: Double
    let interval: Interval?
    let floor: Double?
}

extension ReportInput {
    /// The values of a part of the run in descending distance.
    ///
    /// - Parameter ranges: of a scenario, by value: the ranks that it may have (see `MeasureReport.ranks(inScenario:…)`).
    func ranking(_ scope: RankScope, ranges: [RankInterval?] = []) -> [RankRow] {
        let values = measures.axes.values
        func rows(
            _ ranking: [RankedValue], _ range: (Int) -> RankInterval?, _ interval: (Int) -> Interval?,
            _ floor: (Int) -> Double?
        ) -> [RankRow] {
            ranking.map {
                RankRow(
                    value: $0.value, name: values[$0.value], rank: $0.rank, range: range($0.value),
                    distance: $0.distance,
                    interval: interval($0.value), floor: floor($0.value))
            }
        }
        switch scope {
        case .whole:
            return rows(
                measures.overallRanking, { intervals?.ranking.ranks[$0] }, { intervals?.values[$0][.distance] },
                { measures.values[$0].pooled.floor })
        case .country(let place):
            let found = intervals?.countryValues[place]
            return rows(
                measures.countryRankings[place], { found?.ranking.ranks[$0] }, { found?.values[$0][.distance] },
                { measures.countryValues[place][$0].floor })
        case .topic(let place):
            let found = intervals?.topicValues[place]
            return rows(
                measures.topicRankings[place], { found?.ranking.ranks[$0] }, { found?.values[$0][.distance] },
                { measures.topicValues[place][$0].floor })
        case .scenario(let country, let topic):
            let scenario = measures.axes.scenario(country: country, topic: topic)
            return rows(
                measures.ranking(scenario: scenario), { ranges.indices.contains($0) ? ranges[$0] : nil }, { _ in nil },
                { value in
                    measures.gap(ofCell: measures.axes.cell(country: country, topic: topic, value: value)).map {
                        min($0.stated, 1 - $0.stated)
                    }
                })
        }
    }

    /// How stable the first places are, in a sentence; nil where that is not known.
    func rankStability(_ scope: RankScope) -> String? {
        let stability: RankStability? =
            switch scope {
            case .whole: intervals?.ranking
            case .country(let place): intervals?.countryValues[place].ranking
            case .topic(let place): intervals?.topicValues[place].ranking
            case .scenario: nil
            }
        guard let top = stability?.tops.last(where: { $0.places <= 5 }), top.places > 1, let share = top.splitHalf,
            let chance = top.byChance
        else { return nil }
        func places(_ share: Double) -> String { Numerals.decimal(share * Double(top.places), places: 1) }
        return
            "In random halves of \(scope.drawn), \(places(share)) of the first \(top.places) values of one half are among the "
            + "first \(top.places) of the other, on average; by chance it would be \(places(chance))."
    }
}
