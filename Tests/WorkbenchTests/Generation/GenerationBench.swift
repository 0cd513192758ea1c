import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study
import Synchronization
import Text
import Workbench

/// A store in a folder of its own, in which actions of the pilot study are written by whoever a test says.
struct GenerationBench {
    let folder: URL
    let store: AnswerStore
    let study: LoadedStudy

    init(study: StudyDefinition? = nil) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "generation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try AnswerStore(path: folder.appending(path: "vlens.sqlite").path)
        self.study = LoadedStudy(try study ?? StudyDefinition.builtIn(named: "pilot"))
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func planned(
        _ writer: Writer,
        _ selection: GenerationSelection = GenerationSelection(
            countries: ["Philippines"], topics: ["Politics"], variants: [3])
    ) throws -> PlannedGeneration {
        try PlannedGeneration(
            study, selection, asking: "local/writer",
            .local(LocalRespondent(recordedSettings: ["name": "writer"]) { writer }))
    }

    /// Asks, and says what came of it.
    func ask(
        _ planned: PlannedGeneration, limit: Int? = nil, retriesRefusals: Bool = false
    ) async throws -> GenerationSummary {
        let run = try planned.begin(in: store)
        let options = Elicitation.Options(
            concurrency: 4, retry: RetryPolicy(transientAttempts: 1), bounds: Bounds(limit: limit))
        let ending = try await planned.ask(
            run, in: store, options, retriesRefusals: retriesRefusals, stop: StopSwitch())
        return GenerationSummary(planned, ending.rounds, run: run)
    }
}

/// A respondent that writes what a test says, and remembers what it was asked.
final class Writer: Respondent {
    typealias Answer = @Sendable (GenerationQuestion, Int) throws(RespondentError) -> String

    private let answer: Answer
    private let asked = Mutex<[RespondentRequest]>([])

    /// - Parameter answer: gets the request, and how often the same came before.
    init(_ answer: @escaping Answer) { self.answer = answer }

    /// All requests in the order in which they came.
    var requests: [RespondentRequest] { asked.withLock { $0 } }

    func reply(to request: RespondentRequest) async throws(RespondentError) -> RespondentReply {
        let before = asked.withLock { asked in
            defer { asked.append(request) }
            return asked.count { $0.questionID == request.questionID }
        }
        guard let question = request.about as? GenerationQuestion else {
            return RespondentReply(text: "?", finishReason: .stop)
        }
        return RespondentReply(text: try answer(question, before), finishReason: .stop)
    }
}

/// A sentence of its own for each cell and inclination, that names no value.
func sentence(_ question: GenerationQuestion) -> String {
    let (a, b) = question.number.quotientAndRemainder(dividingBy: 10)
    let deeds = ["mend", "paint", "carry", "count", "wash", "sort", "stack", "lift", "plant", "sweep"]
    let things = ["fences", "boats", "crates", "coins", "shirts", "letters", "bricks", "stones", "trees", "yards"]
    let when = question.inclination == .agree ? "before dawn while others sleep" : "late, grumbling about everybody"
    return
        "I \(deeds[b]) \(a + 2) \(things[(a + b) % 10]) \(question.number) \(when) near house \(question.number * 7)."
}

/// An answer in the form that is asked for.
func written(_ text: String, _ spans: [String]? = nil, because: String = "It shows.") -> String {
    let object: JSONValue = [
        "action": .string(text), "attributions": .array((spans ?? [text]).map(JSONValue.string)),
        "explanation": .string(because),
    ]
    return object.text(indented: false)
}
