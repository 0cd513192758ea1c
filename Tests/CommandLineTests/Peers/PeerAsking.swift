import AnswerStore
import Foundation
import Respondents
import Study
import TestServers
import TestSupport
import Testing

/// Questions as the pilot study asks them, and the ways to put them to a server.
enum PeerAsking {
    static let values = ["Authority", "Ambitious", "Daring"]

    /// A question of Task 1: three values, four options.
    static let stated = RespondentRequest(
        questionID: "q1", prompt: "Rate \(values.joined(separator: ", ")) from 1 to 4.",
        form: AnswerForm(
            values.map {
                .init($0, .place(on: .init(["strongly agree", "agree", "disagree", "strongly disagree"])))
            }))

    /// A question of Task 2.
    static let acted = acted("I speak.")

    /// A question of Task 2 with this text in it.
    static func acted(_ text: String) -> RespondentRequest {
        RespondentRequest(
            questionID: "q2", prompt: "Option 1: \(text) Option 2: I stay silent. Which one?",
            form: AnswerForm([.init("action", .oneOf(["Option 1", "Option 2"]))]))
    }

    /// A respondent for one model of a server, lent to `body`.
    static func with<Result>(
        _ model: String, at server: PeerServer, key: String? = nil, maxTokens: Int = 16, temperature: Double = 0.2,
        request: RequestOptions = RequestOptions(), _ body: (any Respondent) async throws -> Result
    ) async throws -> Result {
        let options = ConnectionOptions(
            baseURL: server.baseURL, temperature: temperature, maxTokens: maxTokens, timeout: .seconds(60),
            maximumConnections: 8, request: request)
        let specification = try RespondentSpecification.resolve(
            ModelName(model), options: options, environment: key.map { ["VLENS_API_KEY": $0] } ?? [:])
        return try await specification.withRespondent(body)
    }

    /// One reply.
    static func reply(
        of model: String, at server: PeerServer, to question: RespondentRequest = acted, key: String? = nil,
        maxTokens: Int = 16, request: RequestOptions = RequestOptions()
    ) async throws -> RespondentReply {
        try await with(model, at: server, key: key, maxTokens: maxTokens, request: request) {
            try await $0.reply(to: question)
        }
    }

    /// The error that a question comes back with; a reply in its place fails the test.
    static func failure(
        of model: String, at server: PeerServer, to question: RespondentRequest = acted, key: String? = nil
    ) async throws -> RespondentError {
        try await #require(throws: RespondentError.self) {
            try await reply(of: model, at: server, to: question, key: key)
        }
    }
}

/// What a run left in the store.
struct StoredRun {
    let run: RunRecord
    let replies: [ReplyRecord]
    let failures: [FailureRecord]
}

extension Program {
    /// The only run in its store.
    func storedRun() throws -> StoredRun {
        let store = try AnswerStore(path: file("vlens.sqlite").path, mode: .readOnly)
        let run = try #require(try store.runs().first)
        #expect(try store.runs().count == 1)
        var replies: [ReplyRecord] = []
        try store.forEachReply(run: run.id, raw: true) { replies.append($0) }
        return StoredRun(run: run, replies: replies, failures: try store.failures(run: run.id))
    }

    /// Waits until its store holds so many replies, or the program is gone.
    func untilStored(_ count: Int, by program: RunningProgram) async throws {
        while program.isRunning, (try? replyCount()) ?? 0 < count { try await Task.sleep(for: .milliseconds(10)) }
    }
}
