import Foundation
import TestSupport
import Testing

/// Stores that several tests start from. Each is made once a process, kept in memory, and written into the folder of
/// every test that wants it: to ask the questions anew would be the longest part of most of those tests.
enum StoredRuns {
    typealias Files = [(name: String, bytes: Data)]

    /// The pilot study, asked of the default respondent.
    static let pilot = Task { try await files(after: [[]]) }

    /// Two simulated respondents: run 1 acts as it speaks, run 2 often does not.
    static let pair = Task {
        try await files(after: ["0.01", "0.5"].map { ["--model", "simulated/a?gap=\($0)&refusal=0&broken=0"] })
    }

    private static func files(after runs: [[String]]) async throws -> Files {
        let vlens = try Program()
        defer { vlens.remove() }
        for options in runs {
            let result = try await vlens.run(["run", "--no-report", "--quiet"] + options)
            try #require(result.status == 0, "\(result.error)")
        }
        return try vlens.allBytes()
    }
}

extension Program {
    /// Puts a copy of stored runs into its folder.
    ///
    /// - Throws: what making them or writing the copy throws.
    func store(_ runs: Task<StoredRuns.Files, any Error>) async throws {
        for stored in try await runs.value { try stored.bytes.write(to: file(stored.name)) }
    }
}
