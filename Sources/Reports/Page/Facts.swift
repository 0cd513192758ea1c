import Measures
import Pages
import Text

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
            LabelledText("Asked", asked),
        ]
        facts += run.importedFiles.map { LabelledText("Imported file", words($0)) }
        facts += [
            LabelledText("Actions", run.actionsFile.map { "from \(words($0))" } ?? ""),
            LabelledText("Tokens", tokens),
            LabelledText("Cost", cost),
        ]
        facts += respondent.settings.map { setting in
            let words = PlainNames.words(setting.label)
            return LabelledText(words.prefix(1).uppercased() + words.dropFirst(), setting.text)
        }
        return facts.filter { !$0.text.isEmpty }
    }

    /// The time of the replies themselves; of replies that others recorded it isn't known.
    private var asked: String {
        let run = input.run
        guard !input.respondent.isImported, let from = run.askedFrom ?? run.started else { return "" }
        return (run.askedTo ?? run.finished).map { from == $0 ? from : "from \(from) to \($0)" } ?? "from \(from)"
    }

    private func words(_ file: SourceFile) -> String {
        let digest = file.sha256.map { ", SHA-256 \($0)" } ?? ""
        return file.name + digest + (file.imported.map { ", imported \($0)" } ?? "")
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
