package import AnswerStore
package import Measures
package import Reports

/// Comparisons of a store's runs, and the questions that they answer differently, made once and kept.
package struct ComparisonLibrary: Sendable {
    /// Runs against the first of them; a ``ComparisonProblem`` where these can't be compared.
    package let comparisons: StampedShelf<Result<RunsCompared, any Error>>
    /// The questions to which the runs' replies were read differently.
    package let replies: StampedShelf<Result<DifferingQuestions, any Error>>

    /// How many of both were made.
    let made = MadeCount()

    /// So many comparisons are in memory at most, and so many lists of questions.
    package static let mostKept = 6

    /// An empty library.
    ///
    /// - Parameter plan: how intervals and tests are made; nil takes the usual one, since a comparison has no other point.
    package init(_ store: AnswerStore, plan: ResamplingPlan?) {
        let plan = plan ?? ResamplingPlan()
        comparisons = StampedShelf(store, most: Self.mostKept, made: made) { runs, store in
            await Self.making(runs) {
                let measured = try Self.measured(runs, store)
                for (run, measured) in zip(runs, measured) where measured.measures.counts.both == 0 {
                    throw ComparisonProblem.nothingMeasured(run: Int(run))
                }
                let reports = measured.map(\.measures)
                let shared = (0..<reports[0].axes.cellCount).contains { cell in
                    reports.allSatisfy { $0.gap(ofCell: cell) != nil }
                }
                guard shared else { throw ComparisonProblem.nothingShared }
                let found = try await RunComparison(of: measured, plan: plan) { _, _ in }
                return RunsCompared(
                    input: try await found.report(), map: ComparisonMap(of: reports), document: found.json)
            }
        }
        replies = StampedShelf(store, most: Self.mostKept, made: made) { runs, store in
            await Self.making(runs) {
                let measured = try Self.measured(runs, store)
                let found = try DifferingQuestions(of: runs, measured, in: store)
                guard found.shared > 0 else { throw ComparisonProblem.nothingShared }
                return found
            }
        }
    }

    /// - Throws: ``ComparisonProblem`` where the runs' cells are not the same.
    private static func measured(_ runs: [Int64], _ store: AnswerStore) throws -> [MeasuredRun] {
        let all = try store.runs()
        let measured = try runs.map { number in
            guard let run = all.first(where: { $0.id == number }) else {
                throw ComparisonProblem.unknown(runs: [Int(number)])
            }
            return try MeasuredRun(run: run, store: store, scoring: .strict)
        }
        for (number, run) in zip(runs, measured).dropFirst() where run.measures.axes != measured[0].measures.axes {
            throw ComparisonProblem.differentStudies(first: Int(runs[0]), other: Int(number))
        }
        return measured
    }

    private static func making<Value>(
        _ runs: [Int64], _ make: () async throws -> Value
    ) async -> Result<Value, any Error> {
        do {
            return .success(try await make())
        } catch {
            return .failure(error)
        }
    }
}
