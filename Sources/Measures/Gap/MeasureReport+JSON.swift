package import Text

extension MeasureReport {
    /// The whole report as JSON: every name in lower case with underscores, undefined numbers `null`, values in the
    /// theory's order.
    ///
    /// `country`, `topic` and `overall` hold means over scenarios, with the same cells pooled under `pooled`; all
    /// else is pooled. Under `counts`, `t1_unreadable` holds every Task 1 reply without a reading, refusals among them.
    package var json: JSONValue { document(nil) }

    func document(_ intervals: MeasureIntervals?) -> JSONValue {
        let top10 = countryRankings.map { $0.prefix(10).map { JSONValue.string(axes.values[$0.value]) } }
        let resampling = intervals.map { JSONValue.Member("resampling", $0.plan.json) }
        return .object(
            header.members + [resampling].compactMap(\.self) + [
                .init("country", groups(axes.countries, countries, intervals?.countries)),
                .init("topic", groups(axes.topics, topics, intervals?.topics)),
                .init("overall", overall.json(with: intervals?.overall)),
                .init("inconsistency", inconsistencyJSON(intervals)),
                .init("pooled", overall.pooled.json(with: intervals?.overall.pooled)),
                .init("value", pools(axes.values, values, intervals?.values)),
                .init("value_group", pools(axes.groups, valueGroups, intervals?.valueGroups)),
                .init("value_distance", byValue(values.map(\.pooled.distance))),
                .init("value_signed", byValue(values.map(\.pooled.signedGap))),
            ] + gaps("country", axes.countries, countryValues) + gaps("topic", axes.topics, topicValues)
                + (intervals.map(matrixIntervals) ?? []) + [
                    .init("ranking_country_top10", JSONValue(axes.countries, top10.map { .array($0) })),
                    .init("ranking_country", rankings(axes.countries, countryRankings, intervals?.countryValues)),
                    .init("ranking_topic", rankings(axes.topics, topicRankings, intervals?.topicValues)),
                    .init("ranking_overall", rankingJSON(overallRanking, intervals?.ranking.ranks)),
                ] + (intervals.map(stability) ?? []) + [
                    .init(
                        "stated_prompt_agreement",
                        statedAgreement?.json(with: intervals, (.stated, .statedBinary)) ?? .null),
                    .init(
                        "acted_prompt_agreement", actedAgreement?.json(with: intervals, (.acted, .actedBinary)) ?? .null
                    ),
                    .init(
                        "scenario",
                        .array(
                            scenarios.indices.map { index in
                                scenarios[index].json(axes: axes).with(intervals?.scenarios[index])
                            })),
                ])
    }

    private func groups(
        _ names: [String], _ groups: [GroupMeasures], _ intervals: [GroupIntervals]?
    ) -> JSONValue {
        JSONValue(names, groups.indices.map { groups[$0].json(with: intervals?[$0]) })
    }

    private func pools(_ names: [String], _ pools: [ValueMeasures], _ intervals: [PooledIntervals]?) -> JSONValue {
        JSONValue(names, pools.indices.map { pools[$0].pooled.json(with: intervals?[$0]) })
    }

    private var header: JSONValue {
        var counts = counts.json.members
        counts += [
            .init("t1_replies", .integer(states.stated.replies)),
            .init("t1_unreadable", .integer(states.stated.unreadable + states.stated.refused)),
            .init("t1_ratings_asked", .integer(states.ratingsAsked)),
            .init("t1_ratings_read", .integer(states.ratingsRead)),
            .init("t1_ratings_out_of_range", .integer(states.ratingsOutOfRange)),
            .init("t1_ratings_ambiguous", .integer(states.ratingsAmbiguous)),
            .init("cells_without_action_pair", .integer(states.cellsWithoutActionPair)),
        ]
        let groups = axes.groups.indices.map { group in
            JSONValue.array(
                axes.values.indices.filter { axes.groupOfValue[$0] == group }.map { .string(axes.values[$0]) })
        }
        let named = scoring == .overruled ? [JSONValue.Member("scoring", .string(scoring.rawValue))] : []
        let header: JSONValue = [
            "convention": .string(scoring.rawValue),
            "coding": "agree = 0, disagree = 1",
            "groups": JSONValue(axes.groups, groups),
            "caveat": RunCaveat(self).map { .string($0.name) } ?? .null,
            "counts": .object(counts),
            "states": ["stated": json(states.stated), "acted": json(states.acted)],
        ]
        return .object(named + header.members)
    }

    /// How many readings were overruled stands only where that counts.
    private func json(_ counts: ReplyCounts) -> JSONValue {
        guard scoring == .overruled else { return counts.json }
        return .object(counts.json.members + [.init("overruled", .integer(counts.overruled))])
    }

    private func inconsistencyJSON(_ intervals: MeasureIntervals?) -> JSONValue {
        JSONValue.object(
            overall.pooled.table.json.members + [
                .init("total", .integer(inconsistency.total)),
                .init("share", JSONValue(inconsistency.share)),
            ]
        ).with(intervals?.overall.pooled.outcome(of: .inconsistencyShare), as: "share")
    }

    private func byValue(_ numbers: [Double?]) -> JSONValue {
        JSONValue(axes.values, numbers.map { JSONValue($0) })
    }

    private func gaps(_ prefix: String, _ names: [String], _ gaps: [[ValueGap]]) -> [JSONValue.Member] {
        func matrix(_ number: (ValueGap) -> Double?) -> JSONValue {
            JSONValue(names, gaps.map { byValue($0.map(number)) })
        }
        return [
            .init("\(prefix)_value_distance", matrix(\.distance)),
            .init("\(prefix)_value_signed", matrix(\.signedGap)),
            .init("\(prefix)_value_floor", matrix(\.floor)),
            .init("\(prefix)_value_stated", matrix(\.stated)),
            .init("\(prefix)_value_acted", matrix(\.acted)),
        ]
    }

    private func rankings(
        _ names: [String], _ rankings: [[RankedValue]], _ intervals: [PlaceIntervals]?
    ) -> JSONValue {
        JSONValue(names, rankings.indices.map { rankingJSON(rankings[$0], intervals?[$0].ranking.ranks) })
    }

    private func rankingJSON(_ ranking: [RankedValue], _ ranks: [RankInterval?]? = nil) -> JSONValue {
        .array(
            ranking.map { place in
                let entry: JSONValue = [
                    "value": .string(axes.values[place.value]), "rank": .integer(place.rank),
                    "distance": .number(place.distance),
                ]
                return entry.with(intervals: ranks.map { ["rank": $0[place.value]?.json ?? .null] })
            })
    }
}
