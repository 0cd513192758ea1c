import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study
import Synchronization
import Workbench

/// A respondent that does what a test says, and remembers what it was asked.
final class Scripted: Respondent {
    typealias Answer = @Sendable (RespondentRequest, Int) async throws(RespondentError) -> String

    private let answer: Answer
    private let usage: RespondentReply.Usage
    private let asked = Mutex<[String: Int]>([:])

    /// - Parameter answer: gets the request and how often it came before.
    init(usage: RespondentReply.Usage = RespondentReply.Usage(), _ answer: @escaping Answer) {
        self.usage = usage
        self.answer = answer
    }

    /// How often each question id was asked.
    var counts: [String: Int] { asked.withLock { $0 } }

    func reply(to request: RespondentRequest) async throws(RespondentError) -> RespondentReply {
        let before = asked.withLock { asked in
            defer { asked[request.questionID, default: 0] += 1 }
            return asked[request.questionID, default: 0]
        }
        return RespondentReply(text: try await answer(request, before), finishReason: .stop, usage: usage)
    }
}

/// An answer that can be read, of either task.
func readable(_ request: RespondentRequest) -> String {
    guard let question = request.about as? Question, question.task == .stated else {
        return "{\"action\": \"Option 1\"}"
    }
    return "{" + question.values.map { "\"\($0)\": 2" }.joined(separator: ", ") + "}"
}

extension RespondentRequest {
    /// Whether it is one of Task 1.
    var isStated: Bool { (about as? Question)?.task == .stated }
}

/// A store in a folder of its own, and a run of the pilot study in it.
struct Bench {
    let folder: URL
    let store: AnswerStore
    let plan: QuestionPlan
    let run: RunRecord

    var path: String { folder.appending(path: "vlens.sqlite").path }

    init(_ selection: Selection = Selection(countries: ["Philippines"], topics: ["Politics"])) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "elicit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try AnswerStore(path: folder.appending(path: "vlens.sqlite").path)
        let study = try StudyDefinition.builtIn(named: "pilot")
        plan = try study.questions(selection)
        run = try store.begin(
            RunRecord(
                key: "k", respondent: "scripted", origin: .asked, settings: "{}", selections: ["{}"],
                toolVersion: "test", started: Date()),
            of: StudyRecord(name: study.name, protocolHash: study.protocolHash, source: study.source, actions: nil))
    }

    func ask(
        _ respondent: any Respondent, retry: RetryPolicy = quick, concurrency: Int = 8,
        pacing: Pacing = Pacing(patience: .zero), stop: StopSwitch = StopSwitch()
    ) async throws(ElicitationError) -> RunSnapshot {
        let options = Elicitation.Options(
            concurrency: concurrency, retry: retry, grace: .milliseconds(200), pacing: pacing)
        return try await Elicitation(store: store, respondent: respondent, options: options)
            .ask(plan, run: run, stop: stop)
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }
}

/// The default policy with waits of a millisecond.
let quick = RetryPolicy(base: .milliseconds(1), cap: .milliseconds(2))
