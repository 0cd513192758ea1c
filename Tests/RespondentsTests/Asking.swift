import Respondents
import TestServers
import TestSupport

/// A question whose content does not matter.
let anyQuestion = RespondentRequest(
    questionID: "q1", prompt: "Which option?", form: choice())

/// The form of one choice, with an explanation where it is wanted.
func choice(_ labels: [String] = ["Option 1", "Option 2"], explained: Bool = false) -> AnswerForm {
    AnswerForm([.init("action", .oneOf(labels))] + (explained ? [.init("explanation", .text)] : []))
}

/// The form of a rating for each name, with a reason where it is wanted.
func ratings(_ names: [String], on labels: [String], reasons: Bool = false) -> AnswerForm {
    let rating = AnswerForm.Kind.place(on: AnswerForm.Scale(labels))
    let reasoned = AnswerForm.Kind.object(AnswerForm([.init("rating", rating), .init("reason", .text)]))
    return AnswerForm(names.map { .init($0, reasons ? reasoned : rating) })
}

/// A key that no answer contains by chance.
let testKey = "sk-test-9f8e7d6c5b4a"

/// Settings for a loopback server, with a key, and with limits that a test does not wait long for.
func settings(
    _ baseURL: String, key: String? = testKey, timeout: Duration = .seconds(30), maximumBytes: Int = 16 << 20,
    temperature: Double? = 0.2, maxTokens: Int? = 4096
) throws -> OpenAICompatible.Settings {
    try OpenAICompatible.Settings(
        baseURL: BaseURL(baseURL), model: "some/model", apiKey: key.map { Secret($0) }, temperature: temperature,
        maxTokens: maxTokens, timeout: timeout, maximumResponseBytes: maximumBytes)
}

/// Asks once and shuts down.
func outcome(
    of request: RespondentRequest = anyQuestion, with settings: OpenAICompatible.Settings
) async -> Result<RespondentReply, RespondentError> {
    let respondent = OpenAICompatible(settings)
    let result: Result<RespondentReply, RespondentError>
    do throws(RespondentError) {
        result = .success(try await respondent.reply(to: request))
    } catch {
        result = .failure(error)
    }
    await respondent.shutdown()
    return result
}

/// Asks a server that always answers so.
func outcome(
    ofServer response: LoopbackServer.Response, timeout: Duration = .seconds(30), maximumBytes: Int = 16 << 20
) async throws -> (result: Result<RespondentReply, RespondentError>, baseURL: String) {
    try await LoopbackServer.run { _ in
        response
    } _: { server in
        let settings = try settings(server.baseURL, timeout: timeout, maximumBytes: maximumBytes)
        return (await outcome(with: settings), server.baseURL)
    }
}

/// The reply to a server's answer, or a failed test.
func reply(toServer response: LoopbackServer.Response) async throws -> RespondentReply {
    try await outcome(ofServer: response).result.get()
}

/// The error that a server's answer becomes, with `URL` in place of where the question went.
func failure(
    ofServer response: LoopbackServer.Response, timeout: Duration = .seconds(30), maximumBytes: Int = 16 << 20
) async throws -> RespondentError {
    let (result, baseURL) = try await outcome(ofServer: response, timeout: timeout, maximumBytes: maximumBytes)
    guard case .failure(var error) = result else { throw UnexpectedReply() }
    error.what = error.what.replacing(baseURL + "/chat/completions", with: "URL")
    return error
}

/// A server's answer was taken for a reply.
struct UnexpectedReply: Error {}

/// Waits, without a limit of its own, until `condition` holds; the test's time limit ends it.
func until(_ condition: @Sendable () -> Bool) async throws {
    while !condition() { try await Task.sleep(for: .milliseconds(5)) }
}
