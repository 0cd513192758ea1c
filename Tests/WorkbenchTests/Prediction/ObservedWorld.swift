import AnswerStore
import Elicitation
import Foundation
import Measures
import Respondents
import Simulated
import Study
import Workbench

/// A store with a run of the pilot, asked of a simulated subject, and observers of it.
struct ObservedWorld: Sendable {
    let store: AnswerStore
    let run: RunRecord
    static let now = Date(timeIntervalSince1970: 1_700_000_000)

    /// Asks the pilot in a folder that goes away behind the body.
    static func with<T>(
        _ model: String = "simulated/a?gap=0.3&refusal=0&broken=0", _ body: (ObservedWorld) async throws -> T
    ) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "vlens-observed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try AnswerStore(path: folder.appending(path: "vlens.sqlite").path)
        let planned = try PlannedRun(
            LoadedStudy(named: "pilot"), selection: Selection(), asking: model, .named(ModelName(model)))
        let run = try planned.begin(in: store)
        _ = try await planned.ask(run, in: store, Elicitation.Options(concurrency: 16), stop: StopSwitch())
        return try await body(ObservedWorld(store: store, run: run))
    }

    func plan(_ change: (inout PredictionDesign) -> Void = { _ in }) throws -> PlannedPrediction {
        var design = PredictionDesign()
        change(&design)
        let observed = try ObservedRun(
            run, in: store, explanation: design.explanation, wantsThoughts: design.kinds.contains(.thoughts))
        return try PlannedPrediction(observed, design)
    }

    func prediction(_ plan: PlannedPrediction, by model: String = "simulated/observer") throws -> ModelPrediction {
        try ModelPrediction(plan, model: model, RespondentSpecification.named(ModelName(model)))
    }

    func ask(
        _ prediction: ModelPrediction, limit: Int? = nil
    ) async throws -> (run: RunRecord, outcome: ModelPrediction.Outcome) {
        let run = try prediction.begin(in: store, at: Self.now)
        _ = try await prediction.ask(
            run, in: store, Elicitation.Options(concurrency: 16, bounds: Bounds(limit: limit)), stop: StopSwitch())
        return (run, try await prediction.outcome(run, in: store))
    }
}
