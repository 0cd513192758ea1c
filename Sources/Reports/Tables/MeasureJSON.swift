public import Measures

extension JSONValue {
    /// Every figure of a measured run under snake_case keys; scores have agree = 0.
    ///
    /// `convention`, `counts`, `country`, `topic`, `overall`, `inconsistency`, `pooled`, `value_distance`,
    /// `value_signed`, `country_value_distance`, `topic_value_distance`, `ranking_country_top10` and
    /// `stated_prompt_agreement` have the names and shapes of the reference figures; the other keys go beyond them.
    /// `counts.t1_unreadable` counts every reply without a reading, refusals among them; `states` tells them apart.
    public init(_ report: MeasureReport) {
        self = .object(MeasureMembers(report: report).all)
    }
}

/// The members of a measured run's document.
private struct MeasureMembers {
    let report: MeasureReport

    var all: [(key: String, value: JSONValue)] {
        [
            ("convention", .string(report.scoring.rawValue)),
            ("coding", "agree = 0, disagree = 1"),
            ("counts", counts),
            ("states", states),
            ("country", named(report.countries.map { ($0.name, MeasureObjects.group($0)) })),
            ("topic", named(report.topics.map { ($0.name, MeasureObjects.group($0)) })),
            ("overall", MeasureObjects.group(report.overall)),
            ("inconsistency", inconsistency),
            ("pooled", MeasureObjects.pooled(report.overall.pooled)),
            ("always_agree", MeasureObjects.rates(report.overall.pooled.alwaysAgree)),
            ("shuffled", MeasureObjects.rates(report.overall.pooled.shuffled.rates)),
            ("value_distance", named(report.values.map { ($0.name, JSONValue($0.pooled.distance)) })),
            ("value_signed", named(report.values.map { ($0.name, JSONValue($0.pooled.signedGap)) })),
            ("value", named(report.values.map { ($0.name, MeasureObjects.pooled($0.pooled)) })),
            ("value_group", named(report.valueGroups.map { ($0.name, MeasureObjects.pooled($0.pooled)) })),
            ("country_value_distance", matrix(report.countryValues, report.axes.countries, \.distance)),
            ("country_value_signed", matrix(report.countryValues, report.axes.countries, \.signedGap)),
            ("country_value_stated", matrix(report.countryValues, report.axes.countries, \.stated)),
            ("country_value_acted", matrix(report.countryValues, report.axes.countries, \.acted)),
            ("ranking_country_top10", top(report.countryRankings, report.axes.countries)),
            ("ranking_topic_top10", top(report.topicRankings, report.axes.topics)),
            ("ranking_overall", ranking(report.overallRanking)),
            ("topic_value_distance", matrix(report.topicValues, report.axes.topics, \.distance)),
            ("topic_value_signed", matrix(report.topicValues, report.axes.topics, \.signedGap)),
            ("topic_value_stated", matrix(report.topicValues, report.axes.topics, \.stated)),
            ("topic_value_acted", matrix(report.topicValues, report.axes.topics, \.acted)),
            ("stated_prompt_agreement", agreement(report.statedAgreement)),
            ("acted_prompt_agreement", agreement(report.actedAgreement)),
        ]
    }

    private var counts: JSONValue {
        let (counts, states) = (report.counts, report.states)
        return [
            "cells": .integer(counts.cells), "stated": .integer(counts.stated), "acted": .integer(counts.acted),
            "both": .integer(counts.both), "t1_replies": .integer(states.stated.replies),
            "t1_unreadable": .integer(states.stated.refused + states.stated.unreadable),
            "t1_ratings_read": .integer(states.ratingsRead), "t1_ratings_asked": .integer(states.ratingsAsked),
            "t1_ratings_out_of_range": .integer(states.ratingsOutOfRange),
            "t1_ratings_ambiguous": .integer(states.ratingsAmbiguous),
            "missing": .integer(counts.missing), "stated_ties": .integer(counts.statedTies),
            "acted_ties": .integer(counts.actedTies),
            "cells_without_action_pair": .integer(states.cellsWithoutActionPair),
        ]
    }

    private var states: JSONValue {
        func task(_ counts: ReplyCounts) -> JSONValue {
            [
                "planned": .integer(counts.planned), "answered": .integer(counts.answered),
                "refused": .integer(counts.refused), "unreadable": .integer(counts.unreadable),
                "missing": .integer(counts.missing),
            ]
        }
        return ["stated": task(report.states.stated), "acted": task(report.states.acted)]
    }

    private var inconsistency: JSONValue {
        let table = report.overall.pooled.table
        return [
            "stated_agree_acted_disagree": .integer(table.statedAgreeActedDisagree),
            "stated_disagree_acted_agree": .integer(table.statedDisagreeActedAgree),
            "both_agree": .integer(table.bothAgree), "both_disagree": .integer(table.bothDisagree),
            "total": .integer(report.inconsistency.total), "share": JSONValue(report.inconsistency.share),
        ]
    }

    private func named(_ members: [(String, JSONValue)]) -> JSONValue {
        .object(members.map { (key: $0.0, value: $0.1) })
    }

    private func matrix(
        _ gaps: [[ValueGap]], _ names: [String], _ quantity: (ValueGap) -> Double?
    ) -> JSONValue {
        named(
            zip(names, gaps).map { name, row in
                (name, named(zip(report.axes.values, row).map { ($0, JSONValue(quantity($1))) }))
            })
    }

    private func top(_ rankings: [[RankedValue]], _ names: [String]) -> JSONValue {
        named(
            zip(names, rankings).map { name, places in
                (name, .array(places.prefix(RankFigure.top).map { .string(report.axes.values[$0.value]) }))
            })
    }

    private func ranking(_ places: [RankedValue]) -> JSONValue {
        .array(
            places.map {
                [
                    "rank": .integer($0.rank), "value": .string(report.axes.values[$0.value]),
                    "distance": .number($0.distance),
                ]
            })
    }

    /// `four_level` counts every option as a reply of its own, however many there are.
    private func agreement(_ agreement: PromptAgreement?) -> JSONValue {
        guard let agreement else { return .null }
        return [
            "four_level": JSONValue(agreement.byOption), "binary": JSONValue(agreement.binary),
            "options": .integer(agreement.options), "cells": .integer(agreement.cells),
            "cells_read_once": .integer(agreement.cellsReadOnce),
        ]
    }
}
