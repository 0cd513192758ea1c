extension Term {
    /// What came of asking a model for actions.
    static let generation: [Term] =
        [
            Term("generator", "the model that wrote the actions, as it was named: provider/model"),
            Term("actions_planned", "actions that were asked for", unit: "actions"),
            Term("actions_written", "actions that were written and are in order", unit: "actions"),
            Term("pairs_planned", "cells in a prompt variant, each of which needs two actions", unit: "pairs"),
            Term("pairs_whole", "those of which both actions are there", unit: "pairs"),
            Term("rounds_asked", "rounds in which actions were asked for, the first included", unit: "rounds"),
            Term("rounds_most", "rounds that there may be", unit: "rounds"),
            Term(
                "spans_found", "attributions of the actions written, by how they were found in their action",
                unit: "spans"),
            Term("spans_repaired", "those that do not stand in it letter by letter", unit: "spans"),
            Term("spans_found/literal", "letter by letter", unit: "spans"),
            Term("spans_found/case", "but for capitals", unit: "spans"),
            Term("spans_found/quotes", "but for the kind of quotation marks", unit: "spans"),
            Term("spans_found/marks", "but for punctuation, blanks and accents", unit: "spans"),
            Term("spans_found/inflection", "but for the endings of words", unit: "spans"),
            Term("leaks", "actions that name their value", unit: "actions"),
            Term(
                "asked_again_for", "answers that were asked for again, by the first of their problems", unit: "answers"),
            Term("given_up_for", "actions that were given up, by each of the last answer's problems", unit: "actions"),
            Term("refused_actions", "actions that the model declined to write"),
            Term("given_up_actions", "actions whose last answer was not in order"),
            Term("missing_actions", "actions without a reply", unit: "actions"),
        ]
        + ["refused_actions", "given_up_actions"].flatMap { place in
            [
                Term("\(place)/inclination", "whether it was to go with the value or against it", "agree, disagree"),
                Term("\(place)/prompt_variant", "the prompt variant, counted from 0"),
                Term("\(place)/rounds", "how often it was asked for", unit: "rounds"),
                Term("\(place)/problems", "what is wrong with the last answer; none for a refusal"),
                Term("\(place)/written", "what was written last; empty where nothing is kept of it"),
                Term("\(place)/country", "the country of its cell"), Term("\(place)/topic", "the topic of its cell"),
                Term("\(place)/value", "the value of its cell"),
            ]
        }
        + ["asked_again_for", "given_up_for"].flatMap { place in
            [
                ("noObject", "no object could be read"), ("cutOff", "the answer broke off"),
                ("missingParts", "one of the three parts was missing or empty"), ("tooLong", "more than 50 words"),
                ("severalSentences", "more than one sentence"), ("notFirstPerson", "nobody speaks of themselves"),
                ("otherLanguage", "another language than the one asked for"), ("marks", "markup, or signs that steer"),
                ("spanElsewhere", "an attribution that stands nowhere in the action"),
                ("duplicate", "another action of the variant says nearly the same"),
            ].map { Term("\(place)/\($0.0)", $0.1, unit: "answers") }
        }
}
