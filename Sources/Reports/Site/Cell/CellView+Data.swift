import Measures
import Pages
package import Text

extension CellView {
    package var json: JSONValue {
        [
            "run": .integer(place.run), "respondent": .string(respondent.name), "country": .string(place.country),
            "topic": .string(place.topic), "value": .string(place.value), "scoring": .string(scoring.rawValue),
            "stated": JSONValue(distribution.statedScore), "acted": JSONValue(distribution.actedScore),
            "distribution": distribution.json,
            "actions": .array(actions.map(\.json)),
            "questions": .array(entries.map(\.json)),
            "page": .integer(place.page), "pages": .integer(pages),
        ]
    }

    package var table: CSVTable {
        let added = ["option", "score"]
        return CSVTable(
            name: "cell.csv", header: ReplyRow.header + added,
            rows: entries.flatMap { entry -> [[CSVTable.Field]] in
                let replies = entry.replies.map { reply in
                    ReplyRow(entry.question, reply, failure: nil).fields + Self.score(reply.reading, place.value)
                }
                guard replies.isEmpty else { return replies }
                let row = ReplyRow(entry.question, nil, failure: entry.failure, run: place.run, respondent)
                return [row.fields + [.count(nil), .number(nil)]]
            })
    }

    /// The option that the reader read for this value, and its score.
    private static func score(_ reading: ShownReading?, _ value: String) -> [CSVTable.Field] {
        guard let reading, reading.state == "answered" else { return [.count(nil), .number(nil)] }
        if let side = reading.side { return [.count(nil), .number(side == .agree ? 0 : 1)] }
        let rating = reading.ratings.first { $0.value == value }
        let count = reading.scale ?? 0
        let score = rating?.option.flatMap { count > 1 ? Double($0 - 1) / Double(count - 1) : nil }
        return [.count(rating?.option), .number(score)]
    }
}

extension CellDistribution {
    var json: JSONValue {
        func array(_ counts: [Count]) -> JSONValue {
            .array(
                counts.map {
                    [
                        "readings": .integer($0.all), "agree_first": .integer($0.agreeFirst),
                        "disagree_first": .integer($0.disagreeFirst), "order_unknown": .integer($0.unknown),
                    ]
                })
        }
        func unread(_ unread: Unread) -> JSONValue {
            [
                "refused": .integer(unread.refused), "unreadable": .integer(unread.unreadable),
                "failed": .integer(unread.failed), "missing": .integer(unread.missing),
            ]
        }
        return [
            "labels": .array(labels.map(JSONValue.string)), "stated": array(stated), "acted": array(acted),
            "stated_unread": unread(statedUnread), "acted_unread": unread(actedUnread),
            "not_rated": .integer(notRated), "overruled": overruled.map { .integer($0) } ?? .null,
            "counted_questions": .integer(looked), "planned": .integer(questions),
        ]
    }
}

extension CellAction {
    var json: JSONValue {
        var object: JSONValue = [
            "inclination": .string(side.rawValue), "text": .string(text.text),
            "attributions": .array(attributions.map(JSONValue.string)), "explanation": JSONValue(explanation?.text),
        ]
        if let generator { object["generator"] = .string(generator) }
        return object
    }
}

extension CellEntry {
    var json: JSONValue {
        .object(
            question.json.members + [
                .init("replies", .array(replies.map(\.json))), .init("failure", failure?.json ?? .null),
            ])
    }
}
