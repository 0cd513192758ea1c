import Costs
import AnswerStore
import Measures
import Pages
import Reports
import Study
import Text
import Workbench

/// What the list of runs says of one.
struct RunLine {
    let run: RunRecord
    let study: String
    let protocolHash: String
    let counts: StoredCounts
    let cost: Double?
    var serving: ServingSummary { ServingSummary(counts) }

    init(_ run: RunRecord, _ store: AnswerStore, _ prices: PriceTable) throws {
        self.run = run
        study = try store.studyName(ofRun: run.id)
        protocolHash = try store.protocolHash(ofRun: run.id)
        counts = try store.counts(run: run.id)
        cost = run.origin == .imported ? nil : prices.price(of: run.respondent)?.cost(of: counts.spending)
    }

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

    private var reasons: MeasureJSON {
        .object(
            counts.unreadableReasons.sorted { $0.key < $1.key }
                .map { MeasureJSON.Member($0.key, .integer($0.value)) })
    }

    var json: MeasureJSON {
        [
            "run": .integer(Int(run.id)), "respondent": .string(run.respondent), "study": .string(study),
            "protocol_hash": .string(protocolHash),
            "origin": .string(run.origin.rawValue), "status": .string(run.status.rawValue),
            "answered": .integer(counts.answered), "refused": .integer(counts.refused),
            "unreadable": .integer(counts.unreadable), "failed": .integer(counts.failed),
            "tokens_in": .integer(counts.spending.promptTokens),
            "tokens_out": .integer(counts.spending.completionTokens),
            "tokens_reasoning": .integer(counts.spending.reasoningTokens),
            "attempts_lost": .integer(counts.spending.lost), "dollars": MeasureJSON(cost),
            "served_by": serving.json(\.providers), "system_fingerprints": serving.json(\.fingerprints),
            "not_sent": serving.json(\.notSent), "warnings": .array(serving.warnings.map(MeasureJSON.string)),
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
