import Foundation
import TestSupport
import Text

/// What other programs make of small synthetic inputs; `Tests/Fixtures/make` writes the file.
struct StatisticsFixture: Decodable {
    struct Rates: Decodable {
        var stated: [Int]
        var acted: [Int]
        var rates: [String: Double]
    }

    struct Normal: Decodable {
        var cumulative: [[Double]]
        var quantile: [[Double]]
        var student: [[Double]]
    }

    struct Bootstrap: Decodable {
        var name: String
        var estimate: Double
        var percentile: [Double]
        var bca: [Double]
        var replicates: [Double]
        var leftOut: [Double]
    }

    struct Family: Decodable {
        var p: [Double]
        var holm: [Double]
        var benjaminiHochberg: [Double]
    }

    struct Annotation: Decodable {
        var name: String
        var categories: Int
        var labels: [[Int?]]
        var percent: Double
        var ac1: Double
        var alphaNominal: Double
        var alphaOrdinal: Double
        var fleiss: Double?
        var cohen: Double?
    }

    struct Classification: Decodable {
        var name: String
        var classes: Int
        var truth: [Int]
        var predicted: [Int]
        var figures: [String: Double]
        var precision: [Double]
        var recall: [Double]
        var f1: [Double]
    }

    struct ClusteredMcNemar: Decodable {
        /// By cluster: the first run alone, the second alone, cells.
        var clusters: [[Int]]
        var statistic: Double
        var p: Double
    }

    struct Noncentral: Decodable {
        struct Power: Decodable {
            var clusters: Int
            var threshold: Double
            /// Shift, power.
            var power: [[Double]]
            /// Power, shift.
            var smallest: [[Double]]
        }

        /// Degrees of freedom, noncentrality, t, P(T ≤ t).
        var cumulative: [[Double]]
        var power: [Power]
    }

    var rates: [Rates]
    var normal: Normal
    var wilson: [[Double]]
    var bootstrap: [Bootstrap]
    var mcnemar: [ClusteredMcNemar]
    var noncentral: Noncentral
    var families: [Family]
    var annotation: [Annotation]
    var classification: [Classification]

    init() throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let file = SharedFolder.projectRoot.appending(path: "Tests/Fixtures/statistics.json")
        self = try decoder.decode(Self.self, from: Data(contentsOf: file))
    }
}
