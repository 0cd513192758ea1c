import Measures
import TestSupport
import Testing

@Suite("True labels and raters' accuracies by the model of Dawid and Skene, against NumPy")
struct DawidSkeneTests {
    @Test
    func `Every parameter and every item's probability is that of the other program`() async throws {
        for sample in try AgreementFixture().cases {
            let found = try await sample.table().dawidSkene(plan: nil).get()
            #expect(found.isConverged && !found.isRelabelled, "\(sample.name)")
            for category in 0..<sample.categories {
                #expect(close(found.prevalence[category]?.value, sample.prevalence[category], within: 1e-7))
                for (rater, own) in found.raters.enumerated() {
                    for label in 0..<sample.categories {
                        let expected = sample.confusion[rater][category][label]
                        #expect(close(own.confusion[category][label], expected, within: 1e-7), "\(sample.name)")
                    }
                    #expect(own.sensitivity[category]?.value == own.confusion[category][category])
                    let specificity = sample.specificity[rater][category]
                    #expect(close(own.specificity[category]?.value, specificity, within: 1e-7))
                }
            }
            for (item, expected) in sample.posterior.enumerated() {
                #expect(zip(found.probabilities[item], expected).allSatisfy { close($0, $1, within: 1e-6) })
            }
        }
    }

    @Test
    func `Known accuracies lie within their intervals, and true labels are found more often than by majority`()
        async throws
    {
        var (held, intervals, byModel, byMajority) = (0, 0, 0, 0)
        for sample in try AgreementFixture().cases {
            let table = try sample.table()
            let found = try await table.dawidSkene(plan: ResamplingPlan(replicates: 400)).get()
            for (rater, accuracy) in zip(found.raters, sample.accuracies) {
                for interval in rater.sensitivity.compactMap({ $0?.interval }) {
                    intervals += 1
                    held += interval.contains(accuracy) ? 1 : 0
                }
            }
            for item in table.labels.indices {
                byModel += found.label(of: item, in: table)?.category == sample.truth[item] ? 1 : 0
                byMajority += MajorityLabel(table.labels[item]).category == sample.truth[item] ? 1 : 0
            }
        }
        #expect(intervals >= 30)
        #expect(held * 20 >= intervals * 17, "\(held) of \(intervals) intervals hold the true accuracy")
        #expect(byModel > byMajority)
    }

    @Test
    func `Where many answers fit alike it says why instead of a number`() async throws {
        func absence(_ labels: [[Int?]]) throws -> DawidSkene.Absence? {
            try LabelTable(raters: labels[0].count, categories: 2, labels: labels).dawidSkeneAbsence
        }
        #expect(try absence([[0, 1], [1, 1], [0, 0]]) == .tooFewRaters)
        #expect(try absence([[0, 1, nil], [1, 1, nil], [0, 0, nil]]) == .tooFewRaters)
        #expect(try absence([[nil, nil, nil]]) == .noLabels)
        #expect(try absence([[0, 1, nil], [nil, 1, 1], [0, nil, 0]]) == .noItemWithThree)
        #expect(try absence([[0, 0, 0], [0, 0, 0]]) == .noVariation)
        #expect(try absence([[0, 1, 0], [1, 0, 1], [0, 1, 1], [1, 0, 0]]) == .noAgreement)
        #expect(try absence([[0, 0, 0], [1, 1, 1], [0, 1, 1]]) == nil)
        let table = try LabelTable(raters: 2, categories: 2, labels: [[0, 1], [1, 1]])
        #expect(try await table.dawidSkene() == .failure(.tooFewRaters))
        #expect(DawidSkene.Absence.allCases.allSatisfy { !$0.clause.isEmpty })
    }

    @Test
    func `Raters who never differ are nearly faultless, and every label is theirs`() async throws {
        let labels: [[Int?]] = (0..<60).map { item in [Int?](repeating: item % 3 == 0 ? 1 : 0, count: 3) }
        let table = try LabelTable(raters: 3, categories: 2, labels: labels)
        let found = try await table.dawidSkene(plan: nil).get()
        // 40 and 20 items, a tenth of a label in each place: 40.1/60.2, 40.1/40.2 and 20.1/20.2.
        #expect(close(found.prevalence[0]?.value, 40.1 / 60.2, within: 1e-6))
        #expect(close(found.raters[1].sensitivity[0]?.value, 40.1 / 40.2, within: 1e-6))
        #expect(close(found.raters[2].sensitivity[1]?.value, 20.1 / 20.2, within: 1e-6))
        for (item, row) in labels.enumerated() {
            #expect(found.label(of: item, in: table)?.category == row[0])
            #expect((found.label(of: item, in: table)?.probability ?? 0) > 0.999)
        }
    }

    @Test
    func `A category that nobody used and a rater who stood alone have no figures, and the rest is as without them`()
        async throws
    {
        let sample = try AgreementFixture().cases[0]
        let alone: [Int?] = [nil, nil, nil, nil, nil, 1]
        let wider = try LabelTable(raters: 6, categories: 4, labels: sample.labels.map { $0 + [nil] } + [alone])
        let found = try await wider.dawidSkene(plan: nil).get()
        #expect(found.prevalence[2] == nil && found.prevalence[3] == nil)
        #expect(found.raters[5].labels == 1 && found.raters[5].shared == 0)
        #expect(found.raters[5].sensitivity == [nil, nil, nil, nil] && found.raters[5].confusion.isEmpty)
        let narrow = try await sample.table().dawidSkene(plan: nil).get()
        for (one, other) in zip(found.raters, narrow.raters) {
            #expect(close(one.sensitivity[0]?.value, other.sensitivity[0]?.value ?? 0, within: 0.01))
        }
    }

    @Test
    func `The order of items, raters and categories changes nothing`() async throws {
        var random = SeededRandom(seed: 5)
        for sample in try AgreementFixture().cases {
            let table = try sample.table()
            let found = try await table.dawidSkene(plan: nil).get()
            let items = table.labels.indices.shuffled(using: &random)
            let raters = (0..<table.raters).shuffled(using: &random)
            let names = (0..<table.categories).shuffled(using: &random)
            let labels = items.map { item in raters.map { table.labels[item][$0].map { names[$0] } } }
            let other = try LabelTable(raters: table.raters, categories: table.categories, labels: labels)
            let again = try await other.dawidSkene(plan: nil).get()
            for (place, rater) in raters.enumerated() {
                for category in 0..<table.categories {
                    let (one, same) = (found.raters[rater], again.raters[place])
                    #expect(
                        close(
                            same.sensitivity[names[category]]?.value, one.sensitivity[category]?.value ?? 0,
                            within: 1e-6))
                }
            }
            for (place, item) in items.enumerated() {
                for category in 0..<table.categories {
                    #expect(
                        close(
                            again.probabilities[place][names[category]], found.probabilities[item][category],
                            within: 1e-5))
                }
            }
            // Coefficients for categories without an order too.
            for (name, value) in table.coefficients where name != .alphaOrdinal {
                #expect(close(other.coefficients[name], value, within: 1e-12), "\(sample.name): \(name)")
            }
        }
    }
}
