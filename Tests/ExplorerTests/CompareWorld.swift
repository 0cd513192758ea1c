import AnswerStore
import Costs
import Elicitation
import Explorer
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Measures
import Respondents
import Simulated
import Study
import Text
import Workbench

/// A store of its own with runs of a part of the pilot, and the answers of an explorer of it.
struct CompareWorld {
    let folder: URL
    let store: AnswerStore
    let server: ExplorerServer

    /// - Parameters:
    ///   - models: simulated respondents, a run each, in their order from 1.
    ///   - selections: what each is asked; the last one for all that follow.
    init(_ models: [String], _ selections: [Selection] = [Selection(topics: ["Politics"])]) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "compare-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try AnswerStore(path: folder.appending(path: "vlens.sqlite").path)
        let study = try LoadedStudy(named: "pilot")
        for (place, model) in models.enumerated() {
            let planned = try PlannedRun(
                study, selection: selections[min(place, selections.count - 1)], asking: "simulated/\(model)",
                .named(ModelName("simulated/\(model)")))
            let run = try planned.begin(in: store)
            _ = try await planned.ask(run, in: store, Elicitation.Options(concurrency: 16), stop: StopSwitch())
        }
        let library = RunLibrary(store, prices: try PriceTable.builtIn(), plan: ResamplingPlan(replicates: 100))
        server = ExplorerServer(library, settings: ExplorerSettings(token: "t"))
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// What the explorer answers; what is still being made is waited for.
    func answer(_ address: String) async throws -> (status: Int, text: String) {
        try await server.application().test(.router) { client in
            for _ in 0..<600 {
                let response = try await client.execute(uri: address, method: .get)
                guard response.status == .accepted else {
                    return (response.status.code, String(buffer: response.body))
                }
                try await Task.sleep(for: .milliseconds(100))
            }
            return (0, "")
        }
    }

    func json(_ address: String) async throws -> JSONValue {
        let text = try await answer(address + (address.contains("?") ? "&" : "?") + "format=json").text
        return JSONReader.read(Array(text.utf8), manner: .strict) ?? .null
    }
}
