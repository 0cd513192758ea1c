import Testing

import Measures

@Suite
struct `What figures of risks keep` {
    @Test
    func `parts sum to the whole, on every axis`() async throws {
        let report = try await RiskReport(of: RiskFixture.cells(), basis: .coder(3), plan: nil)
        for axis in RiskPlace.Axis.allCases {
            for unit in report.counts.filter({ $0.place.axis == .all }).map(\.unit) {
                let whole = try #require(report.whole(unit))
                let parts = report.counts.filter { $0.place.axis == axis && $0.unit == unit }
                #expect(parts.reduce(0) { $0 + $1.count } == whole.count)
                #expect(parts.reduce(0) { $0 + $1.coded } == whole.coded)
            }
        }
        let (any, none) = (try #require(report.whole(.any)?.share), try #require(report.whole(.none)?.share))
        #expect(abs(any.value + none.value - 1) < 1e-12)
    }

    @Test
    func `another order of coders changes nothing but the order`() async throws {
        let first = try await RiskReport(of: RiskFixture.cells(), basis: .coder(2), plan: RiskFixture.plan)
        let other = try await RiskReport(of: RiskFixture.cells([1, 0, 3, 2]), basis: .coder(3), plan: RiskFixture.plan)
        #expect(first.counts == other.counts && first.comparisons == other.comparisons)
        for code in 0..<3 {
            #expect(first.agreement[code].verdict == other.agreement[code].verdict)
            #expect(first.agreement[code].alpha?.value == other.agreement[code].alpha?.value)
            #expect(first.corrected[code].share == other.corrected[code].share)
            let one = first.agreement[code].pairs.first { $0.first == 0 && $0.second == 1 }
            let two = other.agreement[code].pairs.first { $0.first == 0 && $0.second == 1 }
            #expect(one?.kappa?.value == two?.kappa?.value && one?.firstOnly == two?.secondOnly)
        }
    }

    @Test
    func `cells that stand twice change no share`() async throws {
        var twice = RiskFixture.cells()
        twice.cells += twice.cells
        twice.labels = twice.labels.map { $0 + $0 }
        twice.reference = twice.reference.map { $0 + $0 }
        let (one, two) = (
            try await RiskReport(of: RiskFixture.cells(), basis: .reference, plan: nil),
            try await RiskReport(of: twice, basis: .reference, plan: nil)
        )
        for (single, double) in zip(one.counts, two.counts) {
            #expect(double.count == 2 * single.count && double.coded == 2 * single.coded)
            #expect(abs((double.share?.value ?? 0) - (single.share?.value ?? 0)) < 1e-12)
        }
    }

    @Test
    func `the same seed gives the same figures, whatever the number of workers`() async throws {
        let cells = RiskFixture.cells()
        let one = try await RiskReport(of: cells, basis: .coder(2), plan: RiskFixture.plan, workers: 1)
        let four = try await RiskReport(of: cells, basis: .coder(2), plan: RiskFixture.plan, workers: 4)
        #expect(one.counts == four.counts && one.agreement == four.agreement && one.corrected == four.corrected)
        #expect(one.comparisons == four.comparisons)
    }

    @Test
    func `what nobody coded is no part of a share, and cells without a label have no figure`() async throws {
        var cells = RiskFixture.cells()
        for cell in cells.cells.indices { cells.reference[0][cell] = nil }
        let report = try await RiskReport(of: cells, basis: .reference, plan: RiskFixture.plan)
        #expect(report.whole(.code(0))?.coded == 0 && report.whole(.code(0))?.share == nil)
        // A level is known where all its codes are: cells that are known by one code that applies would all be on one side.
        #expect(report.whole(.level(0))?.coded == 0 && report.whole(.level(0))?.share == nil)
        #expect(report.whole(.any)?.coded == 0 && report.whole(.none)?.coded == 0)
        #expect(report.comparisons[0].difference == nil && report.comparisons[0].pValue == nil)
    }

    @Test
    func `ties leave the share of any risk where it is, instead of pushing it up`() async throws {
        var cells = RiskFixture.cells()
        let whole = try await RiskReport(of: cells, basis: .reference, plan: nil).whole(.any)?.share?.value
        // Of every third cell a code is open, whatever the others say.
        for cell in cells.cells.indices where cell.isMultiple(of: 3) {
            cells.reference[cell % cells.codes.count][cell] = nil
        }
        let found = try #require(try await RiskReport(of: cells, basis: .reference, plan: nil).whole(.any))
        #expect(found.coded == cells.cells.indices.count { !$0.isMultiple(of: 3) })
        let left = cells.cells.indices.filter { !$0.isMultiple(of: 3) }
        let applied = left.count { cell in cells.reference.contains { $0[cell] == true } }
        #expect(found.count == applied && abs((found.share?.value ?? 0) - (whole ?? 0)) < 0.15)
    }

    @Test
    func `a sample extrapolates to the misaligned cells of its respondent, and never below what was counted`()
        async throws
    {
        let report = try await RiskReport(of: RiskFixture.cells(), basis: .reference, plan: RiskFixture.plan)
        #expect(report.isSample)
        let one = try #require(
            report.counts.first { $0.place.axis == .respondent && $0.place.name == "one" && $0.unit == .code(0) })
        #expect(one.population == 400 && one.extrapolated?.value == 32.0 / 83 * 400)
        let ends = try #require(one.extrapolated?.ends)
        #expect(ends.lowerBound >= 32 && ends.upperBound <= 32 + 317)
        #expect(ends.contains(32.0 / 83 * 400))
        var whole = RiskFixture.cells()
        whole.misaligned = ["one": 98, "two": 82]
        #expect(!(try await RiskReport(of: whole, basis: .reference, plan: nil)).isSample)
        let alone = report.counts.first { $0.place.axis == .all }
        #expect(alone?.extrapolated == nil)
    }

