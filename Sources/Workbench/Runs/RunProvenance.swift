import AnswerStore
import Foundation
package import Reports

/// Where a run's replies and actions come from, and when its replies came.
struct RunProvenance: Sendable {
    /// When the first and the last reply came; nil for replies of others, and where there is none.
    let replied: ClosedRange<Date>?
    /// The files that the replies were imported from, as far as that was kept.
    let files: [ImportedFile]
    /// The file that the actions were imported from; nil where they are the study's own, or unknown.
    let actions: ImportedFile?

    /// - Parameter hasJoinedActions: whether the run's study has none of its own, so that it takes an imported dataset's.
    init(of run: RunRecord, hasJoinedActions: Bool, in store: AnswerStore) throws {
        replied = run.origin == .asked ? try store.replied(run: run.id) : nil
        // Runs are listed though what was selected can't be read.
        files = (try? RunSelection.files(of: run)) ?? []
        let dataset = hasJoinedActions ? try store.dataset(named: Dataset.via) : nil
        actions = try dataset.flatMap { try Self.file(of: $0) }
    }

    /// Datasets of earlier versions have another summary, which names no file.
    private static func file(of dataset: DatasetRecord) throws -> ImportedFile? {
        try? JSONDecoder().decode(DatasetSummary.self, from: Data(dataset.summary.utf8)).file
    }
}

extension ImportedFile {
    /// As a report shows it: `2026-03-02 09:14:07 UTC`.
    var source: SourceFile {
        SourceFile(
            name: name, sha256: sha256,
            imported: imported.replacing("T", with: " ").replacing("Z", with: " UTC"))
    }
}
