import AnswerStore
import Elicitation
import Foundation
import Measures
import Respondents
import Simulated
import Study

/// Asks one simulated respondent everything, through the store, and reads what it says.
struct SubjectAsking: Sendable {
    let study: LoadedStudy
    let part: StudyDefinition
    /// The study as it is stored, made once.
    let record: StudyRecord
    let stop: StopSwitch

    /// What the store holds of a respondent once it was asked: the same path as a model's.
    ///
    /// - Throws: `CancellationError` where the calibration shall stop.
    func readings(of model: String, selection: Selection, in store: AnswerStore) async throws -> ReadingCollector {
        let planned = try PlannedRun(
            study, selection: selection, asking: model, RespondentSpecification.named(ModelName(model)))
        let run = try planned.begin(in: store, as: record)
        _ = try await planned.ask(run, in: store, Elicitation.Options(concurrency: 64), stop: stop)
        guard !stop.isOn else { throw CancellationError() }
        return try MeasuredRun.collect(run, store, part, .strict, RunExtents(of: run, store))
    }
}

/// Where the replies of a calibration are kept: in one store for good, or in a store for each subject that lasts as long
/// as it is asked.
package struct CalibrationStores: Sendable {
    private let kept: AnswerStore?
    private let folder: URL

    /// - Parameter path: a store to keep; `nil` for none.
    package init(path: String?) throws {
        kept = try path.map { try AnswerStore(path: $0) }
        folder = FileManager.default.temporaryDirectory.appending(path: "vlens-calibrate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Lends a store.
    ///
    /// - Parameter isKept: whether what is asked belongs into the store that is kept, if one is.
    func with<Result>(isKept: Bool = true, _ body: (AnswerStore) async throws -> Result) async throws -> Result {
        if isKept, let kept { return try await body(kept) }
        let path = folder.appending(path: "\(UUID().uuidString).sqlite").path
        defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
        return try await body(try AnswerStore(path: path))
    }

    /// Removes what was not to be kept.
    package func remove() {
        try? FileManager.default.removeItem(at: folder)
    }
}
