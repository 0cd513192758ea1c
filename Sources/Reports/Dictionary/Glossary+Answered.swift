extension Glossary {
    static let answered = Part(
        heading: "Who answers, and what comes back",
        entries: [
            Entry(
                .respondent, "respondent",
                "a model behind a provider, a file of replies recorded by others, or a simulated subject: "
                    + "`provider/model`"),
            Entry(
                .simulatedRespondent, "simulated respondent",
                "a program whose gap is known; it tells about the measures and never about a model"),
            Entry(.run, "run", "one respondent, one study, one set of settings. Another temperature is another run"),
            Entry(.store, "store", "the file that keeps every reply: `vlens.sqlite`"),
            Entry(.reply, "reply", "what came back, raw"),
            Entry(
                .reading, "reading",
                "what the reply says: *answered*, *refused*, or *unreadable* with a reason. Readings are "
                    + "added, replies never altered"),
            Entry(.missing, "missing", "a question without a reply; a cell without a reading in one of the tasks"),
            Entry(
                .score, "stated score, acted score",
                "the mean of a cell's readings in a task, 0 (agree) to 1 (disagree)"),
        ])
}
