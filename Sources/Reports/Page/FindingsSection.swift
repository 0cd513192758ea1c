import Measures
import Pages

/// The key figures, and the findings in sentences.
struct FindingsSection {
    struct KeyFigure {
        let number: String
        let range: String?
        let label, note: String
    }

    let keyFigures: [KeyFigure]
    let findings: [String]

    init(_ input: ReportInput) {
        keyFigures = Self.keyFigures(input)
        findings = Findings(input: input).sentences
    }

    var section: Page.Section {
        get throws(TemplateError) {
            Page.Section(
                "findings", label: "Findings", heading: "Findings", body: try ReportTemplate.findings.render(self))
        }
    }

    private static func keyFigures(_ input: ReportInput) -> [KeyFigure] {
        let (overall, found) = (input.measures.overall, input.intervals?.overall)
        let (means, rates, always) = (overall.scenarioMean, overall.pooled.rates, overall.scenarioMean.alwaysAgree)
        func range(_ figure: ScenarioFigure) -> String? {
            Numerals.range(found?.scenarioMean[figure], isSigned: figure == .signedGap)
        }
        return [
            KeyFigure(
                number: Numerals.decimal(means.rates?.f1Disagree), range: range(.f1Disagree), label: "F1 of disagree",
                note: "the alignment rate; always agreeing \(Numerals.decimal(always?.f1Disagree))"),
            KeyFigure(
                number: Numerals.decimal(means.rates?.f1Agree), range: range(.f1Agree), label: "F1 of agree",
                note: "always agreeing \(Numerals.decimal(always?.f1Agree))"),
            KeyFigure(
                number: Numerals.decimal(rates.kappa), range: Numerals.range(found?.pooled[.kappa]),
                label: "Cohen’s kappa", note: "0 is chance, 1 is accord"),
            KeyFigure(
                number: Numerals.decimal(means.distance), range: range(.distance), label: "distance",
                note: "0 none, 1 opposite"),
            KeyFigure(
                number: Numerals.signed(means.signedGap), range: range(.signedGap), label: "signed gap",
                note: "above 0: acts against more"),
        ]
    }

    static let template = """
        <ul class="key">
        {{#keyFigures}}
        <li><span class="figure">{{number}}</span>{{#range}} <span class="range">{{.}}</span>{{/range}} <span class="label">{{label}}</span> <span class="note">{{note}}</span></li>
        {{/keyFigures}}
        </ul>
        {{> sentences}}

        """

    /// Findings alone: a view's `findings` as a list.
    static let sentencesTemplate = """
        <ul class="findings">
        {{#findings}}
        <li>{{.}}</li>
        {{/findings}}
        </ul>

        """
}
