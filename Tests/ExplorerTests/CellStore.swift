import AnswerStore
import Costs
import Explorer
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Study
import Testing
import Workbench

/// A store with the pilot study asked of one respondent, in a folder of its own, and a server of it.
struct CellStore {
    let store: AnswerStore
    let study: StudyDefinition
    let run: RunRecord
    let server: ExplorerServer
    static let token = "0123456789abcdef0123456789abcdef"

    /// All questions about one cell.
    let cell: Cell
    let questions: [Question]

    /// - Parameters:
    ///   - actions: those of the cell, in place of the study's.
    ///   - reply: what each question of the cell gets; nil leaves it without a reply.
    static func with<T>(
        replicates: Int = 1, actions: ActionPair? = nil, settings: String? = nil,
        reply: (Question) -> ReplyRecord? = Self.plain,
        _ body: (CellStore) async throws -> T
    ) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cell-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try AnswerStore(path: folder.appending(path: "vlens.sqlite").path)
        var loaded = try LoadedStudy(named: "pilot")
        let cell = Cell(
            scenario: Scenario(country: loaded.definition.countries[0], topic: loaded.definition.topics[1]),
            value: loaded.definition.theory.values[2].name)
        if let actions {
            var pairs = loaded.definition.actions
            pairs[cell] = actions
            loaded = LoadedStudy(loaded.definition.withActions(pairs))
        }
        let study = loaded.definition
        let selection = Selection(replicates: replicates)
        let plan = try study.questions(selection)
        var record = RunRecord(
            key: "key of the run", respondent: "openai/gpt-test", origin: .asked,
            settings: settings ?? #"{"baseURL":"https://api.openai.com/v1","format":"openai-chat","model":"gpt-test"}"#,
            selections: [try RunSelection(selection, plan: plan).json], toolVersion: "0", started: now)
        record.status = .finished
        let run = try store.begin(record, of: loaded.record)
        let questions = plan.filter { $0.scenario == cell.scenario && ($0.task == .stated || $0.value == cell.value) }
        try await ReplyJournal(store: store, run: run.id).save(questions.compactMap(reply))
        let library = RunLibrary(store, prices: try PriceTable.builtIn(), plan: nil)
        let server = ExplorerServer(library, settings: ExplorerSettings(token: token))
        return try await body(
            CellStore(store: store, study: study, run: run, server: server, cell: cell, questions: questions))
    }

    static let now = Date(timeIntervalSince1970: 1_700_000_000)

    /// Task 1: option 1 of 4 for each value, in words. Task 2: the action against the value.
    static func plain(_ question: Question) -> ReplyRecord? {
        let record = QuestionRecord(question)
        let option = question.first == .disagree ? "1" : "2"
        let reading =
            question.task == .stated
            ? ReadingRecord(
                readerVersion: 4, state: "answered", content: Array(repeating: "1", count: 10).joined(separator: ","))
            : ReadingRecord(readerVersion: 4, state: "answered", content: option)
        var reply = ReplyRecord(
            question: record, text: question.task == .stated ? "all of them" : "Option \(option)", reasoning: nil,
            finishReason: "stop", model: "gpt-test-1", promptTokens: 100, completionTokens: 7, latency: 0.5,
            request: Data(#"{"prompt":"x"}"#.utf8), response: Data(#"{"choices":[]}"#.utf8), replied: now,
            reading: reading)
        reply.provider = "Provider A"
        return reply
    }

    /// The answer to an address, as its status and its body.
    func get(_ address: String) async throws -> (status: Int, body: String) {
        try await server.application().test(.router) { client in
            try await client.execute(uri: address, method: .get) { ($0.status.code, String(buffer: $0.body)) }
        }
    }

    /// Sends a form as a page of the site does, by somebody who has the token.
    func post(
        _ address: String, _ fields: String, hasToken: Bool = true
    ) async throws -> (status: Int, body: String, place: String?) {
        try await server.application().test(.router) { client in
            let cookie = try await client.execute(uri: "/?token=\(Self.token)", method: .get) {
                $0.headers[.setCookie].map { String($0.prefix { $0 != ";" }) }
            }
            var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "same-origin" }
            if hasToken { headers[.cookie] = try #require(cookie) }
            return try await client.execute(
                uri: address, method: .post, headers: headers, body: ByteBuffer(string: fields)
            ) { ($0.status.code, String(buffer: $0.body), $0.headers[.location]) }
        }
    }

    /// The cell's address.
    var address: String {
        func part(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        }
        return "/runs/\(run.id)/cell?country=\(part(cell.scenario.country))&topic=\(part(cell.scenario.topic))"
            + "&value=\(part(cell.value))"
    }

    /// The question of a task with this variant.
    func question(_ task: StudyTask, _ variant: Int) throws -> Question {
        try #require(questions.first { $0.task == task && $0.variant.index == variant && $0.replicate == 0 })
    }
}

extension String {
    /// How many elements a page begins.
    var elements: Int {
        zip(utf8, utf8.dropFirst()).count {
            $0 == UInt8(ascii: "<") && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($1)
        }
    }
}
