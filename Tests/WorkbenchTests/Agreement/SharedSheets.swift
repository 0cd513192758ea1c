import AnswerStore
import Foundation
import Study
import TestSupport
import Workbench

/// The released sheets of two people's judgements.
enum SharedSheets {
    static let paths = ["A", "B"].map { name in
        SharedFolder.file(
            "data/release/outputs/human_annotation/human_annotation_value_actions_gpt_4o - \(name).csv"
        ).path
    }

    /// Does something with a new store.
    static func withStore<Result>(_ body: (AnswerStore) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sheets-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(AnswerStore(path: folder.appending(path: "store.sqlite").path))
    }

    static let study = try? LoadedStudy(named: "schwartz-132").definition
}
