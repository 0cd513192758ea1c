import AnswerStore
import Foundation
import Measures
import Reports
import Study
import TestSupport
import Testing
import Workbench

/// Warnings of the released runs of two models, learned from one another.
@Suite("Warnings of stored runs")
struct RunWarningTests {
    private static let plan = ResamplingPlan(replicates: 200)

    /// A store with runs of the released files: each name, and whether its Task 2 is imported.
    private func withStore(
        _ runs: [(stem: String, hasActed: Bool)], _ body: (AnswerStore) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "warn-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try AnswerStore(path: folder.appending(path: "s.sqlite").path)
        let importer = ReleasedImport(
            study: try LoadedStudy(named: "schwartz-132"), store: store, model: nil,
            now: Date(timeIntervalSince1970: 1_764_158_400))
        for run in runs {
            for task in run.hasActed ? ["t1", "t2"] : ["t1"] {
                let name = "data/release/outputs/evaluation/\(run.stem)_\(task).csv"
                _ = try await importer.take(SharedFolder.file(name).path)
            }
        }
        try await body(store)
    }

    private static let llama = "Llama-3.3-70B-Instruct"
    private static let gemma = "gemma-2-9b-it"

    @Test(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
    func `One model's gaps warn of another's: with skill, and the other's Task 2 moves no warning`() async throws {
        try await withStore([(Self.llama, true), (Self.gemma, true)]) { store in
            let runs = try store.runs()
            for (target, other) in [(runs[0], runs[1]), (runs[1], runs[0])] {
                let input = try await RunWarning(of: target, learningFrom: [], in: store).input(plan: Self.plan)
                #expect(input.learnedFrom.map(\.respondent) == [other.respondent])
                #expect(input.found.testing == .otherValues && input.found.warnings.count > 6000)
                let outcome = try #require(input.found.outcome)
                #expect((outcome.skill?.value ?? -1) > 0, "\(target.respondent): \(outcome.skill?.value ?? .nan)")
                // Of the tenth that is least trustworthy more is broken than of all.
                let known = input.found.warnings.filter { $0.cell.isGap != nil }
                let top = known.prefix(known.count / 10)
                let share = Double(top.count { $0.cell.isGap == true }) / Double(top.count)
                #expect(share > 1.5 * outcome.baseRate, "\(share) of \(outcome.baseRate)")
            }
        }
    }

    @Test(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
    func `A run of Task 1 alone is warned of as one whose Task 2 is known`() async throws {
        var found: [[Double]] = []
        for hasActed in [true, false] {
            try await withStore([(Self.llama, true), (Self.gemma, hasActed)]) { store in
                let target = try store.runs()[1]
                let input = try await RunWarning(of: target, learningFrom: [], in: store).input(plan: Self.plan)
                #expect((input.found.outcome != nil) == hasActed)
                found.append(input.found.warnings.map(\.probability))
            }
        }
        #expect(found[0] == found[1])
    }

    @Test(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
    func `A run alone is learned from by its own scenarios, and one without Task 2 has nothing to learn from`()
        async throws
    {
        try await withStore([(Self.gemma, true)]) { store in
            let input = try await RunWarning(of: try store.runs()[0], learningFrom: [], in: store).input(
                plan: Self.plan)
            #expect(input.found.testing == .ownScenarios && input.learnedFrom.map(\.number) == [1])
            #expect((input.found.tested.skill?.value ?? 0) > 0)
        }
        try await withStore([(Self.gemma, false)]) { store in
            let run = try store.runs()[0]
            await #expect(throws: WarningError.nothingToLearnFrom(run: 1, study: "schwartz-132")) {
                try await RunWarning(of: run, learningFrom: [], in: store).input(plan: Self.plan)
            }
            #expect(throws: WarningError.targetNamed(run: 1)) {
                try RunWarning(of: run, learningFrom: [run], in: store)
            }
            #expect(
                WarningError.nothingToLearnFrom(run: 1, study: "schwartz-132").description
                    == "no run of the study 'schwartz-132' has 40 cells with a side in both tasks, run 1 included; ask both tasks of "
                    + "another respondent ('vlens run'), or import its replies ('vlens import'), and warn again")
        }
    }
}
