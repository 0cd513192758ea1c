package import AnswerStore
package import Costs
package import Measures
package import Reports
import Study

/// One stored run as a list of runs has it: what it is, what it holds, what it took.
package struct RunOverview {
    package let run: RunRecord
    package let study: String
    /// As stored.
    package let protocolHash: String
    package let counts: StoredCounts
    /// US dollars; `nil` where the price is not known, and for replies of others.
    package let cost: Double?
    package var serving: ServingSummary { ServingSummary(counts) }

    package init(_ run: RunRecord, _ store: AnswerStore, _ prices: PriceTable) throws {
        self.run = run
        study = try store.studyName(ofRun: run.id)
        protocolHash = try store.protocolHash(ofRun: run.id)
        counts = try store.counts(run: run.id)
        cost = run.origin == .imported ? nil : prices.price(of: run.respondent)?.cost(of: counts.spending)
    }

<<<<<<< HEAD:Sources/vlens/Wording/RunLine.swift
    var text: String {
        let state = run.origin == .imported ? "imported" : run.status.rawValue
        let parts = [
            "\(run.id)  \(Plain.line(run.respondent))  \(study)  \(state): \(counts.replied) replies"
                + " (\(counts.refused) refused, \(counts.unreadable) unreadable)",
            counts.askedAgain > 0
                ? "\(counts.askedAgain) asked again with the earlier "
                    + "\(counts.askedAgain == 1 ? "reply" : "replies") kept" : "",
            counts.failed > 0 ? "\(counts.failed) failed" : "", Money.tokens(counts.spending),
            cost.map(Numerals.dollars) ?? "", serving.short.joined(separator: ", "),
            counts.spending.lost > 0
                ? "\(counts.spending.lost) \(counts.spending.lost == 1 ? "attempt" : "attempts") without a reply that "
                    + "may have been charged" : "",
        ]
        let line = parts.filter { !$0.isEmpty }.joined(separator: ", ")
        guard !counts.failures.isEmpty else { return line }
        return line + "\n" + FailureLines.text(counts.failures, indent: "     ")
    }

    private var reasons: JSONValue {
=======
    private var reasons: MeasureJSON {
>>>>>>> 1ee98fe49f5516d93f9e472cb943b679da7cbe80:Sources/Workbench/Runs/RunOverview.swift
        .object(
            counts.unreadableReasons.sorted { $0.key < $1.key }
                .map { JSONValue.Member($0.key, .integer($0.value)) })
    }

<<<<<<< HEAD:Sources/vlens/Wording/RunLine.swift
    var json: JSONValue {
=======
    package var json: MeasureJSON {
>>>>>>> 1ee98fe49f5516d93f9e472cb943b679da7cbe80:Sources/Workbench/Runs/RunOverview.swift
        [
            "run": .integer(Int(run.id)), "respondent": .string(run.respondent), "study": .string(study),
            "protocol_hash": .string(protocolHash),
            "origin": .string(run.origin.rawValue), "status": .string(run.status.rawValue),
            "answered": .integer(counts.answered), "refused": .integer(counts.refused),
            "unreadable": .integer(counts.unreadable), "failed": .integer(counts.failed),
            "tokens_in": .integer(counts.spending.promptTokens),
            "tokens_out": .integer(counts.spending.completionTokens),
            "tokens_reasoning": .integer(counts.spending.reasoningTokens),
            "attempts_lost": .integer(counts.spending.lost), "dollars": JSONValue(cost),
            "served_by": serving.json(\.providers), "system_fingerprints": serving.json(\.fingerprints),
            "not_sent": serving.json(\.notSent), "warnings": .array(serving.warnings.map(JSONValue.string)),
            "asked_again": .integer(counts.askedAgain),
            "unreadable_reasons": reasons,
            "failures": .array(
                counts.failures.map { failure in
                    [
                        "code": .string(failure.code), "questions": .integer(failure.questions),
                        "last_message": .string(failure.lastMessage),
                    ]
                }),
        ]
    }
}
