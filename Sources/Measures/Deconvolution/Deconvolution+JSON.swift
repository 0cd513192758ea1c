package import Text

extension DeconvolutionReport {
    /// The deconvolved gap of the run with its intervals and weights, then of its parts; `resampling` is null where nothing
    /// was drawn. Where there is no figure, all are null and `absent` says why.
    package var json: JSONValue {
        let weights = overall.gap.map { gap in
            let size = DeconvolvedGap.leanings.count
            return JSONValue.array(
                (0..<size).map { row in
                    .array((0..<size).map { .number(gap.weights[row * size + $0]) })
                })
        }
        return .object(
            overall.json.members + [
                .init("resampling", plan?.json ?? .null),
                .init("stated_change", JSONValue(statedChange)), .init("acted_change", JSONValue(actedChange)),
                .init("slip_corrected", slipCorrection?.json ?? .null),
                .init("leanings", .array(DeconvolvedGap.leanings.map(JSONValue.number))),
                .init("weights", weights ?? .null),
                .init("country", JSONValue(countries.map(\.name), countries.map(\.json))),
                .init("topic", JSONValue(topics.map(\.name), topics.map(\.json))),
                .init("value_group", JSONValue(valueGroups.map(\.name), valueGroups.map(\.json))),
            ])
    }
}

extension DeconvolutionReport.Part {
    /// The figures of one part.
    package var json: JSONValue {
        let figures = DeconvolvedFigure.allCases.map { figure in
            JSONValue.Member(figure.rawValue, JSONValue(gap?[figure]))
        }
        let corners = gap?.corners
        return .object(
            figures + [
                .init("absent", absence.map { .string($0.rawValue) } ?? .null),
                .init("cells", gap.map { .integer($0.cells) } ?? .null),
                .init(
                    "corners",
                    [
                        "both_agree": JSONValue(corners?.bothAgree),
                        "stated_agree_acted_disagree": JSONValue(corners?.statedAgreeActedDisagree),
                        "stated_disagree_acted_agree": JSONValue(corners?.statedDisagreeActedAgree),
                        "both_disagree": JSONValue(corners?.bothDisagree),
                    ]),
                .init(
                    "intervals",
                    .object(
                        DeconvolvedFigure.allCases.map {
                            .init($0.rawValue, intervals[$0]?.json ?? .null)
                        })),
            ])
    }
}

extension SlipCorrection {
    /// g* with the corrected means and product.
    package var json: JSONValue {
        [
            "gap": .number(gap), "stated_mean": .number(stated), "acted_mean": .number(acted),
            "product": .number(product), "cells": .integer(cells),
        ]
    }
}
