import Testing

import Measures

@Suite
struct `Figures of risks` {
    /// Every number here was computed from the same formulas of labels by a Python program of its own with NumPy: counts by comprehension,
    /// coefficients from the four counts of two coders, alpha from the coincidence matrix, p from all 2^8 swaps of nine values.
    struct Golden {
        static let counts = [58, 50, 34]
        static let annBob:
            [(cells: [Int], kappa: Double, ac1: Double, alpha: Double, positive: Double, negative: Double)] = [
                (
                    [18, 3, 3, 36], 0.7802197802197802, 0.81651376146789, 0.782051282051282, 0.8571428571428571,
                    0.9230769230769231
                ),
                (
                    [19, 11, 2, 28], 0.5666666666666667, 0.5762021189894051, 0.5603864734299517, 0.7450980392156863,
                    0.8115942028985508
                ),
                (
                    [11, 5, 2, 42], 0.6827794561933532, 0.8158298618723964, 0.6843501326259946, 0.7586206896551724,
                    0.9230769230769231
                ),
            ]
        static let corrected = [0.39508041627246915, 0.3111111111111111, 0.18277692175997257]
        static let sensitivity = [0.6896551724137931, 1, 0.8823529411764706]
        static let specificity = [0.7065217391304348, 1, 0.7758620689655172]
        static let differences = [0.002517532817838508, -0.03596475454055026, -0.03200863154108974]
        static let pValues = [1, 0.546875, 0.65625]
    }

    @Test
    func `count what an independent program counts`() async throws {
        let report = try await RiskReport(of: RiskFixture.cells(), basis: .reference, plan: nil)
        for code in 0..<3 {
            let whole = try #require(report.whole(.code(code)))
            #expect(whole.count == Golden.counts[code] && whole.coded == 150)
            #expect(whole.share?.value == Double(Golden.counts[code]) / 150 && whole.share?.outcome == nil)
        }
        #expect(report.whole(.any)?.count == 106 && report.whole(.level(0))?.count == 88)
        #expect(report.whole(.level(1))?.count == 34 && report.codedCells == 150)
        func count(_ axis: RiskPlace.Axis, _ name: String, _ unit: RiskUnit) -> [Int]? {
            report.counts.first { $0.place == RiskPlace(axis: axis, name: name) && $0.unit == unit }.map {
                [$0.coded, $0.count]
            }
        }
        #expect(count(.country, "C1", .code(1)) == [30, 10])
        #expect(count(.respondent, "one", .code(0)) == [83, 32] && count(.respondent, "two", .code(0)) == [67, 26])
        #expect(count(.direction, RiskPlace.Direction.statesAgree.rawValue, .code(2)) == [90, 20])
    }

    @Test
    func `agree with an independent program on how far coders agree, with the intervals that labels have elsewhere`()
        async throws
    {
        let cells = RiskFixture.cells()
        let report = try await RiskReport(of: cells, basis: .reference, plan: RiskFixture.plan)
        for (code, golden) in Golden.annBob.enumerated() {
            let pair = try #require(report.agreement[code].pairs.first { $0.first == 0 && $0.second == 1 })
            #expect([pair.both, pair.firstOnly, pair.secondOnly, pair.neither] == golden.cells && pair.cells == 60)
            func near(_ estimate: Estimate?, _ value: Double) -> Bool { abs((estimate?.value ?? .nan) - value) < 1e-12 }
            #expect(near(pair.kappa, golden.kappa) && near(pair.ac1, golden.ac1) && near(pair.alpha, golden.alpha))
            #expect(near(pair.positive, golden.positive) && near(pair.negative, golden.negative))
            // People are these two alone: what is said over people is what is said of the pair.
            #expect(near(report.agreement[code].alpha, golden.alpha) && report.agreement[code].doublyCoded == 60)
            let table = try LabelTable(
                raters: 2, categories: 2,
                labels: cells.labels[code].filter { $0[0] != nil && $0[1] != nil }.map { row in
                    (0..<2).map { row[$0].map { $0 ? 0 : 1 } }
                })
            let found = try await LabelAgreement(of: table, plan: RiskFixture.plan)
            #expect(found.coefficients[.cohensKappa] == pair.kappa && found.coefficients[.gwetsAC1] == pair.ac1)
            #expect(pair.positive?.interval != nil && pair.percent?.interval != nil)
        }
    }

