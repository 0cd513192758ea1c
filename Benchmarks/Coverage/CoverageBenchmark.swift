import Foundation
import Measures
import TestSupport

/// How often 95 % intervals hold a known truth, in simulated studies: by what is drawn, base rate, size and figure.
struct CoverageBenchmark {
    /// What can be looked at by itself.
    enum Part: String, CaseIterable {
        case figures, ranks, leanings
    }

    private let studies: Int
    private let parts: [Part]
    private let replicates = 400

    init(_ options: Options) {
        studies = options.studies
        parts = options.part.map { [$0] } ?? Part.allCases
    }

    /// Says each row when it is there: all together take a while.
    func run() async throws {
        for part in parts {
            switch part {
            case .figures: try await figures()
            case .ranks: try await ranks()
            case .leanings: try await leanings()
            }
        }
    }

    private func figures() async throws {
        Console.output(
            "coverage of 95 % intervals: \(studies) studies a row (standard error of 0.95: "
                + "\(String(format: "%.3f", (0.95 * 0.05 / Double(studies)).squareRoot()))), \(replicates) draws\n\n"
                + Self.line(
                    "size", "alike within", "drawn", "held against", "base", "figure", "coverage", "width", "withheld"))
        for design in CoverageDesign.all {
            let tallies = try await tallies(design)
            for (figure, tally) in zip(CoveredFigure.all, tallies) {
                Console.output(
                    Self.line(
                        design.size, design.effects, design.clustering.rawValue, design.target.rawValue,
                        "\(design.world.base)", figure.name, Self.text(tally.coverage, 3),
                        Self.text(tally.meanWidth, 3),
                        Self.text(tally.shareWithheld, 2)))
            }
        }
    }

    private func tallies(_ design: CoverageDesign) async throws -> [CoverageTally] {
        let plan = ResamplingPlan(clustering: design.clustering, replicates: replicates)
        let empty = [CoverageTally](repeating: CoverageTally(), count: CoveredFigure.all.count)
        let truth = design.world.truth
        return try await overStudies(empty) { seed in
            let study = design.world.study(seed: seed)
            let found = try await MeasureIntervals(of: study.report(design.world), plan: plan, workers: 1).overall
            return CoveredFigure.all.map { figure in
                var tally = CoverageTally()
                if let interval = figure.outcome(found)?.interval {
                    tally.add(
                        low: interval.low, high: interval.high,
                        truth: figure.truth(design.target == .all ? truth : study.inTheseScenarios))
                } else {
                    tally.addWithheld()
                }
                return tally
            }
        }
    }

    /// Rank ranges, held against the values' true ranks: the range counts where it holds all places that tied values
    /// share.
    private func ranks() async throws {
        Console.output(
            "\nrank ranges\n" + Self.line("size", "alike within", "drawn", "", "base", "", "coverage", "width", ""))
        for design in CoverageDesign.all where design.target == .all && design.clustering != .scenario {
            let plan = ResamplingPlan(clustering: design.clustering, replicates: 100)
            let tallies = try await overStudies([CoverageTally()], studies: max(10, studies / 10)) { seed in
                let study = design.world.study(seed: seed)
                let ranks = try await MeasureIntervals(of: study.report(design.world), plan: plan, workers: 1).ranking
                    .ranks
                var tally = CoverageTally()
                for (value, range) in ranks.enumerated() {
                    guard let range else {
                        tally.addWithheld()
                        continue
                    }
                    let rank = 1 + study.distances.count { $0 > study.distances[value] + 1e-12 }
                    tally.add(low: Double(range.low), high: Double(range.high), truth: Double(rank))
                }
                return [tally]
            }
            Console.output(
                Self.line(
                    design.size, design.effects, design.clustering.rawValue, "", "\(design.world.base)", "rank",
                    Self.text(tallies[0].coverage, 3), Self.text(tallies[0].meanWidth.map { $0 + 1 }, 1),
                    Self.text(tallies[0].shareWithheld, 2)))
        }
    }

    /// The deconvolved gap, whose draws are fits: a tenth of the studies.
    private func leanings() async throws {
        Console.output(
            "\ndeconvolved gap\n" + Self.line("size", "world", "drawn", "", "true", "", "coverage", "width", "withheld")
        )
        let plan = ResamplingPlan(replicates: 100)
        for simulated in LeaningCoverage.all {
            let truth = simulated.world.form.gap
            let tallies = try await overStudies([CoverageTally()], studies: max(10, studies / 10)) { seed in
                var tally = CoverageTally()
                if let interval = try await simulated.interval(seed: seed, plan: plan) {
                    tally.add(low: interval.low, high: interval.high, truth: truth)
                } else {
                    tally.addWithheld()
                }
                return [tally]
            }
            Console.output(
                Self.line(
                    "\(simulated.countries) x \(simulated.topics) x \(simulated.values)", simulated.world.rawValue,
                    "value",
                    "", Self.text(truth, 3), "gap", Self.text(tallies[0].coverage, 3),
                    Self.text(tallies[0].meanWidth, 3), Self.text(tallies[0].shareWithheld, 2)))
        }
    }

    /// The tallies of numbered studies added up, on every core.
    private func overStudies(
        _ empty: [CoverageTally], studies: Int? = nil, _ work: @escaping @Sendable (Int) async throws -> [CoverageTally]
    ) async throws -> [CoverageTally] {
        let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
        let count = studies ?? self.studies
        return try await withThrowingTaskGroup(of: [CoverageTally].self) { group in
            for worker in 0..<workers {
                group.addTask {
                    var sum = empty
                    for seed in stride(from: worker, to: count, by: workers) {
                        for (place, tally) in try await work(seed).enumerated() { sum[place] += tally }
                    }
                    return sum
                }
            }
            return try await group.reduce(into: empty) { total, sum in
                for place in total.indices { total[place] += sum[place] }
            }
        }
    }

    private static func text(_ number: Double?, _ digits: Int) -> String {
        number.map { String(format: "%.\(digits)f", $0) } ?? "-"
    }

    private static func line(_ columns: String...) -> String {
        let widths = [12, 26, 9, 15, 5, 17, 9, 7, 9]
        return zip(columns, widths).enumerated().map { place, column in
            let padding = String(repeating: " ", count: max(0, column.1 - column.0.count))
            return place < 6 ? column.0 + padding : padding + column.0
        }.joined(separator: " ") + "\n"
    }
}

extension CrossedWorld.Study {
    /// The study, measured.
    func report(_ world: CrossedWorld) throws -> MeasureReport {
        func names(_ word: String, _ count: Int) -> [String] { (1...count).map { "\(word) \($0)" } }
        return try MeasureReport(
            axes: Axes(
                countries: names("Country", world.countries), topics: names("Topic", world.topics),
                values: names("Value", world.values), groups: ["All"],
                groupOfValue: [Int](repeating: 0, count: world.values)),
            stated: ScoreMatrix(stated), acted: ScoreMatrix(acted))
    }
}
