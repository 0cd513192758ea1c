import Measures
import Pages
import Text

/// Predictions as one page that needs nothing but itself.
package enum PredictionPage {
    /// The page's whole text.
    ///
    /// - Throws: `ReportError.template` where a template does not parse, which no input can bring about.
    package static func page(_ input: PredictionInput) throws(ReportError) -> String {
        do {
            return try page(of: input).document()
        } catch {
            throw ReportError(error)
        }
    }

    private static func page(of input: PredictionInput) throws(TemplateError) -> Page {
        let blocks = PredictionBlocks(input: input)
        let methods = try MethodsSection(PredictionMethods.notes(input)).section
        return Page(
            title: input.title, generator: ReportFrame.generator(input.version),
            header: Page.Header(
                eyebrow: "Does what was chosen tell what was stated?",
                heading: .text("Gap prediction · ") + .element("bdi", text: input.target),
                subtitle: .element("bdi", text: input.scope), notices: input.notices),
            skip: ReportFrame.skip,
            sections: [try blocks.findings, blocks.scores, blocks.pairs, blocks.reliability, methods].compactMap(
                \.self),
            footer: ReportFrame.footer(input.version))
    }

    /// The files of a folder: the page, the document, the tables, the figures.
    package static func files(_ input: PredictionInput) throws(ReportError) -> [(path: String, text: String)] {
        let (document, tables) = (input.json, input.tables)
        return [
            ("index.html", try page(input)), ("prediction.json", document.text()), ("prediction.tex", input.latex),
        ]
            + (tables + [DataDictionary.table(tables, [("prediction.json", document)])]).map { ($0.name, $0.text) }
            + input.figures.map { ("figures/\($0.name).svg", $0.standalone) }
    }
}

/// The sections of the page; those of which there is nothing to show are `nil`.
private struct PredictionBlocks {
    let input: PredictionInput

    private var report: PredictionReport { input.report }

    var findings: Page.Section {
        get throws(TemplateError) {
            let view = ["findings": PredictionFindings(input: input).sentences]
            return Page.Section(
                "findings", label: "Findings", heading: "Findings", body: try ReportTemplate.sentences.render(view))
        }
    }

    var scores: Page.Section? {
        input.scoresFigure.map { figure in
            Page.Section(
                "scores", label: "Figures", heading: "How well is it predicted?",
                body: .lines([
                    PageBlocks.figure(
                        figure,
                        reading:
                            "1 is perfect; of kappa 0 is what the base rates give. Baselines stand below, on the first set’s cells.",
                        tables: PredictionTarget.allCases.compactMap(table), areOpen: true)
                ]))
        }
    }

    private func field(_ found: Estimate?) -> HTMLTable.Field {
        HTMLTable.Field(Numerals.decimal(found?.value, places: 3), range: Numerals.range(found?.interval, places: 3))
    }

    private func table(_ target: PredictionTarget) -> HTMLTable? {
        let rows = report.subjects.compactMap { subject in subject[target].map { (subject, $0) } }
        guard let first = rows.first?.1 else { return nil }
        return HTMLTable(
            caption: target.words, columns: ["Evidence", "Cells"] + PredictionFigure.allCases.map { $0.words(target) },
            fields: rows.map { subject, scores in
                [HTMLTable.Field(subject.label), HTMLTable.Field(Numerals.count(scores.cells))]
                    + PredictionFigure.allCases.map { field(scores.figures[$0]) }
            }
                + first.baselines.map { baseline in
                    [HTMLTable.Field(baseline.kind.words), HTMLTable.Field(Numerals.count(first.cells))]
                        + PredictionFigure.allCases.map {
                            HTMLTable.Field(Numerals.decimal(baseline.figures[$0], places: 3))
                        }
                })
    }

    var pairs: Page.Section? {
        guard !report.comparisons.isEmpty else { return nil }
        let tables = PredictionReport.Family.allCases.compactMap { family -> Markup? in
            let members = report.comparisons.filter { $0.family == family }
            return members.isEmpty ? nil : pairTable(family, members).block
        }
        return Page.Section("pairs", label: "Pairs", heading: "Which evidence adds anything?", body: .lines(tables))
    }

    private func pairTable(_ family: PredictionReport.Family, _ members: [PredictionReport.Comparison]) -> HTMLTable {
        HTMLTable(
            caption: "\(family.words): second − first, on the cells that both predict",
            columns: ["First", "Second", "Cells"] + PredictionReport.compared.map { $0.words(.stated) } + [
                "F1 of the gap", "p", "p by Holm",
            ],
            fields: members.map { pair in
                func difference(_ target: PredictionTarget, _ figure: PredictionFigure) -> HTMLTable.Field {
                    let found = pair.differences[target]?[figure]
                    return HTMLTable.Field(
                        Numerals.signed(found?.value, places: 3),
                        range: Numerals.range(found?.interval, places: 3, isSigned: true))
                }
                return [pair.first, pair.second].map { HTMLTable.Field(report.subjects[$0].label) }
                    + [HTMLTable.Field(Numerals.count(pair.cells))]
                    + PredictionReport.compared.map { difference(.stated, $0) } + [difference(.gap, .f1)]
                    + [pair.mcNemar.pValue, pair.pHolm].map { HTMLTable.Field(Numerals.probability($0)) }
            }, textColumns: 2)
    }

    var reliability: Page.Section? {
        input.reliabilityFigure.map { figure in
            let rows = report.subjects.compactMap { subject in subject.stated?.probabilities.map { (subject.label, $0) }
            }
            return Page.Section(
                "reliability", label: "Probabilities", heading: "Are stated probabilities true?",
                body: .lines([
                    PageBlocks.figure(
                        figure,
                        reading:
                            "A dot is a bin of cells: across how probable agreement was said to be, up how often it was stated. Bars on the "
                            + "ground: where the cells are.", tables: [ProbabilityTable.table(rows)])
                ]))
        }
    }
}

/// The scores of probabilities as a table of a page.
enum ProbabilityTable {
    static func table(_ rows: [(name: String, report: ProbabilityReport)]) -> HTMLTable {
        HTMLTable(
            caption: "Scores of probabilities",
            columns: [
                "", "Cells", "Brier", "Base rate’s", "Skill", "Log loss", "Base rate’s", "Reliability", "Resolution",
                "Uncertainty",
                "ECE", "ECE if true",
            ],
            fields: rows.map { name, found in
                func number(_ value: Double?) -> HTMLTable.Field { HTMLTable.Field(Numerals.decimal(value, places: 3)) }
                func estimate(_ found: Estimate?) -> HTMLTable.Field {
                    HTMLTable.Field(
                        Numerals.decimal(found?.value, places: 3), range: Numerals.range(found?.interval, places: 3))
                }
                return [
                    HTMLTable.Field(name), HTMLTable.Field(Numerals.count(found.cells)), estimate(found.brier),
                    number(found.baseRateBrier), estimate(found.skill), estimate(found.logLoss),
                    number(found.baseRateLogLoss),
                    number(found.decomposition.reliability), number(found.decomposition.resolution),
                    number(found.decomposition.uncertainty), number(found.calibrationError),
                    number(found.calibrationErrorIfTrue),
                ]
            })
    }
}