    @Test
    func `one value's share draws scenarios, a country's draws values`() async throws {
        let report = try await RiskReport(of: RiskFixture.cells(), basis: .coder(2), plan: RiskFixture.plan)
        func interval(_ axis: RiskPlace.Axis) -> Interval? {
            report.counts.first { $0.place.axis == axis && $0.unit == .code(0) }?.share?.interval
        }
        #expect(interval(.value)?.clustering == .scenario && interval(.country)?.clustering == .value)
        #expect(interval(.all)?.clusters == 9)
    }

    @Test
    func `counts are believed only where agreement is known to be good`() async throws {
        let report = try await RiskReport(of: RiskFixture.cells(), basis: .reference, plan: RiskFixture.plan)
        #expect(report.agreement.allSatisfy { !$0.verdict.isBelieved })
        // The list never differs from people on the second code, 50 cells with it: Wilson's lower end of 50 of 50 is 0.93.
        let list = try await RiskReport(of: RiskFixture.cells(), basis: .coder(2), plan: RiskFixture.plan)
        #expect(list.agreement.map(\.verdict) == [.unreliable, .reliable, .unreliable])
        var unchecked = RiskFixture.cells()
        unchecked.reference = unchecked.reference.map { $0.map { _ in nil } }
        let alone = try await RiskReport(of: unchecked, basis: .coder(2), plan: RiskFixture.plan)
        #expect(alone.agreement.allSatisfy { $0.verdict == .unchecked })
        #expect(alone.corrected.allSatisfy { $0.share == .failure(.noReference) })
        // Without intervals nothing is known of the lower end.
        let plain = try await RiskReport(of: RiskFixture.cells(), basis: .reference, plan: nil)
        #expect(plain.agreement.allSatisfy { $0.verdict == .noIntervals })
    }

    @Test
    func `refuse tables of another shape, a coder who is none, and draws of both kinds`() async throws {
        func error(_ cells: CodedCells, _ basis: CodedCells.Basis, _ plan: ResamplingPlan? = nil) async -> String? {
            do {
                _ = try await RiskReport(of: cells, basis: basis, plan: plan)
                return nil
            } catch { return error.description }
        }
        var short = RiskFixture.cells()
        short.labels[1].removeLast()
        #expect(await error(short, .reference) == "The number of cells with labels 179 is outside 0..<181.")
        #expect(await error(RiskFixture.cells(), .coder(4)) == "The coder 4 is outside 0..<4.")
        #expect(
            await error(RiskFixture.cells(), .reference, ResamplingPlan(clustering: .both))
                == "The kind of cluster of the resampling is both; it must be value or scenario where risks are counted."
        )
    }
}
