import Measures
import Testing

@Suite("Pairs of raters, the agreement of an item, and majorities")
struct PairsAndMajorityTests {
    @Test
    func `Every pair's percent and kappa are those of scikit-learn`() async throws {
        for sample in try AgreementFixture().cases {
            let pairs = try await sample.table().pairs(plan: ResamplingPlan(replicates: 100))
            #expect(pairs.count == sample.pairs.count)
            for (found, expected) in zip(pairs, sample.pairs) {
                #expect(found.items == expected.items)
                #expect(close(found.percent?.value, expected.percent, within: 1e-12))
                #expect(close(found.kappa?.value, expected.kappa, within: 1e-12))
                #expect(close(Double(found.alike) / Double(found.items), expected.percent, within: 1e-12))
            }
        }
    }

    @Test
    func `A pair without an item in common is not there`() async throws {
        let table = try LabelTable(raters: 3, categories: 2, labels: [[0, 0, nil], [1, 0, nil], [nil, 1, 1]])
        let pairs = try await table.pairs(plan: ResamplingPlan(replicates: 100))
        #expect(pairs.map { [$0.first, $0.second] } == [[0, 1], [1, 2]])
        #expect(pairs[0].joint == [[1, 0], [1, 0]])
    }

    @Test
    func `The majority is more than half; what is no majority is a tie`() {
        let cases: [([Int?], MajorityLabel)] = [
            ([], .none), ([nil, nil], .none), ([1, nil], .single(1)), ([0, 0], .unanimous(0)), ([0, 1], .tie([0, 1])),
            ([0, 0, 1], .majority(0)), ([0, 1, 2], .tie([0, 1, 2])), ([2, 2, 2, nil], .unanimous(2)),
            ([0, 0, 1, 1], .tie([0, 1])), ([0, 0, 1, 2], .tie([0])), ([0, 0, 1, 1, 2], .tie([0, 1])),
            ([1, 1, 1, 0, 0], .majority(1)),
        ]
        for (labels, expected) in cases {
            #expect(MajorityLabel(labels) == expected, "\(labels)")
            for shuffled in [labels.reversed(), labels.shuffled()] { #expect(MajorityLabel(shuffled) == expected) }
        }
        #expect(MajorityLabel.tie([0]).category == nil && MajorityLabel.single(1).category == 1)
    }

    @Test
    func `Two annotators who always answer the opposite agree in nothing, and every item is a tie`() throws {
        let labels: [[Int?]] = (0..<10).map { [$0 % 2, 1 - $0 % 2] }
        let table = try LabelTable(raters: 2, categories: 2, labels: labels)
        #expect(table.coefficients[.percentAgreement] == 0 && table.coefficients[.cohensKappa] == -1)
        #expect(table.itemAgreements.allSatisfy { $0.alike == 0 && $0.majority.category == nil })
    }

    @Test
    func `An item's agreement is the share of its pairs of labels that are alike`() throws {
        let table = try LabelTable(raters: 3, categories: 3, labels: [[0, 0, 1], [2, 2, 2], [nil, 1, nil]])
        let found = table.itemAgreements
        #expect(found.map(\.alike) == [1.0 / 3, 1, nil])
        #expect(found.map(\.counts) == [[2, 1, 0], [0, 0, 3], [0, 1, 0]])
    }
}
