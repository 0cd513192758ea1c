import Foundation
import Measures
import TestSupport

/// Labels of simulated raters and what another program makes of them; `Tests/Fixtures/agreement.py` writes the file.
struct AgreementFixture: Decodable {
    struct Pair: Decodable {
        var items: Int
        var percent, kappa: Double
    }

    struct Case: Decodable {
        var name: String
        var categories: Int
        /// By rater: the chance of the true label, with which the labels were made.
        var accuracies: [Double]
        var truth: [Int]
        var labels: [[Int?]]
        var prevalence: [Double]
        var confusion: [[[Double]]]
        var posterior: [[Double]]
        var specificity: [[Double]]
        var pairs: [Pair]

        func table() throws -> LabelTable {
            try LabelTable(raters: accuracies.count, categories: categories, labels: labels)
        }
    }

    var cases: [Case]

    init() throws {
        let file = SharedFolder.projectRoot.appending(path: "Tests/Fixtures/agreement.json")
        self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
    }
}
