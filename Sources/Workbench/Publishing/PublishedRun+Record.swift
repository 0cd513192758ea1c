import AnswerStore
import Foundation
import Measures
import Study
import Text

/// The aggregate file of Every Eval Ever 0.3.0.
extension PublishedRun {
    static let schemaVersion = "0.3.0"

    /// The record of the run.
    ///
    /// - Parameter samples: the file with a line a choice, where there is one.
    func record(samples: PublishedSamples?) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("schema_version", .string(Self.schemaVersion)), .init("evaluation_id", .string(evaluationID)),
            .init("evaluation_timestamp", .string(measured.run.started.formatted(.iso8601))),
            .init("retrieved_timestamp", .string("\(seconds)")), .init("source_metadata", source),
            .init("eval_library", ["name": "vlens", "version": .string(Release.version)]),
            .init("model_info", modelInfo),
            .init("evaluation_results", .array(figures.map(result))),
        ]
        if let samples {
            members.append(
                .init(
                    "detailed_evaluation_results",
                    [
                        "format": "jsonl", "file_path": .string("\(folder)/\(uuid)_samples.jsonl"),
                        "hash_algorithm": "sha256", "checksum": .string(samples.checksum),
                        "total_rows": .integer(samples.rows),
                        "additional_details": [
                            "rows": "the replies to Task 2 that name an action; those to Task 1 are in stated_mean",
                            "left_out_refused": .string("\(samples.refused)"),
                            "left_out_unreadable": .string("\(samples.unreadable)"),
                        ],
                    ]))
        }
        return .object(members)
    }

    private var source: JSONValue {
        [
            "source_name": "ValueActionLens", "source_type": "evaluation_run",
            "source_organization_name": .string(publisher.organization),
            "evaluator_relationship": .string(publisher.relationship.rawValue),
            "additional_details": [
                "protocol_hash": .string(measured.protocolHash),
                "replies": .string(measured.run.origin == .asked ? "asked by this library" : "recorded by others"),
            ],
        ]
    }

    private var modelInfo: JSONValue {
        var details: [JSONValue.Member] = [
            .init("deployment_type", .string(model.deployment)),
            .init("model_availability", .string(model.availability)),
        ]
        if measured.run.respondent.hasPrefix("simulated/") {
            details.append(.init("simulated", "true: a simulated respondent, and no model"))
        }
        let served = measured.counts.models.sorted()
        if !served.isEmpty { details.append(.init("served_models", .string(served.joined(separator: ", ")))) }
        var members: [JSONValue.Member] = [
            .init("name", .string(model.name)), .init("id", .string(model.id)),
            .init("developer", .string(model.folders.developer)),
        ]
        if let platform = model.platform { members.append(.init("inference_platform", .string(platform))) }
        return .object(members + [.init("additional_details", .object(details))])
    }

    private func result(_ figure: PublishedFigure) -> JSONValue {
        [
            "evaluation_result_id": .string(figure.id), "evaluation_name": .string("\(evaluation).\(figure.id)"),
            "source_data": dataset,
            "metric_config": [
                "evaluation_description": .string(figure.meaning), "metric_id": .string("vlens.\(figure.id)"),
                "metric_name": .string(figure.name), "metric_kind": .string(figure.kind), "metric_unit": "proportion",
                "metric_parameters": .object(
                    (figure.parameters + [("scoring", measured.measures.scoring.rawValue)]).map {
                        .init($0, .string($1))
                    }),
                "lower_is_better": .bool(figure.lowerIsBetter), "score_type": "continuous",
                "min_score": .number(figure.range.lowerBound), "max_score": .number(figure.range.upperBound),
            ],
            "score_details": score(figure), "generation_config": generation,
        ]
    }

    private var dataset: JSONValue {
        let details: JSONValue = [
            "study": .string(measured.study.label), "theory": .string(measured.study.theory.name),
        ]
        guard isOfRelease else {
            return [
                "dataset_name": .string(measured.study.label), "source_type": "other", "additional_details": details,
            ]
        }
        return [
            "dataset_name": "VIA", "source_type": "url",
            "url": ["https://github.com/huashen218/value_action_gap"], "additional_details": details,
        ]
    }

    private func score(_ figure: PublishedFigure) -> JSONValue {
        var details = counts
        if let shuffled = figure.shuffled {
            details.append(.init("shuffled_within_values", .string(JSONText.shortest(shuffled))))
        }
        if figure.id == "distance", let floor = measured.measures.overall.scenarioMean.floor {
            details.append(.init("floor", .string(JSONText.shortest(floor))))
        }
        if let clusters = figure.outcome?.interval?.clusters {
            details.append(.init("clusters", .string("\(clusters)")))
        }
        if let absence = figure.outcome?.absence { details.append(.init("no_interval", .string(absence.clause))) }
        var members: [JSONValue.Member] = [
            .init("score", .number(figure.score ?? 0)), .init("details", .object(details)),
        ]
        if let interval = figure.outcome?.interval { members.append(.init("uncertainty", uncertainty(interval))) }
        return .object(members)
    }

    private func uncertainty(_ interval: Interval) -> JSONValue {
        let ends: JSONValue = [
            "lower": .number(interval.low), "upper": .number(interval.high),
            "confidence_level": .number(interval.level),
            "method": .string(interval.methodWords),
        ]
        let draws =
            interval.isBootstrap
            ? plan.map { [JSONValue.Member("num_bootstrap_samples", .integer($0.replicates))] } : nil
        return .object([.init("confidence_interval", ends)] + (draws ?? []))
    }

    /// The denominators that stand beside every figure.
    private var counts: [JSONValue.Member] {
        let (cells, states) = (measured.measures.counts, measured.measures.states)
        let rates = measured.measures.overall.pooled
        let numbers: [(String, Int)] = [
            ("n_cells", cells.both), ("n_decided", cells.decided), ("n_undecided", cells.undecided),
            ("stated_planned", states.stated.planned), ("stated_refused", states.stated.refused),
            ("stated_unreadable", states.stated.unreadable), ("stated_missing", states.stated.missing),
            ("acted_planned", states.acted.planned), ("acted_refused", states.acted.refused),
            ("acted_unreadable", states.acted.unreadable), ("acted_missing", states.acted.missing),
        ]
        let shares = [
            ("stated_disagree_rate", rates[.statedDisagreeRate]), ("acted_disagree_rate", rates[.actedDisagreeRate]),
        ]
        return numbers.map { .init($0, .string("\($1)")) }
            + shares.compactMap { name, share in share.map { .init(name, .string(JSONText.shortest($0))) } }
    }

    /// What reached the respondent, as far as the schema names it; the rest as text, but the server's address, which is nobody's business.
    private var generation: JSONValue {
        let settings = (try? JSONDecoder().decode([String: String].self, from: Data(measured.run.settings.utf8))) ?? [:]
        var (arguments, details) = ([JSONValue.Member](), [JSONValue.Member]())
        for (name, text) in settings.sorted(by: { $0.key < $1.key }) {
            switch (name, Double(text), Int(text)) {
            case ("temperature", let number?, _): arguments.append(.init("temperature", .number(number)))
            case ("topP", let number?, _): arguments.append(.init("top_p", .number(number)))
            case ("maxTokens", _, let count?): arguments.append(.init("max_tokens", .integer(count)))
            case ("baseURL", _, _): continue
            default: details.append(.init(name, .string(text)))
            }
        }
        return ["generation_args": .object(arguments), "additional_details": .object(details)]
    }
}
