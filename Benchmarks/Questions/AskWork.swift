import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study

/// Asks as `vlens run` does: every reply read and committed to a store on the disk before the next question goes out.
struct AskWork {
    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    /// - Throws: `BenchmarkError` where a reply is missing, and what asking and storing throw.
    func run() async throws -> AskingFigures {
        let questions = try SyntheticQuestions(count: options.count)
        let store = try AnswerStore(path: options.store)
        let run = try store.begin(
            RunRecord(
                key: "benchmark", respondent: "benchmark/loopback", origin: .asked, settings: "{}", selections: [],
                toolVersion: "benchmark", started: Date()),
            of: StudyRecord(
                name: questions.study.name, protocolHash: questions.study.protocolHash,
                source: questions.study.source, actions: try questions.study.actionsText()))
        let respondent = OpenAICompatible(try Self.settings(port: options.port))
        let elicitation = Elicitation(
            store: store, respondent: respondent, options: Elicitation.Options(concurrency: options.concurrency))
        let start = ContinuousClock.now
        let snapshot = try await elicitation.ask(questions.plan, run: run)
        let wall = ContinuousClock.now - start
        let figures = AskingFigures(replies: snapshot.answered, wall: wall, name: "vlens")
        await respondent.shutdown()
        // Counted in the file, by a reader that knows nothing of the run.
        let stored = try AnswerStore(path: options.store, mode: .readOnly).counts(run: run.id)
        guard stored.answered == questions.plan.count else {
            throw BenchmarkError.failure("\(stored.answered) of \(questions.plan.count) replies are in the store")
        }
        return figures
    }

    static func settings(port: Int) throws -> OpenAICompatible.Settings {
        try OpenAICompatible.Settings(baseURL: BaseURL("http://127.0.0.1:\(port)/v1"), model: "loopback")
    }
}
