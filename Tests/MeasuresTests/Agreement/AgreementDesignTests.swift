import Measures
import Testing

@Suite("How many people, items and labels an interval of agreement needs")
struct AgreementDesignTests {
    @Test
    func `Two raters' kappa has the large-sample variance of Bloch and Kraemer`() throws {
        for (share, kappa) in [(0.5, 0.6), (0.9, 0.4), (0.2, 0.8), (0.05, 0.9)] {
            let model = try AgreementModel(prevalence: [share, 1 - share], kappa: kappa)
            // Bloch and Kraemer 1989: (1 − κ) [(1 − κ)(1 − 2κ) + κ(2 − κ) / (2π(1 − π))].
            let expected =
                (1 - kappa)
                * ((1 - kappa) * (1 - 2 * kappa) + kappa * (2 - kappa) / (2 * share * (1 - share)))
            #expect(close(model.itemVariance(.fleissKappa, overlap: 2), expected, within: 1e-12))
        }
    }

    @Test
    func `The percent agreement of two has the variance of a share`() throws {
        let model = try AgreementModel(prevalence: [0.7, 0.2, 0.1], kappa: 0.5)
        #expect(close(model.itemVariance(.percentAgreement, overlap: 2), model.percent * (1 - model.percent)))
    }

    @Test
    func `Simulated designs have the width of the formula, and the mean of the model`() async throws {
        for coefficient in [LabelCoefficient.fleissKappa, .percentAgreement, .gwetsAC1] {
            let model = try AgreementModel(prevalence: [0.7, 0.3], kappa: 0.6, spread: 0.1)
            let question = AgreementDesign.Question(coefficient, halfWidth: 0.1, people: [6, 12], overlaps: [2, 3, 5])
            let design = try await AgreementDesign(question, model: model)
            #expect(design.rows.count == 6)
            for row in design.rows {
                guard let formula = row.formula, let simulated = row.simulated, let mean = row.mean else { continue }
                #expect(abs(simulated / formula - 1) < 0.12, "\(coefficient) \(row)")
                #expect(abs(mean - model.truth(coefficient)) < 0.02, "\(coefficient) \(row)")
                #expect(simulated <= 0.1 * 1.05)
            }
            #expect(design == (try await AgreementDesign(question, model: model)))
        }
    }

    @Test
    func `More labels of an item need fewer items, and rarer categories need more`() async throws {
        func items(_ share: Double, _ overlap: Int) async throws -> Int {
            let question = AgreementDesign.Question(.fleissKappa, halfWidth: 0.1, people: [10], overlaps: [overlap])
            let model = try AgreementModel(prevalence: [share, 1 - share], kappa: 0.6)
            return try #require(try await AgreementDesign(question, model: model).rows.first?.items)
        }
        let (two, three, five) = (try await items(0.5, 2), try await items(0.5, 3), try await items(0.5, 5))
        #expect(two > three && three > five)
        #expect(try await items(0.9, 3) > three)
    }

    @Test
    func `Where few people differ much no number of items is enough`() async throws {
        let model = try AgreementModel(prevalence: [0.5, 0.5], kappa: 0.6, spread: 0.2)
        let question = AgreementDesign.Question(.fleissKappa, halfWidth: 0.05, people: [3, 1000], overlaps: [3])
        let rows = try await AgreementDesign(question, model: model).rows
        #expect(rows[0].items == nil && rows[1].items != nil)
    }

    @Test
    func `What can't be is refused`() async throws {
        #expect(throws: MeasuresError.self) { try AgreementModel(prevalence: [0.5, 0.6], kappa: 0.5) }
        #expect(throws: MeasuresError.self) { try AgreementModel(prevalence: [0.5, 0.5], kappa: 1.5) }
        let model = try AgreementModel(prevalence: [0.5, 0.5], kappa: 0.5)
        let question = AgreementDesign.Question(.fleissKappa, halfWidth: 0, people: [3], overlaps: [2])
        await #expect(throws: MeasuresError.badPlan(what: "half-width", value: "0.0", allowed: "between 0 and 1")) {
            try await AgreementDesign(question, model: model)
        }
    }
}
