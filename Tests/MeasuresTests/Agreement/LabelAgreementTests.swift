import Measures
import Testing
import Text

@Suite("Agreement of annotators, against scikit-learn, statsmodels, krippendorff and irrCAC")
struct LabelAgreementTests {
    @Test
    func `Every coefficient matches, with and without missing labels`() throws {
        for sample in try StatisticsFixture().annotation {
            let table = try LabelTable(
                raters: sample.labels[0].count, categories: sample.categories, labels: sample.labels)
            let found = table.coefficients
            let expected: [(LabelCoefficient, Double?)] = [
                (.percentAgreement, sample.percent), (.cohensKappa, sample.cohen), (.fleissKappa, sample.fleiss),
                (.alphaNominal, sample.alphaNominal), (.alphaOrdinal, sample.alphaOrdinal), (.gwetsAC1, sample.ac1),
            ]
            for (coefficient, expected) in expected {
                guard let expected else { continue }
                #expect(close(found[coefficient], expected, within: 1e-9), "\(sample.name): \(coefficient)")
            }
        }
    }

    @Test
    func `Two raters by hand`() async throws {
        // 10 items: 6 both 0, 2 both 1, 2 differ (0 and 1). Percent 0.8. Margins 8/10 and 6/10 of 0:
        // chance 0.48 + 0.08 = 0.56, kappa 0.24 / 0.44. Prevalence of 0: 14/20: Fleiss chance 0.49 + 0.09 = 0.58,
        // AC1 chance 2 · 0.7 · 0.3 = 0.42.
        let labels: [[Int?]] = [[Int?]](repeating: [0, 0], count: 6) + [[1, 1], [1, 1], [0, 1], [0, 1]]
        let table = try LabelTable(raters: 2, categories: 2, labels: labels)
        let agreement = try await LabelAgreement(of: table)
        #expect(table.coefficients == agreement.coefficients.mapValues(\.value))
        #expect(close(agreement.coefficients[.percentAgreement]?.value, 0.8))
        #expect(close(agreement.coefficients[.cohensKappa]?.value, 0.24 / 0.44))
        #expect(close(agreement.coefficients[.fleissKappa]?.value, 0.22 / 0.42))
        #expect(close(agreement.coefficients[.gwetsAC1]?.value, 0.38 / 0.58))
        // Alpha: observed 4/20 off the diagonal, expected 2 · 14 · 6 / (20 · 19).
        #expect(close(agreement.coefficients[.alphaNominal]?.value, 1 - 0.2 / (168.0 / 380)))
        let interval = try #require(agreement.coefficients[.percentAgreement]?.interval)
        #expect(interval.contains(0.8) && interval.clusters == 10 && interval.clustering == nil)
    }

    @Test
    func `Where all labels are of one category kappa and alpha are undefined and AC1 is 1`() async throws {
        let table = try LabelTable(raters: 3, categories: 2, labels: [[0, 0, 0], [0, nil, 0], [nil, 0, nil]])
        let agreement = try await LabelAgreement(of: table, plan: ResamplingPlan(replicates: 100))
        #expect(agreement.coefficients[.gwetsAC1]?.value == 1)
        #expect(agreement.coefficients[.fleissKappa] == nil && agreement.coefficients[.alphaNominal] == nil)
        #expect(agreement.itemsCompared == 2 && agreement.items == 3)
        #expect(!agreement.json.text().contains("nan"))
    }

    @Test
    func `Labels that do not exist are refused`() throws {
        #expect(throws: MeasuresError.optionOutOfRange(option: 2, options: 2)) {
            try LabelTable(raters: 2, categories: 2, labels: [[0, 2]])
        }
        #expect(throws: MeasuresError.tooFewOptions(1)) { try LabelTable(raters: 2, categories: 1, labels: []) }
    }
}
