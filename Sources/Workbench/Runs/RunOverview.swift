package import AnswerStore
package import Costs
package import Foundation
package import Measures
package import Reports
import Study
package import Text

/// One stored run as a list of runs has it: what it is, what it holds, what it took.
package struct RunOverview {
    package let run: RunRecord
    package let study: String
    /// As stored.
    package let protocolHash: String
    package let counts: StoredCounts
    /// What tells it from other runs of the same respondent and study; nil where there is none.
    package let distinction: RunDistinction?
    /// When the first and the last reply came; nil for replies of others, and where there is none.
    package let replied: ClosedRange<Date>?
    /// The files that its replies were imported from, as far as that was kept.
    package let files: [ImportedFile]
    /// US dollars; `nil` where the price is not known, and for replies of others.
    package let cost: Double?
    /// Batches that are not read yet, and their questions.
    package let batches: (open: Int, questions: Int)
    package var serving: ServingSummary { ServingSummary(counts) }

    package init(_ run: RunRecord, _ store: AnswerStore, _ prices: PriceTable) throws {
        self.run = run
        study = try store.studyName(ofRun: run.id)
        protocolHash = try store.protocolHash(ofRun: run.id)
        counts = try store.counts(run: run.id)
        let parts = try store.batchParts(run: run.id).filter(\.state.isOpen)
        batches = (parts.count, parts.reduce(0) { $0 + $1.unsettled })
        distinction = try RunDistinction.of(run, in: store)
        let provenance = try RunProvenance(of: run, hasJoinedActions: false, in: store)
        (replied, files) = (provenance.replied, provenance.files)
        cost = run.origin == .imported ? nil : prices.price(of: run.respondent)?.cost(of: counts.spending)
    }

    private var reasons: JSONValue {
        .object(
            counts.unreadableReasons.sorted { $0.key < $1.key }
                .map { JSONValue.Member($0.key, .integer($0.value)) })
    }

    package var json: JSONValue {
        [
            "run": .integer(Int(run.id)), "respondent": .string(run.respondent), "study": .string(study),
            "protocol_hash": .string(protocolHash),
            "origin": .string(run.origin.rawValue), "status": .string(run.status.rawValue),
            "distinction": JSONValue(distinction?.words),
            "started": .string(run.started.formatted(.iso8601)),
            "asked_from": JSONValue(replied?.lowerBound.formatted(.iso8601)),
            "asked_to": JSONValue(replied?.upperBound.formatted(.iso8601)),
            "imported_files": .array(files.map(\.json)),
            "answered": .integer(counts.answered), "refused": .integer(counts.refused),
            "unreadable": .integer(counts.unreadable), "failed": .integer(counts.failed),
            "tokens_in": .integer(counts.spending.promptTokens),
            "tokens_out": .integer(counts.spending.completionTokens),
            "tokens_reasoning": .integer(counts.spending.reasoningTokens),
            "attempts_lost": .integer(counts.spending.lost), "dollars": JSONValue(cost),
            "served_by": serving.json(\.providers), "system_fingerprints": serving.json(\.fingerprints),
            "not_sent": serving.json(\.notSent), "warnings": .array(serving.warnings.map(JSONValue.string)),
            "batches_open": .integer(batches.open), "questions_in_batches": .integer(batches.questions),
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
