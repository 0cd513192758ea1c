import Foundation
import Measures
import Study
import TestSupport
import Testing
import Workbench

@Suite("Released predictions by the same report")
struct ReleasedPredictionSetsTests {
    @Test(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
    func `They score 0.778, 0.797, 0.823 and 0.820, and no kind of evidence is told from another`() async throws {
        let sets = try PredictionSet.released(SharedFolder.file("data/release").path)
        #expect(sets.map(\.id) == ["action", "attributions", "explanation", "both"])
        let report = try await PredictionReport(sets, plan: ResamplingPlan(replicates: 400))
        let scores = try report.subjects.map { try #require($0.stated?.figures[.f1]).value }
        for (score, published) in zip(scores, [0.778, 0.797, 0.823, 0.820]) {
            #expect(abs(score - published) < 5e-4, "\(score)")
        }
        for subject in report.subjects {
            #expect(subject.cells == 200 && subject.predicted == 200 && subject.gap == nil)
            // Always saying True scores 2/3 on half and half.
            let majority = try #require(subject.stated?.baselines.first { $0.kind == .majority })
            #expect(abs((majority.figures[.f1] ?? 0) - 2.0 / 3) < 1e-12 && subject.stated?.baseRate == 0.5)
        }
        // Rows are paired by their place: six pairs of 200 cells, each cell its own cluster.
        #expect(
            report.comparisons.count == 6 && report.comparisons.allSatisfy { $0.cells == 200 && $0.family == .evidence }
        )
        #expect(report.comparisons.allSatisfy { $0.mcNemar.clusters == 200 })
        let first = report.comparisons[0].mcNemar
        // Of clusters of one cell, the clustered test is McNemar's own: (b − c)² / (b + c).
        let (b, c) = (Double(first.firstOnly), Double(first.secondOnly))
        let plain: Double = (b - c) * (b - c) / (b + c)
        #expect(abs((first.statistic ?? 0) - plain) < 1e-9)
    }

    /// The four files have the same labels, and quote the same attributions where two quote any: their rows are of the same cells.
    @Test(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
    func `Rows of one place are of one cell, as their quotations show`() throws {
        func words(_ name: String) throws -> [Set<String>] {
            let path = SharedFolder.file(
                "data/release/outputs/evaluation/explanations/llama3_explanation_outputs_\(name).csv"
            ).path
            return try ReleasedPredictions(path: path).examples.map(\.reply).map { text in
                guard let open = text.firstIndex(of: "["), let close = text[open...].firstIndex(of: "]") else {
                    return []
                }
                return Set(text[open..<close].lowercased().split { !$0.isLetter }.map(String.init))
            }
        }
        let (one, other) = (try words("attribution"), try words("attribution_explanation"))
        func alike(_ shift: Int) -> Int {
            one.indices.count { place in
                let second = other[(place + shift) % other.count]
                let both = one[place].intersection(second).count
                return 2 * both > one[place].union(second).count
            }
        }
        #expect(alike(0) == 194 && alike(1) == 0 && alike(7) == 0)
    }

    @Test
    func `A folder without one of the files, and one that is none, are refused`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "released-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(
            throws: WorkbenchError(
                .emptyRelease(
                    path: folder.path,
                    example: "outputs/evaluation/explanations/llama3_explanation_outputs_default.csv"), .giveRelease)
        ) { try PredictionSet.released(folder.path) }
        #expect(throws: WorkbenchError(.noFolder(path: folder.path + "/x"), .giveRelease)) {
            try PredictionSet.released(folder.path + "/x")
        }
        // A file of other labels is of other rows: nothing is paired.
        let stem = folder.appending(path: "llama3_explanation_outputs_").path
        try "label,result\nTrue,Label: True\nFalse,Label: Maybe\n".write(
            toFile: stem + "default.csv", atomically: true, encoding: .utf8)
        try "label,result\nFalse,Label: True\nFalse,Label: False\n".write(
            toFile: stem + "explanation.csv", atomically: true, encoding: .utf8)
        let sets = try PredictionSet.released(folder.path)
        #expect(sets.map(\.id) == ["action", "explanation"] && sets[0].cases[1].predicted == nil)
        #expect(Set(sets[0].cases.map(\.cell)).isDisjoint(with: sets[1].cases.map(\.cell)))
    }
}
