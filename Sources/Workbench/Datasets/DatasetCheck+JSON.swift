import Reading
package import Study
package import Text

extension DatasetCheck {
    /// The card for a program.
    package var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("dataset", .string(dataset.file)), .init("layout", .string(dataset.layout.rawValue)),
            .init("content_sha256", .string(dataset.contentDigest)), .init("rows", .integer(dataset.rowCount)),
            .init("actions", .integer(dataset.rows.count)), .init("refused", .integer(refused)),
            .init("unreadable_replies", Self.counts(unreadable.map { ($0.key.rawValue, $0.value) })),
            .init("repeated", .integer(repeated)), .init("damaged_lines", .integer(dataset.damagedLines)),
            .init("without_action", .array(dataset.leftOut.map(\.json))), .init("cell_count", .integer(cells)),
            .init("country_count", .integer(countries.count)), .init("topic_count", .integer(topics.count)),
            .init("value_count", .integer(values.count)), .init("complete_pairs", .integer(pairs)),
            .init("incomplete_pairs", .array(incomplete.map(\.json))), .init("several_actions", .integer(several)),
            .init("generators", Self.counts(generators.map { ($0.key, $0.value) })),
            .init("prompt_variants", Self.counts(variants.map { ($0.key.map { "\($0)" } ?? "", $0.value) })),
            .init("notations", Self.counts(notations.map { ($0.key.rawValue, $0.value) })),
        ]
        members += forms.members
        members += [.init("attribution_overlap", spans.json), .init("likeness", likeness.json)]
        members.append(.init("dataset_study", ofStudy.map(\.json) ?? .null))
        members.append(.init("problems", .array(dataset.problems.map { .string($0.description) })))
        members.append(.init("other_keys", Self.counts(dataset.otherKeys.map { ($0.key, $0.value) })))
        return .object(members)
    }

    fileprivate static func counts(_ counts: [(name: String, count: Int)]) -> JSONValue {
        .object(counts.sorted { $0.name < $1.name }.map { .init($0.name, .integer($0.count)) })
    }
}

extension ActionForms {
    fileprivate var members: [JSONValue.Member] {
        [
            .init("languages_said", DatasetCheck.counts(declared.map { ($0.key, $0.value) })),
            .init("languages_found", DatasetCheck.counts(found.map { ($0.key?.rawValue ?? "", $0.value) })),
            .init("in_other_language", .integer(otherLanguage)),
            .init(
                "words",
                [
                    "least": .integer(lengths.least), "median": .integer(lengths.median),
                    "most": .integer(lengths.most),
                    "over_50": .integer(lengths.tooLong),
                ]),
            .init("not_first_person", .integer(notFirstPerson)),
            .init("several_sentences", .integer(severalSentences)), .init("with_markup", .integer(marks)),
            .init("leaks_by_name", .integer(leaks[.name] ?? 0)),
            .init("leaks_by_family", .integer(leaks[.family] ?? 0)),
            .init("leak_lines", .array(leakLines.map { .integer($0) })),
            .init("without_attributions", .integer(noAttribution)),
            .init("without_explanation", .integer(noExplanation)),
        ]
    }
}

extension SpanTally {
    fileprivate var json: JSONValue {
        func share(_ share: Share) -> JSONValue {
            ["literal": .integer(share.literal), "attributions": .integer(share.all)]
        }
        func reading(_ reading: Reading) -> [JSONValue.Member] {
            [.init("strict_json", share(reading.strict)), .init("tolerant", share(reading.tolerant))]
        }
        let variants = byVariant.sorted { $0.key < $1.key }.map {
            JSONValue.object([.init("prompt_variant", .integer($0.key))] + reading($0.value))
        }
        let found = SpanFinder.Manner.allCases.map { ($0.rawValue, manners[$0] ?? 0) }
        return .object(
            reading(whole) + [
                .init("by_variant", .array(variants)), .init("found_by", DatasetCheck.counts(found)),
                .init("nowhere", .integer(elsewhere)), .init("actions_with_nowhere", .integer(actionsElsewhere)),
                .init("spans_given", .integer(given)),
            ])
    }
}

extension DatasetLikeness {
    fileprivate var json: JSONValue {
        [
            "threshold": .number(NearDuplicates.threshold), "same_in_both": .integer(sameInBoth),
            "within_pairs": .integer(withinPairs), "within_cells": .integer(withinCells),
            "across_cells": .integer(acrossCells), "groups_across_cells": .integer(groups),
            "likest": .array(
                examples.map {
                    [
                        "lines": .array([.integer($0.first), .integer($0.second)]),
                        "similarity": .number($0.similarity),
                    ]
                }),
            "may_miss": .bool(isBounded),
        ]
    }
}

extension ActionDataset.LeftOut {
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("line", .integer(line)), .init("country", .string(cell.scenario.country)),
            .init("topic", .string(cell.scenario.topic)), .init("value", .string(cell.value)),
            .init("inclination", .string(inclination.rawValue)),
        ]
        if let variant { members.append(.init("prompt_variant", .integer(variant))) }
        switch reason {
        case .refused: members.append(.init("reason", "refused"))
        case .unreadable(let why): members.append(.init("reason", .string(why.rawValue)))
        case .repeated(let line):
            members += [.init("reason", "repeated"), .init("first_line", .integer(line))]
        }
        return .object(members)
    }
}

extension DatasetCheck.Incomplete {
    fileprivate var json: JSONValue {
        [
            "country": .string(origin.cell.scenario.country), "topic": .string(origin.cell.scenario.topic),
            "value": .string(origin.cell.value), "generator": .string(origin.generator),
            "prompt_variant": origin.variant.map { .integer($0) } ?? .null,
            "missing_inclinations": .array(missing.map { .string($0.rawValue) }),
        ]
    }
}

extension DatasetCheck.OfStudy {
    fileprivate var json: JSONValue {
        [
            "study": .string(label), "cells": .integer(cells), "cells_without_pair": .integer(without),
            "unknown_names": .array(
                unknown.map { name in
                    [
                        "column": .string(name.column), "name": .string(name.name), "line": .integer(name.line),
                        "rows": .integer(name.rows),
                    ]
                }),
        ]
    }
}
