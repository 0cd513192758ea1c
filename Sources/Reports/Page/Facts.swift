import Measures
import Pages

/// What was asked and of whom, as labelled lines.
struct Facts {
    let input: ReportInput

    /// The lines; those of which nothing is known are left out.
    var all: [LabelledText] {
        let (study, respondent, run) = (input.study, input.respondent, input.run)
        var facts = [
            LabelledText("Respondent", respondent.label),
            LabelledText("Model reported by the server", respondent.servedModels.joined(separator: ", ")),
            LabelledText("Served by", ServingSummary.list(respondent.serving.providers)),
            LabelledText("System fingerprint", ServingSummary.list(respondent.serving.fingerprints)),
            LabelledText("Warning", respondent.serving.warnings.joined(separator: "; ")),
            LabelledText("Study", study.name.isEmpty ? study.title : "\(study.title) (\(study.name))"),
            LabelledText("Theory", [study.theory, study.theorySource].filter { !$0.isEmpty }.joined(separator: " — ")),
            LabelledText("Extent", input.measures.axes.extent),
            LabelledText("Protocol", study.protocolHash),
            LabelledText("Scoring", input.measures.scoring.rawValue),
            LabelledText("Started", run.started ?? ""),
            LabelledText("Finished", run.finished ?? ""),
            LabelledText("Tokens", tokens),
            LabelledText("Cost", cost),
        ]
        facts += respondent.settings
        return facts.filter { !$0.text.isEmpty }
    }

    private var tokens: String {
        guard let spending = input.run.spending else { return "" }
        let hidden =
            spending.tokensReasoning > 0
            ? " (\(Numerals.count(spending.tokensReasoning)) of them hidden reasoning)" : ""
        let silent =
            spending.repliesWithoutUsage > 0
            ? "; \(Numerals.count(spending.repliesWithoutUsage, "reply", "replies")) without reported usage" : ""
        return "\(Numerals.count(spending.tokensIn)) in, \(Numerals.count(spending.tokensOut)) out\(hidden)\(silent)"
    }

    private var cost: String {
        guard let spending = input.run.spending, let dollars = spending.dollars, dollars > 0 else { return "" }
        let date = spending.pricesDate.map { ", at the prices of \($0)" } ?? ""
        let lost =
            spending.attemptsLost > 0
            ? "; \(Numerals.count(spending.attemptsLost, "attempt", "attempts")) without a reply may have been charged"
            : ""
        return "\(Numerals.dollars(dollars))\(date)\(lost)"
    }
}
