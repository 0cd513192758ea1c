extension Term {
    /// What `vlens annotate --json` prints, and what the contents of labels hold.
    static let annotate: [Term] =
        [
            Term("annotate --json/project", "the project’s name in the store"),
            Term(
                "annotate --json/items", "items that the project has, attention checks among them", unit: "items",
                "from 1"),
            Term("annotate --json/added", "those of them that were not there before", unit: "items", "from 0"),
            Term("annotate --json/overlap", "how many people judge each item", unit: "people", "1 to 100"),
            Term("annotate --json/lead", "the address that shows everything; whoever has it can also write"),
            Term("annotate --json/people", "who judges, first added first"),
            Term("people/name", "the name under which somebody judges"),
            Term("people/link", "their link; whoever has it judges under that name"),
        ]
        + [
            Term("answer", "the id of the answer to the label’s criterion"),
            Term("note", "a note’s words, or why an item was skipped"),
            Term("spans", "where the attributions should stand, in the order of the action"),
            Term("start", "the first Unicode scalar of a span", unit: "scalars", "from 0"),
            Term("end", "the scalar behind its last", unit: "scalars", "from 1"),
            Term("text", "the action from start up to end"),
            Term("way", "how a label came", "page, form, file, sheet, model"),
            Term(
                "seconds", "how long the judge had had the item before them, pauses of more than a minute left out",
                unit: "s", "0 to 3600"),
            Term("seen", "the models whose judgement the person had seen before"),
            Term("accepted", "whether an answer that a model had filled in was left as it was", "true, or absent"),
            Term("given", "whether somebody agrees to take part; false where they have taken that back", "true, false"),
            Term("languages", "the languages that they read, in their own words"),
            Term("years", "how many years they have lived in the country", unit: "years", "0 to 120"),
            Term(
                "keeps_answers", "whether what they judged counts though they have taken their consent back",
                "false, or absent"),
        ].map { $0.renamed("label/\($0.name)", $0.meaning) }
}
