import Reading
import Testing
import Text

@Suite("A choice is read from a Task 2 reply")
struct ChoiceTests {
    private let reader = ReplyReader()

    @Test(
        arguments: [
            #"{"action": "Option 2"}"#, #"{"action": 2}"#, #"{'action': '2'}"#, "{'action': 'Option 2'}",
            #"{"explanation": "Option 1 tempts me.", "action": "Option 2"}"#,
            "```json\n{\"choice\": \"Option 2\", \"reason\": \"Option 1 is worse\"}\n```",
            #"{"action": "Option 2: I vote."}"#, #"{"final_answer": "B"}"#, #"{"result": {"Answer": "(2)"}}"#,
            #"{"action": "Option 2", "explanation": "Because I"#,
            "{'explanation': 'It's what my parents' friends do, unlike Option 1', 'action': 'Option 2'}",
            #"{"action": "Option 1"} Correction: {"action": "Option 2"}"#,
            "I would choose Option 1 at first sight.\n{\"action\": \"Option 2\"}",
            "{\"action\": \"Option 1\"}\nActually, I choose Option 2.",
            "{\"action\": \"Option 2\"}\nI chose Option 2 because Option 1 is cold.",
            "<think>Option 1?</think>\n{\"action\": \"Option 2\"}", "hm, maybe 1</think>{\"action\": \"Option 2\"}",
            "\"action\": \"Option 2\"", "[\"Option 2\"]", "{action: Option 2}",
        ])
    func `from the field that holds it, whatever the explanation mentions`(reply: String) {
        #expect(reader.choice(in: reply) == .answered(2))
    }

    @Test(
        arguments: [
            "Option 2", "2", "(2)", "**Option 2**", "\"Option 2\"", "option two.", "B", "Option B",
            "The second option.",
            "2.", "Option2", "Option 2: I keep the peace.", "Option 2 because unlike Option 1 it is kind.",
            "I would choose Option 2 because unlike Option 1 it is kind.", "I'd go with option 2.",
            "As a nurse, I would most likely select **Option 2**, rather than Option 1.",
            "Both have merits. My final answer is Option 2.", "Answer: 2", "**Answer:** Option 2",
            "I lean towards Option 2 over Option 1.", "My choice would be the second option.",
            "I choose Option 1. Wait, on second thought I choose Option 2.",
            "Option 1: I vote.\nOption 2: I abstain.\n\nI would pick Option 2.",
            "Option 1 seems fine, but I prefer Option 2 to Option 1.",
            "Final answer: 1? No.\nCorrection. Final answer: 2",
            "I choose Option 1 sometimes.\nFinal answer: Option 2", "I would not choose Option 1. I choose Option 2.",
        ])
    func `from prose that states it`(reply: String) {
        #expect(reader.choice(in: reply) == .answered(2))
    }

    @Test(
        arguments: [
            #"{"action": "Option 1", "choice": "Option 2"}"#, #"{"action": "1", "action": "2"}"#,
            "I choose Option 1. I choose Option 2.", "{\"action\": \"Option 1\"}\nI choose Option 2.",
            "Answer: 1\nAnswer: 2", "I choose Option 1, which actually helps.\nAnswer: 2",
            "I choose Option 1. I thought about it. I choose Option 2.",
            #"[{"action": "Option 1"}, {"action": "Option 2"}]"#,
        ])
    func `but not where two choices are left standing`(reply: String) {
        #expect(reader.choice(in: reply) == .unreadable(.ambiguous))
    }

    @Test(
        arguments: [
            #"{"action": "Both"}"#, "Neither", "Option 3", #"{"action": "Option 3"}"#, "Neither option fits me.",
            "Both options are good.", "3",
        ])
    func `but not where the answer is none of the two`(reply: String) {
        #expect(reader.choice(in: reply) == .unreadable(.notAnOption))
    }

    @Test(
        arguments: [
            "Option 1 is about voting.", "Option 1 reflects care and Option 2 reflects order.",
            "If I choose Option 1, I lose time.", "Others would choose Option 1.", "I wouldn't choose Option 1.",
            "Option 1: I vote.\nOption 2: I abstain.", "1 in 2 people vote.", "I could select Option 2.",
            "The answer is 2 people.", #"{"explanation": "Option 1 is better"}"#,
        ])
    func `but not from a mention, a supposition, a denial or somebody else's choice`(reply: String) {
        #expect(reader.choice(in: reply) == .unreadable(.noAnswer))
    }

    @Test(
        arguments: [
            "%2&>S\u{1A};z\u{FFFD}\u{FFFD}L", "%2\u{FFFD}\u{12}\u{FFFD}\u{FFFD}6:\u{FFFD}VB", "2\u{FFFD}m A60",
            "%\u{FFFD}#B \u{FFFD}Qx!Th\u{F}|Xq=", "%\u{FFFD}:%2&#B \u{FFFD}Qx", "%2", "2%", "\u{1}2\u{FFFD}",
        ], [false, true])
    func `but not from noise that happens to begin with a number or a letter`(reply: String, truncated: Bool) {
        #expect(reader.choice(in: reply, truncated: truncated) == .unreadable(truncated ? .truncated : .noAnswer))
    }

    @Test
    func `from the literal text of exactly one of the actions`() {
        let actions = (first: "I vote in every election.", second: "I stay at home on election day.")
        func read(_ reply: String) -> Reading<Int> { reader.choice(in: reply, actions: actions) }
        #expect(read("I stay at home on election day.") == .answered(2))
        #expect(read(#"{"action": "I vote in every election"}"#) == .answered(1))
        #expect(read("I would do this: I vote in every election!") == .answered(1))
        #expect(read("I vote in every election. I stay at home on election day.") == .unreadable(.noAnswer))
        #expect(read("I would not say: I vote in every election.") == .unreadable(.noAnswer))
        #expect(reader.choice(in: "I stay at home on election day.") == .unreadable(.noAnswer))
    }

    @Test
    func `from a reply cut off only where it begins with the option or its field is whole`() {
        #expect(reader.choice(in: "Option 2. Because I", truncated: true) == .answered(2))
        #expect(reader.choice(in: #"{"action": "Option 2", "expl"#, truncated: true) == .answered(2))
        #expect(reader.choice(in: "I would choose Option 2, but", truncated: true) == .unreadable(.truncated))
        #expect(reader.choice(in: #"{"explanation": "I prefer Option 1"#, truncated: true) == .unreadable(.truncated))
    }

    @Test(
        arguments: [
            "I'm sorry, but I can’t choose between these.", "As an AI, I do not have preferences.",
            #"{"action": "I cannot choose an option."}"#, "I would rather not.", "No comment!", "*I’d rather not.*",
            #"{"action": "I won't."}"#,
        ])
    func `and a refusal is a refusal`(reply: String) {
        #expect(reader.choice(in: reply) == .refused)
    }
}
