import AnswerStore
import Costs
import Foundation
import Reports
import Respondents
import Simulated
import Study
import Workbench

/// A run of the pilot of which one scenario was asked, in a store of its own.
struct BrowsedRun {
    let store: AnswerStore
    let run: RunRecord
    let library: RunLibrary
    let questions: [Question]

    /// Task 1: agrees with all. Task 2: always the disagree-action.
    ///
    /// - Parameter change: what is otherwise in some replies; nil leaves one out.
    static func with(
        _ change: (Question, ReplyRecord) -> ReplyRecord? = { $1 },
        _ body: (BrowsedRun) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "browse-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try AnswerStore(path: folder.appending(path: "s.sqlite").path)
        let study = try LoadedStudy(named: "pilot")
        let name = "simulated/subject?seed=3"
        let run = try PlannedRun(
            study, selection: Selection(countries: ["Philippines"]), asking: name,
            RespondentSpecification.named(ModelName(name))
        ).begin(in: store)
        let all = Array(try study.definition.questions()).filter { $0.scenario.country == "Philippines" }
        let scenario = all.first?.scenario
        let questions = all.filter { $0.scenario == scenario && $0.replicate == 0 }
        try await ReplyJournal(store: store, run: run.id).save(questions.compactMap { change($0, reply(to: $0)) })
        let library = RunLibrary(store, prices: try PriceTable.builtIn(), plan: nil)
        try await body(BrowsedRun(store: store, run: run, library: library, questions: questions))
    }

    private static func reply(to question: Question) -> ReplyRecord {
        let record = QuestionRecord(question)
        let isStated = question.task == .stated
        let option = record.first == 1 ? "1" : "2"
        return ReplyRecord(
            question: record, text: isStated ? "{}" : #"{"action": "Option \#(option)"}"#, finishReason: "stop",
            replied: Date(timeIntervalSince1970: 1),
            reading: ReadingRecord(
                readerVersion: 1, state: "answered",
                content: isStated ? [String](repeating: "1", count: 10).joined(separator: ",") : option))
    }

    /// The list of cells at an address, once the run's figures are there and all is searched.
    func view(_ change: (inout GapsAddress) -> Void = { _ in }) async throws -> GapsView {
        var figures = try await library.figures(of: run.id)
        while !figures.isCurrent || figures.measured == nil, figures.failure == nil {
            try await Task.sleep(for: .milliseconds(5))
            figures = try await library.figures(of: run.id)
        }
        await library.browser.search.update()
        var address = GapsAddress(run: Int(run.id))
        change(&address)
        return try await library.browser.view(address, run, figures)
    }

    func values(_ change: (inout GapsAddress) -> Void) async throws -> Set<String> {
        Set(try await view(change).shown.map(\.value))
    }
}
