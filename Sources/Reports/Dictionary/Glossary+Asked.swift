extension Glossary {
    static let asked = Part(
        heading: "What is asked",
        entries: [
            Entry(.value, "value", "one of a theory's values, such as *Authority*: a name, a gloss, a group"),
            Entry(
                .theory, "theory",
                "a list of values in groups, with its source. The pilot has ten of Schwartz's 56"),
            Entry(
                .group, "group",
                "values that belong together: Schwartz's ten “motivational types”, such as *Power* or "
                    + "*Universalism*"),
            Entry(.context, "country, topic", "the context: *Philippines*, *Politics*"),
            Entry(.scenario, "scenario", "a country and a topic: 12 × 11 = 132 in the paper"),
            Entry(.cell, "cell", "a scenario and a value: what every measure compares; 7,392 in the paper"),
            Entry(
                .inclination, "inclination",
                "the side of an answer or action: *agree* or *disagree* with a value. The released files say "
                    + "polarity positive, negative. Coded agree = 0, disagree = 1"),
            Entry(.stated, "Task 1, stated", "the respondent says how far it agrees with a value in a scenario"),
            Entry(.acted, "Task 2, acted", "it chooses between two actions in the same scenario"),
            Entry(
                .actionPair, "action pair",
                "the agree-action, which shows the value, and the disagree-action, which goes against it"),
            Entry(.attribution, "attribution", "the words of an action that show the value"),
            Entry(.viaDataset, "VIA dataset", "the paper's action pairs: 14,784 value-informed actions"),
            Entry(.study, "study", "all of that, and the wording of the prompts: a YAML file and its actions"),
            Entry(
                .variant, "variant",
                "one wording: a framing, an order and a requirement; 2 × 2 × 2 = 8 in each task"),
            Entry(.replicate, "replicate", "the same question once more (`--repeats`)"),
            Entry(
                .question, "question",
                "one prompt to be sent. Its id follows from what determines it, so that it is never asked "
                    + "twice by mistake"),
        ])
}
