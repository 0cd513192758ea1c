import Foundation

/// What numbered, seeded studies give, computed on every core. The order of the results is no study's.
func overStudies<Result: Sendable>(
    _ studies: Int, _ work: @escaping @Sendable (Int) async throws -> Result
) async throws -> [Result] {
    let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
    return try await withThrowingTaskGroup(of: [Result].self) { group in
        for worker in 0..<workers {
            group.addTask {
                var results: [Result] = []
                for study in stride(from: worker, to: studies, by: workers) { results.append(try await work(study)) }
                return results
            }
        }
        return try await group.reduce(into: []) { $0 += $1 }
    }
}
