import AnswerStore
import Costs
import Elicitation
import Explorer
import Foundation
import Hummingbird
import Measures
import Respondents
import Simulated
import Study
import Synchronization
import Workbench

/// A store whose runs were asked through the public path, and a server of it: three simulated runs of the pilot (1, 2 and 3), two of a
/// study of hostile texts (4 and 5).
struct BrowserWorld: Sendable {
    let folder: URL
    let store: AnswerStore
    /// `http://127.0.0.1:PORT`.
    let origin: String
    /// The numbers of the runs.
    let pilot: [Int], hostile: [Int]
    /// A question of the pilot, and one of the hostile study.
    let question: String, hostileQuestion: String
    /// A project that people judge.
    let judging: BrowserJudging
    private let serving: Task<Void, any Error>

    /// Asks all runs and starts the server on a free port.
    static func start() async throws -> BrowserWorld {
        let folder = FileManager.default.temporaryDirectory.appending(path: "vlens-site-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try AnswerStore(path: folder.appending(path: "vlens.sqlite").path)
        var pilot: [Int] = []
        let study = try LoadedStudy(named: "pilot")
        for model in ["a?gap=0.1&seed=1", "b?gap=0.4&seed=2", "c?gap=0.25&acquiescence=0.3&seed=3"] {
            let name = "simulated/\(model)"
            let planned = try PlannedRun(
                study, selection: Selection(), asking: name, .named(ModelName(name)))
            let run = try planned.begin(in: store)
            _ = try await planned.ask(run, in: store, Elicitation.Options(concurrency: 16), stop: StopSwitch())
            pilot.append(Int(run.id))
        }
        let (hostile, hostileQuestion) = try await hostileRuns(in: store)
        let judging = try await BrowserJudging.make(in: store)
        try await JudgedWorld.make(in: store)
        try await RiskWorld.make(in: store)
        let library = RunLibrary(store, prices: try PriceTable.builtIn(), plan: ResamplingPlan(replicates: 200))
        for run in try store.runs() { try await library.waitForFigures(of: run.id) }
        let (port, serving) = try await serve(library)
        return BrowserWorld(
            folder: folder, store: store, origin: "http://127.0.0.1:\(port)", pilot: pilot, hostile: hostile,
            question: try study.definition.questions(Selection()).ids.first ?? "", hostileQuestion: hostileQuestion,
            judging: judging, serving: serving)
    }

    private static func hostileRuns(in store: AnswerStore) async throws -> (runs: [Int], question: String) {
        let study = LoadedStudy(try HostileStudy.definition())
        var runs: [Int] = [], question = ""
        for seed in 1...2 {
            let name = "simulated/<b>hostile</b>-\u{202E}\(seed)?seed=\(seed)"
            let planned = try PlannedRun(
                study, selection: Selection(), asking: name, .named(ModelName("simulated/x?seed=\(seed)")))
            let run = try planned.begin(in: store)
            let elicitation = Elicitation(store: store, respondent: HostileRespondent(seed: seed))
            _ = try await elicitation.ask(planned.plan, run: run)
            runs.append(Int(run.id))
            question = planned.plan.ids.first ?? ""
        }
        return (runs, question)
    }

    private static func serve(_ library: RunLibrary) async throws -> (port: Int, Task<Void, any Error>) {
        let (ports, port) = AsyncStream<Int>.makeStream()
        let serving = Task {
            let server = ExplorerServer(library, settings: ExplorerSettings(port: 0, token: "token"))
            try await server.application { port.yield($0) }.run()
        }
        for await first in ports { return (first, serving) }
        throw CancellationError()
    }

    /// Stops the server and removes the store.
    func stop() async {
        serving.cancel()
        _ = try? await serving.value
        try? FileManager.default.removeItem(at: folder)
    }
}

extension RunLibrary {
    /// Waits until a run's figures are made.
    func waitForFigures(of run: Int64) async throws {
        while true {
            let figures = try await figures(of: run)
            if figures.isCurrent { return }
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}
