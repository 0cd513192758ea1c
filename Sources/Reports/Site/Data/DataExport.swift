package import Text

extension DataView {
    /// All cells that match, not only those of the page.
    package var json: JSONValue {
        [
            "run": .integer(input.run), "study": .string(input.study), "cells": .integer(input.pairs.count),
            "flagged_cells": .object(
                ActionFlag.allCases.map { flag in
                    .init(flag.rawValue, .integer(filter.counts[.flag]?[flag.rawValue] ?? 0))
                }),
            "pairs": .array(filter.pairs.map(object)),
        ]
    }

    private var sides: [MisalignedCell.Inclination] { place.inclination.map { [$0] } ?? [.agree, .disagree] }

    private func object(_ pair: FlaggedPair) -> JSONValue {
        var object: JSONValue = [
            "country": .string(pair.country), "topic": .string(pair.topic), "value": .string(pair.value),
            "value_group": .string(pair.group), "flags": .array(pair.flags.map { .string($0.rawValue) }),
        ]
        if let generator = pair.generator { object["generator"] = .string(generator) }
        for side in sides {
            object["\(side.rawValue)_action"] =
                pair[side].map { action in
                    [
                        "action": .string(action.text), "attributions": .array(action.attributions.map { .string($0) }),
                        "explanation": .string(action.explanation),
                        "flags": .array(action.flags.map { .string($0.rawValue) }),
                    ]
                } ?? .null
        }
        return object
    }

    /// An action a row.
    package var table: CSVTable {
        CSVTable(
            name: "data.csv",
            header: [
                "country", "topic", "value", "value_group", "inclination", "action", "attributions", "explanation",
                "flags",
            ] + (input.hasGenerators ? ["generator"] : []),
            rows: filter.pairs.flatMap { pair in
                sides.map { side in
                    let action = pair[side]
                    let flags = ActionFlag.allCases.filter {
                        pair.flags.contains($0) || action?.flags.contains($0) == true
                    }
                    return [
                        .text(pair.country), .text(pair.topic), .text(pair.value), .text(pair.group),
                        .text(side.rawValue), .text(action?.text ?? ""),
                        .text(action?.attributions.joined(separator: "\n") ?? ""), .text(action?.explanation ?? ""),
                        .text(flags.map(\.rawValue).joined(separator: " ")),
                    ] + (input.hasGenerators ? [.text(pair.generator ?? "")] : [])
                }
            })
    }
}
