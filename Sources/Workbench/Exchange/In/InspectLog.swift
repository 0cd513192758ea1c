import Foundation
import Respondents
import Text

/// A log of Inspect AI as JSON (version 2): how it was made, and its samples one at a time.
struct InspectLog {
    let name: String
    let members: JSONMembers
    /// "started", "success", "cancelled", "error".
    let status: String
    private let eval: JSONValue
    private let plan: JSONValue

    /// Whether a document's members are those of such a log.
    static func isOne(_ members: JSONMembers) -> Bool { members.has("eval") && members.has("status") }

    /// - Throws: ``ExchangeError`` where its head can't be read.
    init(_ members: JSONMembers, name: String) throws {
        (self.name, self.members) = (name, members)
        guard let eval = members["eval"], let status = members["status"]?.string else {
            throw ExchangeError(.unreadable, "'\(name)': the member 'eval' or 'status' of the log can't be read")
        }
        guard members.has("samples") || status != "success" else {
            throw ExchangeError(
                .unreadable,
                "'\(name)' has no samples: it is the head of a log; convert the whole log with: inspect log convert LOG --to json "
                    + "--output-dir FOLDER")
        }
        self.eval = eval
        self.status = status
        plan = members["plan"] ?? .null
    }

    /// The model that was asked, as Inspect names it.
    var model: String? { eval["model"]?.string }

    /// What reached the model, under our names where there are some; what stands nowhere was left to the provider.
    var settings: [String: String] {
        var settings: [String: String] = ["format": "inspect"]
        for config in [plan["config"], eval["model_generate_config"]] {
            for member in config?.members ?? [] where !Self.ofSpeed.contains(member.name) {
                if let text = Self.text(member.value) { settings[Self.names[member.name] ?? member.name] = text }
            }
        }
        settings["baseURL"] = eval["model_base_url"]?.string.map { KeyLike.masked($0) }
        return settings
    }

    private static let names = [
        "top_p": "topP", "max_tokens": "maxTokens", "reasoning_effort": "reasoningEffort",
        "system_message": "systemPrompt",
    ]
    /// What concerns speed and not answers is no setting of a run.
    private static let ofSpeed: Set = [
        "max_connections", "max_retries", "timeout", "attempt_timeout", "batch", "cache",
    ]

    /// How it was made, by the names of the log.
    var provenance: [String: String] {
        var kept: [String: String] = ["status": status]
        func keep(_ name: String, _ value: JSONValue?) {
            if let text = value.flatMap(Self.text) { kept[name] = String(KeyLike.masked(text).prefix(1000)) }
        }
        for name in ["eval_id", "run_id", "task", "task_id", "task_version", "created", "model"] {
            keep(name, eval[name])
        }
        for name in ["commit", "dirty"] { keep("revision.\(name)", eval["revision"]?[name]) }
        for name in ["name", "location", "samples"] { keep("dataset.\(name)", eval["dataset"]?[name]) }
        keep("packages.inspect_ai", eval["packages"]?["inspect_ai"])
        for name in ["total_samples", "completed_samples"] { keep(name, members["results"]?[name]) }
        keep("invalidated", members["invalidated"])
        return kept
    }

    /// Sentences for its user.
    var notes: [String] {
        let samples = members["results"]
        let counts = ["completed_samples", "total_samples"].compactMap { samples?[$0]?.integer }
        var notes = [
            "Inspect log: task \(eval["task"]?.string ?? "?"), inspect_ai \(eval["packages"]?["inspect_ai"]?.string ?? "?"), "
                + "status \(status)" + (counts.count == 2 ? ", \(counts[0]) of \(counts[1]) samples completed." : ".")
        ]
        if members["invalidated"] == .bool(true) {
            notes.append("Some of its samples were invalidated; they have no answer here.")
        }
        let others = (plan["steps"]?.array ?? []).compactMap { $0["solver"]?.string }.filter { $0 != "generate" }
        if !others.isEmpty {
            notes.append(
                "Beside 'generate' the task used \(others.joined(separator: ", ")): the model may have been shown more than "
                    + "the question.")
        }
        return notes
    }

    /// The ids of all samples that were to be asked, and how often each; none where the log does not say.
    var planned: (ids: [String], epochs: Int) {
        let ids = eval["dataset"]?["sample_ids"]?.array?.compactMap(\.word) ?? []
        return (ids, min(max(1, eval["config"]?["epochs"]?.integer ?? 1), 10_000))
    }

    private static func text(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .integer, .number, .written: value.double.map(JSONText.shortest)
        default: nil
        }
    }
}
