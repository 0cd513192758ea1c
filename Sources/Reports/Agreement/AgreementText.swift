package import Measures
import Pages

/// Agreement and quality on a terminal.
package struct AgreementText: Sendable {
    private let input: AgreementInput
    private let showsAnnotators: Bool
    private let style: TerminalStyle

    /// The text of an input.
    ///
    /// - Parameter showsAnnotators: whether everybody's agreement with the others is shown.
    package init(_ input: AgreementInput, showsAnnotators: Bool = false, style: TerminalStyle) {
        (self.input, self.showsAnnotators, self.style) = (input, showsAnnotators, style)
    }

    private var report: AgreementReport { input.report }

    /// The whole text, with a line feed after each line.
    package var text: String {
        let blocks =
            [heading] + report.criteria.map(criterion) + [quality] + (report.ranking.map { [variants($0)] } ?? [])
            + [leftOut]
        return blocks.filter { !$0.isEmpty }.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    }

    private var heading: [String] {
        let people = input.labels.people.map(\.name).joined(separator: ", ")
        return title(input.title)
            + wrapped(
                "\(Numerals.count(input.labels.items.count, "action", "actions")) judged by "
                    + "\(Numerals.count(input.labels.people.count, "person", "people")) (\(people)), codebook \(input.codebook). "
                    + "\(report.plan.words). " + AgreementInput.unsure)
    }

    // MARK: - Criteria

    private func criterion(_ found: AgreementReport.Criterion) -> [String] {
        let agreement = found.agreement
        var lines = title(
            "\(found.field.name): \(Numerals.count(agreement.itemsCompared)) of "
                + "\(Numerals.count(agreement.items)) actions with two labels or more")
        for coefficient in LabelCoefficient.allCases {
            guard coefficient != .cohensKappa || agreement.coefficients[coefficient] != nil else { continue }
            lines.append("  " + fit(coefficient.words, 30) + estimate(agreement.coefficients[coefficient]))
        }
        for axis in JudgedLabels.Axis.allCases { lines += groups(found.groups.filter { $0.axis == axis }, axis) }
        if input.labels.people.count > 2 { lines += pairs(found) }
        if showsAnnotators { lines += alike(found) }
        lines += majorities(found) + annotators(found) + models(found)
        return lines
    }

    private func groups(_ groups: [AgreementReport.Group], _ axis: JudgedLabels.Axis) -> [String] {
        guard !groups.isEmpty else { return [] }
        let isTwo = input.labels.people.count == 2
        let kappa: LabelCoefficient = isTwo ? .cohensKappa : .fleissKappa
        let width = nameWidth(groups.map(\.name), axis.rawValue)
        let head =
            "  " + fit(axis.rawValue, width) + fit("items", 7, isRight: true)
            + fit("percent", 9, isRight: true) + fit(isTwo ? "Cohen" : "Fleiss", 8, isRight: true) + "  "
            + fit("interval", 17) + fit("alpha", 7, isRight: true) + fit("AC1", 8, isRight: true)
        return [head]
            + groups.map { group in
                let found = group.agreement.coefficients
                return "  " + fit(group.name, width) + fit("\(group.agreement.itemsCompared)", 7, isRight: true)
                    + fit(Numerals.decimal(found[.percentAgreement]?.value, places: 3), 9, isRight: true)
                    + fit(Numerals.decimal(found[kappa]?.value, places: 3), 8, isRight: true) + "  "
                    + fit(Numerals.range(found[kappa]?.interval, places: 3) ?? Numerals.missing, 17)
                    + fit(Numerals.decimal(found[.alphaNominal]?.value, places: 3), 7, isRight: true)
                    + fit(Numerals.decimal(found[.gwetsAC1]?.value, places: 3), 8, isRight: true)
            }
    }

    private func pairs(_ found: AgreementReport.Criterion) -> [String] {
        guard !found.pairs.isEmpty else { return [] }
        let names = found.pairs.map { "\(name($0.first)) and \(name($0.second))" }
        let width = nameWidth(names, "pair")
        return [
            "  " + fit("pair", width) + fit("items", 7, isRight: true) + fit("percent", 9, isRight: true)
                + "  Cohen's kappa"
        ]
            + zip(names, found.pairs).map { name, pair in
                "  " + fit(name, width) + fit("\(pair.items)", 7, isRight: true)
                    + fit(Numerals.decimal(pair.percent?.value, places: 3), 9, isRight: true) + "  "
                    + estimate(pair.kappa)
            }
    }

    private func alike(_ found: AgreementReport.Criterion) -> [String] {
        let width = nameWidth(input.labels.people.map(\.name), "annotator")
        let head = "  " + fit("annotator", width) + fit("labels", 7, isRight: true) + fit("good", 7, isRight: true)
        return [head + "  alike with others"]
            + found.annotators.map { annotator in
                "  " + fit(name(annotator.person), width) + fit("\(annotator.labels)", 7, isRight: true)
                    + fit(Numerals.decimal(annotator.good, places: 3), 7, isRight: true) + "  "
                    + estimate(annotator.alike)
            }
    }

    private func majorities(_ found: AgreementReport.Criterion) -> [String] {
        let counts = MajorityKind.allCases.map { kind in
            (kind, found.items.count { MajorityKind($0.majority) == kind })
        }
        let parts = counts.filter { $0.1 > 0 }.map { "\(Numerals.count($0.1)) \(words($0.0))" }
        return parts.isEmpty ? [] : wrapped("Majorities: " + parts.joined(separator: ", ") + ".", indent: "  ")
    }

    private func words(_ kind: MajorityKind) -> String {
        switch kind {
        case .unanimous: "unanimous"
        case .majority: "by majority"
        case .tie: "without a majority"
        case .single: "with one label alone"
        case .none: "without a label"
        }
    }

    private func annotators(_ found: AgreementReport.Criterion) -> [String] {
        switch found.dawidSkene {
        case .failure(let absence):
            return wrapped("True labels and accuracies (Dawid–Skene): none, because \(absence.clause).", indent: "  ")
        case .success(let model):
            let good = JudgedLabels.Field.good
            let width = nameWidth(input.labels.people.map(\.name), "annotator")
            let head =
                "  " + fit("annotator", width) + fit("labels", 7, isRight: true) + fit("good", 7, isRight: true)
                + "  " + fit("sensitivity", 24) + "specificity (of \(found.field.answers[good]))"
            return wrapped(
                "True labels and accuracies (Dawid–Skene, \(Numerals.count(model.steps, "step", "steps"))"
                    + (model.isConverged ? "" : ", not converged") + (model.isRelabelled ? ", categories renamed" : "")
                    + "): the share of \(found.field.answers[good]) is \(estimate(model.prevalence[good])).",
                indent: "  ")
                + [head]
                + zip(found.annotators, model.raters).map { annotator, rater in
                    "  " + fit(name(annotator.person), width) + fit("\(annotator.labels)", 7, isRight: true)
                        + fit(Numerals.decimal(annotator.good, places: 3), 7, isRight: true) + "  "
                        + fit(estimate(rater.sensitivity[good]), 24) + estimate(rater.specificity[good])
                }
        }
    }

    private func models(_ found: AgreementReport.Criterion) -> [String] {
        found.models.flatMap { model in
            let judge = input.labels.models[model.model]
            let rubric =
                (judge.isOwn ? " (it wrote some of the actions itself)" : "")
                + (judge.rubric.map { ", rubric \($0)" } ?? "")
            guard let agreement = model.agreement else {
                return wrapped(
                    "Model \(judge.name)\(rubric): nothing that people judged too, so its labels must not be used.",
                    indent: "  ")
            }
            return wrapped(
                "Model \(judge.name)\(rubric), apart from people: kappa with their majority "
                    + "\(estimate(agreement.coefficients[.cohensKappa])), percent "
                    + "\(Numerals.decimal(agreement.coefficients[.percentAgreement]?.value, places: 3)), on "
                    + "\(Numerals.count(agreement.itemsCompared, "action", "actions")).", indent: "  ")
        }
    }

    // MARK: - Quality

    private var quality: [String] {
        guard !report.quality.isEmpty else { return [] }
        let names = report.quality.map { $0.country ?? "all" }
        let width = nameWidth(names, "country")
        let criteria = nameWidth(report.criteria.map(\.field.name), "criterion")
        let head =
            "  " + fit("criterion", criteria) + fit("country", width) + fit("judged", 7, isRight: true)
            + fit("good", 7, isRight: true) + "  " + fit("interval", 16) + "without unsure"
        return title("Quality: the share of actions judged good") + [head]
            + zip(names, report.quality).map { name, line in
                "  " + fit(report.criteria[line.criterion].field.name, criteria) + fit(name, width)
                    + fit("\(line.judged)", 7, isRight: true)
                    + fit(Numerals.percent(line.share?.value).replacing("\u{A0}%", with: ""), 7, isRight: true) + "  "
                    + fit(Numerals.percentRange(line.share?.interval) ?? Numerals.missing, 16)
                    + fit(Numerals.percent(line.decidedShare?.value).replacing("\u{A0}%", with: ""), 7, isRight: true)
                    + (Numerals.percentRange(line.decidedShare?.interval).map { " \($0)" } ?? "")
            }
            + wrapped(
                "In percent. An action is good where the adjudicator, else more than half of its people, say so; undecided and "
                    + "unsure ones are not. Intervals draw cells (country, topic, value) anew.", indent: "  ")
    }

    private func variants(_ found: AgreementReport.Ranking) -> [String] {
        let criteria = found.criteria.map { report.criteria[$0].field.name }
        let head = "  " + fit("variant", 9) + fit("cells", 7, isRight: true) + "  " + "quality"
        return title("Prompt variants by quality") + wrapped(VariantWords(ranking: found).finding) + [head]
            + found.ranking.places.map { place in
                "  " + fit(found.variants[place.variant], 9) + fit("\(place.mean.count)", 7, isRight: true) + "  "
                    + estimate(place.mean)
            } + wrapped(VariantWords.method(criteria, permutations: found.ranking.permutations), indent: "  ")
    }

    private var leftOut: [String] {
        let parts = input.labels.leftOut.map { "\(Numerals.count($0.count)) \(LeftOutWords.words($0.reason))" }
        let sheets = input.sheets.map { sheet in
            "\(sheet.name): \(Numerals.count(sheet.judgedRows)) judged rows, \(sheet.sumRows) of sums and the like, "
                + "\(sheet.emptyRows) empty"
        }
        let accepted =
            input.labels.accepted == 0
            ? ""
            : " \(Numerals.count(input.labels.accepted)) of them only accept, or were given after seeing, a model's answer."
        return title("What counts")
            + wrapped(
                "\(Numerals.count(input.labels.counted)) of \(Numerals.count(input.labels.total)) labels.\(accepted)"
                    + (parts.isEmpty ? "" : " Left out: \(parts.joined(separator: ", ")).")
                    + (sheets.isEmpty ? "" : " Sheets: \(sheets.joined(separator: "; ")). Harmlessness is not in them.")
            )
    }

    // MARK: - Layout

    private func name(_ person: Int) -> String { input.labels.people[person].name }

    private func nameWidth(_ names: [String], _ heading: String) -> Int {
        min(30, (names + [heading]).map { TerminalText.columns(TerminalText.inert($0)) }.max() ?? 0) + 2
    }

    private func fit(_ text: String, _ width: Int, isRight: Bool = false) -> String {
        TerminalText.fit(TerminalText.inert(style.plain(text)), width, isRight: isRight)
    }

    private func estimate(_ estimate: Estimate?) -> String {
        let value = Numerals.decimal(estimate?.value, places: 3)
        return style.plain(value + (Numerals.range(estimate?.interval, places: 3).map { " \($0)" } ?? ""))
    }

    private func title(_ text: String) -> [String] {
        wrapped(text).map { style.paint($0, .strong) }
    }

    private func wrapped(_ text: String, indent: String = "") -> [String] {
        TerminalText.wrap(TerminalText.inert(style.plain(text)), width: style.width - indent.count).map { indent + $0 }
    }
}
