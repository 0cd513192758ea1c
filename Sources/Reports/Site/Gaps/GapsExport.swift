package import Text

extension GapsView {
    /// All cells that match, not only those of the page.
    package var json: JSONValue {
        var document: JSONValue = [
            "run": .integer(input.run), "respondent": .string(input.respondent.label), "study": .string(input.study),
            "cells": .integer(input.cells.count), "cells_shown": .array(filter.cells.map(object)),
        ]
        if let current = input.isCurrent { document["is_current"] = .bool(current) }
        if let search = input.search {
            document["searched_replies"] = .integer(search.searched)
            document["scenario_replies"] = .integer(search.scenarioReplies)
        }
        return document
    }

    private func object(_ cell: GapCell) -> JSONValue {
        var object: JSONValue = [
            "country": .string(cell.country), "topic": .string(cell.topic), "value": .string(cell.value),
            "value_group": .string(cell.group), "stated": JSONValue(cell.stated), "acted": JSONValue(cell.acted),
            "signed_gap": JSONValue(cell.signedGap), "stated_readings": .integer(cell.statedReadings),
            "acted_readings": .integer(cell.actedReadings), "cell_state": .string(cell.state.rawValue),
            "direction": cell.direction.map { .string($0.rawValue) } ?? .null,
            "inclination": cell.inclination.map { .string($0.rawValue) } ?? .null, "action": .string(cell.action),
        ]
        if let texts = input.search?.texts[cell.cell] { object["found_texts"] = .integer(texts) }
        return object
    }

    /// The same as a table.
    package var table: CSVTable {
        CSVTable(
            name: "gaps.csv",
            header: [
                "country", "topic", "value", "value_group", "stated", "acted", "signed_gap", "stated_readings",
                "acted_readings", "cell_state", "direction", "inclination", "action", "found_texts",
            ],
            rows: filter.cells.map { cell in
                [
                    .text(cell.country), .text(cell.topic), .text(cell.value), .text(cell.group), .number(cell.stated),
                    .number(cell.acted), .number(cell.signedGap), .count(cell.statedReadings),
                    .count(cell.actedReadings), .text(cell.state.rawValue), .text(cell.direction?.rawValue ?? ""),
                    .text(cell.inclination?.rawValue ?? ""), .text(cell.action),
                    .count(input.search?.texts[cell.cell]),
                ]
            })
    }
}
