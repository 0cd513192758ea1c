package import AnswerStore
package import Foundation
package import Measures
import Pages
import Reports
import Study

/// What a paper says of how its actions were judged, written from the record: nobody has to count, and nothing is left out.
package struct MethodsParagraph: Sendable {
    private let facts: ProjectFacts
    private let project: AnnotationProject
    private let people: People

    /// Who judged, as far as they said.
    private struct People {
        var judged = 0
        var countries: [(name: String, count: Int)] = []
        var silent = 0
        var withdrawn = 0
        var adjudicators = 0
    }

    /// The paragraph of a project as it stands.
    ///
    /// - Parameter plan: how intervals are made.
    package init(_ project: AnnotationProject, plan: ResamplingPlan, at date: Date) async throws {
        self.project = project
        let counts = try ProjectCounts(project, at: date)
        facts = try await AnnotatorDashboard(counts, plan: plan).facts()
        let consents = try project.consents()
        let judges = counts.standing.judges.values
        var people = People()
        people.judged = judges.count(where: \.isAnnotator)
        people.adjudicators = judges.count(where: \.isAdjudicator)
        let known = judges.filter(\.isAnnotator).map { consents[$0]?.country ?? "" }
        people.silent = known.count(where: \.isEmpty)
        people.countries = Dictionary(grouping: known.filter { !$0.isEmpty }, by: \.self)
            .map { ($0.key, $0.value.count) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        people.withdrawn = consents.values.count { !$0.isGiven && !$0.keepsAnswers }
        self.people = people
    }

    /// Plain text, one paragraph.
    package var text: String { sentences(Plainly()).joined(separator: " ") }

    /// The same for a LaTeX document; it needs no package.
    package var latex: String { sentences(LaTeX()).joined(separator: "\n") + "\n" }

    private func sentences(_ style: any Style) -> [String] {
        [sample, judges, progress].map(style.text) + agreement(style)
            + [decisions, checks, rest].compactMap(\.self).map(style.text)
    }

    private var sample: String {
        let countries = facts.countries.map { "\($0.country) \(Numerals.count($0.share.items))" }
        let criteria = project.codebook.criteria.map(\.name).joined(separator: ", ")
        let items =
            facts.hasGaps
            ? Numerals.count(facts.whole.items, "gap", "gaps") : Numerals.count(facts.whole.items, "action", "actions")
        let by =
            project.codebook.coding.map { coding in
                "coded with \(Numerals.count(facts.criteria.count, "code", "codes")) on "
                    + "\(Numerals.count(coding.levels.count, "level", "levels")), of which several may apply to an item (\(criteria); "
                    + "the codebook \(coding.mode == .fixed ? "was fixed" : "took proposals"))"
            } ?? "judged by \(Numerals.count(facts.criteria.count, "criterion", "criteria")) (\(criteria))"
        return
            "\(items) of the study \(facts.study) (\(countries.joined(separator: ", "))) were \(by), following version "
            + "\(project.codebook.version) of the codebook \(project.codebook.name) (digest \(facts.codebookDigest))."
    }

    private var judges: String {
        var said = people.countries.map { "\($0.name) \(Numerals.count($0.count))" }
        if people.silent > 0 { said.append("country not said \(Numerals.count(people.silent))") }
        let settings = project.definition.settings
        return "\(Numerals.count(people.judged, "annotator", "annotators")) took part"
            + (said.isEmpty ? "" : " (\(said.joined(separator: ", ")))")
            + (settings.byCountry ? ", each judging items of the country that they know" : "")
            + "; each item was to be judged by \(facts.overlap)."
    }

    private var progress: String {
        "\(Numerals.count(facts.whole.complete, "item", "items")) of \(Numerals.count(facts.whole.items)) "
            + "\(facts.whole.complete == 1 ? "was" : "were") judged as often as that, "
            + "with \(Numerals.count(facts.whole.judgements, "judgement", "judgements")) of whole items and "
            + "\(Numerals.count(facts.extras)) beyond."
    }

    private func agreement(_ style: any Style) -> [String] {
        let parts = facts.criteria.compactMap { criterion -> String? in
            guard let agreement = criterion.agreement, agreement.itemsCompared > 0 else { return nil }
            let kappa: LabelCoefficient = agreement.coefficients[.cohensKappa] == nil ? .fleissKappa : .cohensKappa
            let percent = agreement.coefficients[.percentAgreement]
            return style.text("\(criterion.name) \(Numerals.percent(percent?.value)), ")
                + style.kappa(agreement.coefficients[kappa])
                + style.text(positive(criterion))
                + style.text(", AC1 \(Numerals.decimal(agreement.coefficients[.gwetsAC1]?.value))")
                + style.text(", \(Numerals.count(agreement.itemsCompared, "item", "items"))")
        }
        guard !parts.isEmpty else { return [style.text("No item was judged by two annotators.")] }
        let name = people.judged == 2 ? "Cohen’s" : "Fleiss’"
        return [
            style.text(
                "Agreement between annotators (percent, \(name) kappa with a 95 % interval that draws items anew, and Gwet’s AC1): "
            )
                + parts.joined(separator: "; ") + "."
        ]
    }

    /// Of a code the share of pairs in which both coders give it, of those in which one does.
    private func positive(_ criterion: CriterionFacts) -> String {
        guard facts.isCoding else { return "" }
        return ", positive agreement \(Numerals.percent(criterion.positiveAgreement))"
    }

    private var decisions: String? {
        guard !facts.provenance.isEmpty else { return nil }
        let parts = facts.provenance.map { "\(Numerals.count($0.labels)) \($0.name.replacing("_", with: " "))" }
        return "Of \(Numerals.count(facts.provenance.reduce(0) { $0 + $1.labels }, "final label", "final labels")), "
            + parts.joined(separator: ", ") + "; a majority is more than half of at least two, and "
            + "\(Numerals.count(people.adjudicators, "adjudicator", "adjudicators")) decided without seeing names."
    }

    private var checks: String? {
        let gold = facts.criteria.reduce(into: (met: 0, asked: 0)) {
            $0 = ($0.met + $1.goldMet, $0.asked + $1.goldAsked)
        }
        let checks = facts.annotators.reduce(into: (passed: 0, all: 0)) {
            $0 = ($0.passed + $1.passed, $0.all + $1.checks)
        }
        var parts: [String] = []
        if gold.asked > 0 { parts.append("\(gold.met) of \(gold.asked) answers with a known right one were right") }
        if checks.all > 0 { parts.append("\(checks.passed) of \(checks.all) attention checks were passed") }
        guard !parts.isEmpty else { return nil }
        let words = parts.joined(separator: ", and ")
        return words.prefix(1).uppercased() + words.dropFirst() + "."
    }

    private var rest: String? {
        let answers = facts.annotators.reduce(0) { $0 + $1.answers }
        let unsure = facts.annotators.reduce(0) { $0 + $1.unsure }
        let accepted = facts.annotators.reduce(0) { $0 + $1.accepted }
        guard answers > 0 else { return nil }
        let accepting = accepted > 0 ? "\(Numerals.count(accepted)) only accepted what a model had filled in" : ""
        let leaving =
            people.withdrawn > 0
            ? "\(Numerals.count(people.withdrawn, "annotator", "annotators")) withdrew, and what they had judged is left out"
            : ""
        if facts.isCoding {
            let parts = [accepting.isEmpty ? "" : "of the labels " + accepting, leaving].filter { !$0.isEmpty }
            return parts.isEmpty ? nil : parts.joined(separator: "; ").capitalizedFirst + "."
        }
        var words = "\(Numerals.percent(unsure, of: answers)) of answers were “unsure”"
        if !accepting.isEmpty { words += ", and \(accepting)" }
        if !leaving.isEmpty { words += "; \(leaving)" }
        return words + "."
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// How the paragraph is written.
private protocol Style {
    /// A text of the record.
    func text(_ text: String) -> String
    /// Kappa with its interval.
    func kappa(_ estimate: Estimate?) -> String
}

private struct Plainly: Style {
    func text(_ text: String) -> String { text }

    func kappa(_ estimate: Estimate?) -> String {
        let range = estimate?.interval.flatMap { Numerals.range(Whisker(low: $0.low, high: $0.high)) }
        return "κ = \(Numerals.decimal(estimate?.value))" + (range.map { " " + $0 } ?? "")
    }
}

private struct LaTeX: Style {
    func text(_ text: String) -> String { LaTeXText.escaped(text) }

    func kappa(_ estimate: Estimate?) -> String {
        guard let estimate else { return "$\\kappa$ undefined" }
        func number(_ value: Double) -> String { Numerals.decimal(value).replacing("−", with: "-") }
        let range = estimate.interval.map { " $[\(number($0.low)), \(number($0.high))]$" } ?? ""
        return "$\\kappa = \(number(estimate.value))$" + range
    }
}
