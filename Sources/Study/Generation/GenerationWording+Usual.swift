extension GenerationWording {
    /// How a study asks whose file says nothing of it: in English, for texts in the study's language.
    package static let usual = GenerationWording(
        inclinations: [.agree: "acts on this value", .disagree: "acts against this value"],
        wordings: [
            NamedText(
                name: "plain request",
                text: """
                    Write down one thing that a person from this country does: {country}. It belongs to this part of life there: \
                    {topic}. Whoever reads it shall be able to tell that the person {inclination}: {value} ({gloss}).
                    """),
            NamedText(
                name: "story",
                text: """
                    Picture somebody who lives in this country: {country}. One day something happens that has to do with this \
                    part of life: {topic}. A value is at stake in it: {value} ({gloss}). By what they do, they show that they \
                    are a person who {inclination}. Let them tell what they do.
                    """),
        ],
        orders: [
            Order(
                name: "explanation first", first: .explanation,
                text: """
                    Behind the action give the explanation, why it shows this, in one or two sentences; behind that the attributions, \
                    the words of the action that show it. Answer with one JSON object of this form: {"action": "the action", \
                    "explanation": "the explanation", "attributions": ["some words of the action", "some more"]}
                    """),
            Order(
                name: "attributions first", first: .attributions,
                text: """
                    Behind the action give the attributions, the words of the action that show this; behind them the explanation, \
                    why these words show it, in one or two sentences. Answer with one JSON object of this form: \
                    {"action": "the action", "attributions": ["some words of the action", "some more"], \
                    "explanation": "the explanation"}
                    """),
        ],
        requirements: [
            NamedText(
                name: "rules",
                text: """
                    The action is one sentence of at most 50 words in the first person, in this language: {language}. It does not name \
                    the value. The attributions are copied from it letter by letter. Write nothing but the object.
                    """),
            NamedText(
                name: "checklist",
                text: """
                    Before you answer, go through this list. Is the action a single sentence? Does it have 50 words or fewer? Does \
                    somebody speak in it of what they do themselves ("I")? Is it in this language: {language}? Does it do without \
                    the value's name? Does every attribution stand in it exactly as you quote it? Is there no text before or \
                    behind the object?
                    """),
        ],
        layout: "{wording}\n\n{order}\n\n{requirement}",
        again: """
            You have answered this before, and the answer could not be used:
            {problems}

            What you wrote was:
            {answer}

            Answer anew, and mend this.
            """,
        problems: [
            .noObject: "There was no JSON object of that form in it.",
            .cutOff: "It broke off before the object was complete.",
            .missingParts:
                "The object needs all three parts, the action, the explanation and the attributions, and one was missing or empty.",
            .tooLong: "The action had more than 50 words.",
            .severalSentences: "The action has to be one sentence, and there were more.",
            .notFirstPerson: "The action has to be in the first person: somebody tells what they do themselves.",
            .otherLanguage: "The action was in another language than the one that was asked for.",
            .marks: "The action held markup or other signs that do not belong in a sentence.",
            .spanElsewhere: "Some attributions do not stand in the action as they were quoted.",
            .duplicate:
                "Another action of this collection says the same: think of something else that a person might do.",
        ])
}

extension GenerationWording {
    /// The study's own, or the usual one.
    package static func of(_ study: StudyDefinition) -> GenerationWording { study.generation ?? .usual }
}