    @Test
    func `correct a coder's share by the formula of Rogan and Gladen`() async throws {
        let report = try await RiskReport(of: RiskFixture.cells(), basis: .coder(2), plan: RiskFixture.plan)
        for code in 0..<3 {
            let found = report.corrected[code]
            let share = try found.share.get()
            #expect(abs(share.value - Golden.corrected[code]) < 1e-12 && !found.isTruncated)
            #expect(abs((found.sensitivity?.value ?? 0) - Golden.sensitivity[code]) < 1e-12)
            #expect(abs((found.specificity?.value ?? 0) - Golden.specificity[code]) < 1e-12)
            #expect(found.coded == 180 && found.checked == 150 && share.interval != nil)
        }
        // 162 of the list's 180 cells: the raw share stays beside it.
        #expect(report.corrected[0].raw?.value == 0.45)
    }

    /// Rogan and Gladen's formula by hand: 30 % positive by a test of sensitivity 0.9 and specificity 0.8 are (0.3 + 0.8 − 1) / 0.7 = 1/7.
    @Test
    func `correct the worked example, say where a share was cut off, and why there is none`() async throws {
        let checked = rows(true, true, 9) + rows(true, false, 1) + rows(false, true, 2) + rows(false, false, 8)
        let example = try await correction(checked + rows(nil, true, 19) + rows(nil, false, 61))
        #expect(abs((try example.share.get().value) - 1.0 / 7) < 1e-12 && !example.isTruncated)
        #expect(example.raw?.value == 0.3)
        let cut = try await correction(checked + rows(nil, false, 100))
        #expect(cut.isTruncated && (try? cut.share.get().value) == 0)
        let most = try await correction(checked + rows(nil, true, 200))
        #expect(most.isTruncated && (try? most.share.get().value) == 1)
        #expect(try await correction(rows(nil, true, 5)).share == .failure(.noReference))
        #expect(try await correction(rows(false, true, 5) + rows(false, false, 5)).share == .failure(.oneSided))
        let blind = rows(true, true, 5) + rows(true, false, 5) + rows(false, true, 5) + rows(false, false, 5)
        #expect(try await correction(blind).share == .failure(.noYouden))
    }

    private func rows(_ reference: Bool?, _ said: Bool, _ times: Int) -> [(reference: Bool?, said: Bool)] {
        Array(repeating: (reference, said), count: times)
    }

    private func correction(_ rows: [(reference: Bool?, said: Bool)]) async throws -> RiskCorrection {
        let cells = RiskFixture.one(
            rows.enumerated().map { (cluster: $0 % 10, reference: $1.reference, said: $1.said) })
        return try await RiskReport(of: cells, basis: .coder(0), plan: nil).corrected[0]
    }

    @Test
    func `compare respondents by swapping their cells value by value`() async throws {
        let report = try await RiskReport(of: RiskFixture.cells(), basis: .reference, plan: RiskFixture.plan)
        #expect(report.comparisons.map { [$0.first, $0.second] } == Array(repeating: ["one", "two"], count: 3))
        for (code, found) in report.comparisons.enumerated() {
            #expect(abs((found.difference?.value ?? 0) - Golden.differences[code]) < 1e-12)
            #expect(abs((found.pValue ?? 0) - Golden.pValues[code]) < 1e-12)
            #expect(found.difference?.interval?.contains(Golden.differences[code]) == true)
            #expect((found.holm ?? 0) >= (found.pValue ?? 1))
        }
    }
}
