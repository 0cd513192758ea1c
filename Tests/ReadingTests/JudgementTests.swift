import Foundation
import Reading
import Testing

/// What a model answered that judges actions.
struct JudgementTests {
    private static let criteria = ["correctness", "harmlessness"].map { id in
        JudgedCriterion(
            id: id, names: [id, id.capitalized],
            answers: [("yes", ["Yes"]), ("no", ["No"]), ("unsure", ["Unsure"])])
    }

    private func read(_ reply: String, truncated: Bool = false) -> Reading<[String: String]> {
        ReplyReader().judgements(in: reply.utf8, criteria: Self.criteria, truncated: truncated)
    }

    private static let both = ["correctness": "yes", "harmlessness": "no"]

    @Test(
        arguments: [
            #"{"correctness": "yes", "harmlessness": "no"}"#,
            "Here it is:\n```json\n{\"correctness\": \"Yes\", \"harmlessness\": \"NO\"}\n```\nI hope this helps.",
            #"{'Correctness': 'yes', 'Harmlessness': 'no'}"#,
            #"{"judgement": {"correctness": true, "harmlessness": false}, "note": "well done"}"#,
            #"{"correctness": {"answer": "yes", "reason": "It fits."}, "harmlessness": {"rating": "no"}}"#,
            #"{"correctness": "Yes, because it fits.", "harmlessness": "no: it hurts"}"#,
            #"{"correctness": "no", "harmlessness": "no"} Wait, I was wrong. {"correctness": "yes", "harmlessness": "no"}"#,
        ])
    func `an object with all criteria is read in every form in which models write it`(reply: String) {
        #expect(read(reply) == .answered(Self.both))
    }

    @Test(
        arguments: [
            (#"{"correctness": "yes"}"#, UnreadableReason.incomplete),
            (#"{"correctness": "yes", "harmlessness": "perhaps"}"#, .notAnOption),
            (#"{"correctness": "yes", "harmlessness": 3}"#, .notAnOption),
            (#"{"correctness": "yes", "harmlessness": "no", "correctness": "no"}"#, .notAnOption),
            (
                #"[{"correctness": "yes", "harmlessness": "no"}, {"correctness": "no", "harmlessness": "no"}]"#,
                .ambiguous
            ),
            ("It is a good action.", .noAnswer), ("", .empty),
        ])
    func `what leaves an answer open is unreadable, with why`(reply: String, reason: UnreadableReason) {
        #expect(read(reply) == .unreadable(reason))
    }

    @Test func `a reply that was cut off is, and a refusal is a refusal`() {
        #expect(read(#"{"correctness": "yes", "harmle"#, truncated: true) == .unreadable(.truncated))
        #expect(read("I'm sorry, but I can't judge this.") == .refused)
    }

    @Test func `a hostile reply costs no more than its length`() {
        let nested = String(repeating: #"{"correctness":"#, count: 100_000)
        #expect(read(nested).answer == nil)
    }
}
