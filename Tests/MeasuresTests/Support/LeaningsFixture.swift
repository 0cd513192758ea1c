import Foundation
import Measures
import TestSupport

/// Small synthetic runs and what another program makes of them; `Tests/Fixtures/leanings.py` writes the file.
struct LeaningsFixture: Decodable {
    struct Case: Decodable {
        /// Twice the stated readings that disagree, all of them; the choices of the disagree-action and all of them, with
        /// the agree-action first, and with the disagree-action first.
        var cells: [[Int]]
        var deconvolved: Deconvolved
        var slipCorrected: SlipCorrected
        var changes: Changes

        var counts: LeaningCounts {
            LeaningCounts(
                cells.map {
                    LeaningCounts.Cell(
                        statedHalves: $0[0], stated: $0[1], agreeFirst: .init($0[2], of: $0[3]),
                        disagreeFirst: .init($0[4], of: $0[5]))
                })
        }
    }

    struct Deconvolved: Decodable {
        var gap, contradiction, ambivalent, place: Double
        var statedWeights: [Double]
    }

    struct SlipCorrected: Decodable {
        var gap, stated, acted, product: Double
    }

    struct Changes: Decodable {
        var stated, acted: Double
    }

    var cases: [Case]

    init() throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let file = SharedFolder.projectRoot.appending(path: "Tests/Fixtures/leanings.json")
        self = try decoder.decode(Self.self, from: Data(contentsOf: file))
    }
}
