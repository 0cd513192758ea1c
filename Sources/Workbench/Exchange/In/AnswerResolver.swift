import Elicitation
import Respondents
import Study
import Text

/// Turns an answer of a file into a reply to a question that is known, as if it had been asked here, or into a failure.
struct AnswerResolver {
    /// What came of a question.
    enum Resolved {
        case reply(RespondentReply)
        case failure(code: String, message: String)
    }

    /// Several answers in one place.
    enum Trouble: Error {
        case contradicted(String, String)
        case unknownValue(String)
    }

    private let respondent: OpenAICompatible

    /// Nothing is sent; errors are about a server whose address nobody has.
    private static let address = "http://answers.invalid/v1"

    init() throws {
        // Whatever limit the request had is not known; the answer was written under it.
        respondent = OpenAICompatible(
            try ServerSettings(
                baseURL: BaseURL(Self.address), model: "answers", temperature: nil, maxTokens: nil,
                maximumConnections: 1))
    }

    /// Lets go of what the reader of answers holds.
    func shutdown() async { await respondent.shutdown() }

    /// - Throws: ``Trouble``.
    func resolve(
        _ outcome: ReturnedAnswer.Outcome, to question: Question, _ request: RespondentRequest
    ) throws(Trouble) -> Resolved {
        switch outcome {
        case .reply(let reply): return .reply(reply)
        case .failure(let code, let message): return .failure(code: code, message: Self.shown(message))
        case .words(let words): return try resolve(words, to: question)
        case .completion(let filed):
            do throws(RespondentError) {
                var reply = try respondent.reply(to: request, from: filed)
                // What was sent is not known.
                reply.rawRequest = []
                return .reply(reply)
            } catch {
                let what = error.what.replacing("\(Self.address)/chat/completions", with: "the server")
                return .failure(code: error.code.name, message: Self.shown(what))
            }
        }
    }

    private static func shown(_ message: String) -> String { KeyLike.masked(Plain.line(String(message.prefix(1000)))) }

    // MARK: - Words of people

    private func resolve(_ words: [(value: String, answer: String)], to question: Question) throws(Trouble) -> Resolved
    {
        let given = words.filter { !$0.answer.trimmedSpace.isEmpty }
        let raw = given.map { (value: $0.value, answer: $0.answer) }
        guard !given.isEmpty else { return .failure(code: "notAnswered", message: "the answer is empty") }
        guard question.task == .stated, given.contains(where: { !$0.value.isEmpty }) else {
            let answer = raw[0].answer
            if let other = raw.first(where: { $0.answer != answer }) { throw .contradicted(answer, other.answer) }
            var reply = RespondentReply(text: question.task == .acted ? Self.choice(answer, question) : answer)
            reply.rawResponse = Array(answer.utf8)
            return .reply(reply)
        }
        return .reply(try ratings(raw, question))
    }

    /// The ratings of single values as one reply, as a model gives it.
    private func ratings(_ words: [(value: String, answer: String)], _ question: Question) throws(Trouble)
        -> RespondentReply
    {
        var rated: [String: String] = [:]
        for (value, answer) in words {
            guard let name = question.values.first(where: { $0.lowercased() == value.lowercased() }) else {
                throw .unknownValue(value)
            }
            if let other = rated.updateValue(answer, forKey: name), other != answer {
                throw .contradicted(other, answer)
            }
        }
        let members = question.values.compactMap { name in
            rated[name].map { JSONValue.Member(name, Self.rating($0, question)) }
        }
        let text = String(decoding: JSONText.bytes(of: .object(members)), as: UTF8.self)
        var reply = RespondentReply(text: text)
        reply.rawResponse = JSONText.bytes(
            of: .object(question.values.compactMap { name in rated[name].map { .init(name, .string($0)) } }))
        return reply
    }

    /// The option's number as it was shown, where the answer is that or its label; the words themselves otherwise.
    private static func rating(_ answer: String, _ question: Question) -> JSONValue {
        number(answer, among: question.options).map { .integer($0) } ?? .string(answer.trimmedSpace)
    }

    /// The option's label, where the answer is its number, its label or its action; the words themselves otherwise.
    private static func choice(_ answer: String, _ question: Question) -> String {
        let place = number(answer, among: question.options) ?? number(answer, among: question.actions)
        return place.flatMap { question.options.indices.contains($0 - 1) ? question.options[$0 - 1] : nil } ?? answer
    }

    private static func number(_ answer: String, among options: [String]) -> Int? {
        let words = answer.trimmedSpace.lowercased()
        if let number = Int(words), (1...max(1, options.count)).contains(number), !options.isEmpty { return number }
        for (place, option) in options.enumerated() {
            let label = option.trimmedSpace.lowercased()
            if words == label || words == "\(place + 1) = \(label)" { return place + 1 }
        }
        return nil
    }
}
