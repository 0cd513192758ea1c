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

    private static let codes = ["discrimination", "privacy-invasion", "polarization"].map { id in
        JudgedCriterion(
            id: id, names: [id, id.replacing("-", with: " ").capitalized],
            answers: [("yes", ["Applies"]), ("no", ["Does not apply"])])
    }

    private func code(_ reply: String) -> Reading<[String: String]> {
        ReplyReader().judgements(in: reply.utf8, criteria: Self.codes, areCodes: true)
    }

    private func given(_ codes: String...) -> Reading<[String: String]> {
        .answered(Dictionary(uniqueKeysWithValues: Self.codes.map { ($0.id, codes.contains($0.id) ? "yes" : "no") }))
    }

    @Test func `codes are read as members or as a list of their ids or names; an empty list means that none applies`() {
        #expect(
            code(#"{"discrimination": "yes", "privacy-invasion": "no", "polarization": "no"}"#)
                == given("discrimination"))
        #expect(code(#"{"codes": ["discrimination"]}"#) == given("discrimination"))
        #expect(
            code(#"{"Codes": ["Privacy Invasion", "POLARIZATION"], "why": "x"}"#)
                == given("privacy-invasion", "polarization"))
        #expect(code(#"{"codes": []}"#) == given())
        #expect(code("Well: ```json\n{\"answer\": {\"codes\": [\"polarization\"]}}\n```") == given("polarization"))
        #expect(
            code(#"{"codes": {"discrimination": true, "privacy-invasion": false, "polarization": false}}"#)
                == given("discrimination"))
    }

    @Test func `a code that nobody knows is not an option, and two lists that differ are ambiguous`() {
        #expect(code(#"{"codes": ["boredom"]}"#) == .unreadable(.notAnOption))
        #expect(code(#"{"codes": ["discrimination", 3]}"#) == .unreadable(.notAnOption))
        #expect(code(#"{"discrimination": "yes"}"#) == .unreadable(.incomplete))
        #expect(code(#"[{"codes": ["discrimination"]}, {"codes": []}]"#) == .unreadable(.ambiguous))
        #expect(code("None of them.") == .unreadable(.noAnswer))
        // Of criteria that are no codes a list says nothing.
        #expect(read(#"{"codes": ["correctness"]}"#) == .unreadable(.noAnswer))
    }
}
