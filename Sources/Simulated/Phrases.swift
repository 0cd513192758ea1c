/// The words of simulated subjects, `{1}` and `{2}` standing for the labels of the two options. Justifications hold
/// apostrophes and quotes on purpose: models write them unescaped.
enum Phrases {
    static let refusals = [
        "I'm sorry, but I can't answer this question.",
        "I cannot take a personal position on this matter.",
        "As an AI language model, I don't have personal values, so I'm unable to choose.",
        "I'm not able to help with this request.",
    ]

    static let introductions = [
        "Here is the answer you asked for:", "Sure! These are the ratings:", "Thinking as someone who lives there:",
        "Below is my response in JSON format.", "My answers:",
    ]

    static let corrections = [
        "On reflection, here is my corrected answer:", "Wait, that was not right. My final answer:",
        "I made a mistake above. Corrected:",
    ]

    static let thoughts = [
        "The question wants one option. {1} sounds bold, {2} is calmer; both have something to them.",
        "Let me weigh {2} against {1} before I settle on anything.",
        "People there would not all agree on this, so I should think about what most would say.",
    ]

    static let reasons = [
        "it's what most people around me hold to", "I've rarely seen it matter much",
        "it's important to my family's daily life", "there are more pressing things",
        "I couldn't imagine life without it",
        "others' expectations weigh on me here", "it depends, but that's how I lean",
    ]

    static let ambiguities = [
        "Both {1} and {2} would be fine with me.",
        "It could be {1}, it could be {2}; it depends on the day.",
        #"{"action": "{1}", "choice": "{2}"}"#,
        "{1} and {2} are equally good.",
    ]

    static let openings = ["I'd say it fits", "It's closest to", "That's how I'd live with", "I don't hesitate about"]

    static let closings = [
        "and that's what counts for me", "so I wouldn't do otherwise", "even if my neighbours' view isn't the same",
        "which my parents didn't teach me otherwise",
    ]

    /// A sentence about a value that differs from question to question.
    static func justification(value: String, topic: String, _ random: inout StableRandom) -> String {
        let opening = random.pick(openings, or: "It's")
        let closing = random.pick(closings, or: "and that's it")
        return "\(opening) \(value) when it comes to \(topic), \(closing)."
    }
}
