import Measures

/// What was asked and of whom, as labelled lines.
struct Facts {
    let input: ReportInput

    /// The lines; those of which nothing is known are left out.
    var all: [LabelledText] {
        let (study, respondent, run) = (input.study, input.respondent, input.run)
        var facts = [
            LabelledText("Respondent", respondent.label),
            LabelledText("Model reported by the server", respondent.servedModels.joined(separator: ", ")),
            LabelledText("Study", study.name.isEmpty ? study.title : "\(study.title) (\(study.name))"),
            LabelledText("Theory", [study.theory, study.theorySource].filter { !$0.isEmpty }.joined(separator: " — ")),
            LabelledText("Extent", PageView.scope(input.measures.axes)),
            LabelledText("Protocol", study.protocolHash),
            LabelledText("Scoring", input.measures.scoring.rawValue),
            LabelledText("Started", run.started ?? ""),
            LabelledText("Finished", run.finished ?? ""),
            LabelledText("Tokens", tokens),
        ]
        facts += respondent.settings
        return facts.filter { !$0.text.isEmpty }
    }

    private var tokens: String {
        let parts = [
            input.run.tokensIn.map { "\(Numerals.count($0)) in" },
            input.run.tokensOut.map { "\(Numerals.count($0)) out" },
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}
