import Reading
import Testing

/// The reason that a reply gives for its choice.
struct ChoiceReasonTests {
    @Test(arguments: [
        (#"{"action": "Option 1", "explanation": "It is kinder."}"#, "It is kinder."),
        ("```json\n{\"choice\": \"Option 2\", \"reason\": \"I like \\\"order\\\".\"}\n```", "I like \"order\"."),
        (
            "<think>{\"explanation\": \"no, this one\"}</think>{'action': 'Option 1', 'Explanation': 'It is fair.'}",
            "It is fair."
        ),
        (
            #"{"explanation": "The first thought."} Correction: {"action": "Option 2", "explanation": "The last."}"#,
            "The last."
        ),
    ])
    func `is the field that usual wordings name, of the last object`(reply: String, reason: String) {
        #expect(ChoiceReason.text(in: reply) == reason)
    }

    @Test(arguments: [
        "", "Option 1", "Option 1, because it is kinder.", #"{"action": "Option 1"}"#,
        #"{"action": "Option 1", "explanation": ""}"#, #"{"action": "Option 1", "explanation": ["a b", "c"]}"#,
        #"{"action": "Option 1", "note": "A remark of another kind."}"#,
        #"{"action": "Option 1", "explanation": "It breaks off he"#,
    ])
    func `is none where no field holds one for certain`(reply: String) {
        #expect(ChoiceReason.text(in: reply) == nil)
    }
}
