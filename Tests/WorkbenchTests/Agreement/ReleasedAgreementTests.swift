import Foundation
import Measures
import Study
import TestSupport
import Testing
import Workbench

/// The anchors of MEASURES.md on annotation, from the released sheets as they are.
@Suite(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
struct ReleasedAgreementTests {
    private func report() async throws -> AgreementReport {
        let labels = try JudgedSheets(paths: SharedSheets.paths).labels
        return try await AgreementReport(of: labels, by: [.variant, .country], plan: ResamplingPlan(replicates: 200))
    }

    /// The table of the two people at one generation prompt: both yes, only A, only B, both no.
    private func counts(_ report: AgreementReport, _ criterion: Int, _ variant: String) throws -> [Int] {
        let items = report.labels.items.indices.filter { report.labels.items[$0].variant == variant }
        let field = report.criteria[criterion].field
        let table = try LabelTable(raters: 2, categories: 2, labels: items.map { field.people[$0] })
        return table.joint(0, 1).flatMap(\.self)
    }

    @Test
    func `Kappa of ACT at prompts 3 and 5 and the joint counts are as published`() async throws {
        let report = try await report()
        #expect(report.labels.people.map(\.name) == ["A", "B"])
        #expect(report.criteria.map(\.field.id) == ["correctness", "sufficiency", "plausibility"])
        let variants = report.criteria[0].groups.filter { $0.axis == .variant }
        #expect(variants.map(\.name) == (0..<8).map(String.init))
        func kappa(_ prompt: Int) -> Double? { variants[prompt].agreement.coefficients[.cohensKappa]?.value }
        #expect(abs((kappa(3) ?? 0) - 0.92647) < 5e-6 && abs((kappa(5) ?? 0) - 0.70732) < 5e-6)
        #expect(try counts(report, 0, "3") == [72, 1, 0, 7])
        #expect(try counts(report, 0, "5") == [73, 2, 1, 4])
        #expect(abs((variants[3].agreement.coefficients[.percentAgreement]?.value ?? 0) - 79.0 / 80) < 1e-12)
        #expect(abs((variants[5].agreement.coefficients[.percentAgreement]?.value ?? 0) - 77.0 / 80) < 1e-12)
        // Worked out by hand from the joint counts: (p − c) / (1 − c).
        let chance = (73.0 * 72 + 7 * 8) / 6400
        #expect(abs((kappa(3) ?? 0) - (79.0 / 80 - chance) / (1 - chance)) < 1e-12)
        #expect(report.criteria[0].pairs.map(\.joint) == [[[396, 62], [28, 149]]])
    }

    @Test
    func `ATTR and EXP are as found: a handful of actions that both judged`() async throws {
        let report = try await report()
        #expect(report.criteria[1].agreement.itemsCompared == 12 && report.criteria[2].agreement.itemsCompared == 12)
        let columns = [1, 2].map { report.criteria[$0].pairs[0].joint.flatMap(\.self) }
        #expect(columns == [[4, 5, 1, 2], [6, 5, 0, 1]])
    }

    @Test
    func `Every place of the sheets is counted or left out`() async throws {
        let labels = try await report().labels
        #expect(
            labels.total == 2 * 80 * 8 * 3
                && labels.counted + labels.leftOut.reduce(0) { $0 + $1.count } == labels.total)
        let sheets = try JudgedSheets(paths: SharedSheets.paths).sheets
        #expect(sheets.map(\.judgements.rows.count) == [80, 80])
        #expect(sheets.map(\.judgements.sumRows) == [4, 1] && sheets.map(\.judgements.emptyRows) == [8, 0])
    }

    @Test
    func `Two people's accuracies are not told, and why`() async throws {
        for criterion in try await report().criteria {
            guard case .failure(let absence) = criterion.dawidSkene else {
                Issue.record("\(criterion.field.id) has accuracies of two people")
                continue
            }
            #expect(absence == .tooFewRaters)
        }
    }

    @Test
    func `The best prompt can't be told from the second, and the worse wording can`() async throws {
        let report = try await report()
        let ranking = try #require(report.ranking)
        #expect(ranking.criteria == [0], "the other two columns are nearly empty")
        let places = ranking.ranking.places
        #expect(places.map { ranking.variants[$0.variant] } == ["5", "7", "3", "1", "0", "4", "2", "6"])
        // The mean of both people's shares of right actions: (75 + 74) / 160 and (73 + 72) / 160.
        #expect(places[0].mean.value == 149.0 / 160 && places[2].mean.value == 145.0 / 160)
        guard case .notDistinguishable(let pair) = ranking.ranking.finding else {
            Issue.record("\(ranking.ranking.finding)")
            return
        }
        #expect(pair.isPaired && pair.pHolm > 0.5)
        #expect(Set(ranking.ranking.leaders.map { ranking.variants[$0] }) == ["1", "3", "5", "7"])
    }

    @Test
    func `Imported into a store they give the same figures, and once more nothing is added`() async throws {
        let sheets = try JudgedSheets(paths: SharedSheets.paths)
        let study = try #require(SharedSheets.study)
        try await SharedSheets.withStore { store in
            let first = try await sheets.add(to: "released", study: study, in: store, at: .now)
            #expect(first.outcome.added == sheets.labels.counted && first.outcome.known == 0)
            let before = try JudgedProject(first.project).labels
            let again = try await sheets.add(to: "released", study: study, in: store, at: .now)
            #expect(again.outcome.added == 0 && again.outcome.known == sheets.labels.counted)
            #expect(again.outcome.empty == sheets.labels.total - sheets.labels.counted)
            let labels = try JudgedProject(again.project).labels
            #expect(labels.items == before.items && labels.fields == before.fields && labels.total == before.total)
            #expect(labels.items == sheets.labels.items && labels.people.map(\.kind) == ["sheet", "sheet"])
            #expect(labels.fields == sheets.labels.fields)
        }
    }
}
