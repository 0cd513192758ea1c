import Respondents
import Text

/// A line of `vlens questions --form jsonl` to which an answer was added: `reply` or `text`, or `error`.
enum OwnLine {
    /// What a line says. One without an answer says that it is missing.
    ///
    /// - Throws: ``ExchangeError`` for a line without an id, and for an answer that is no text.
    static func answer(_ line: JSONValue, _ place: String) throws -> ReturnedAnswer {
        guard let id = line["id"]?.string else {
            throw ExchangeError(.unreadable, "\(place), has no id: keep the member 'id' of the question")
        }
        var answer = ReturnedAnswer(place: place, key: .id(id), outcome: try outcome(line, place) ?? .words([]))
        answer.protocolHash = line["protocol"]?.string
        answer.person = line["person"]?.word
        if let prompt = line["prompt"]?.string {
            answer.prompt = .init(system: .some(line["system"]?.string), user: prompt)
        }
        return answer
    }

    private static func outcome(_ line: JSONValue, _ place: String) throws -> ReturnedAnswer.Outcome? {
        if let said = line["reply"] ?? line["text"] {
            guard let text = said.string else {
                throw ExchangeError(
                    .unreadable, "\(place), has an answer that is no text: give it as a string in 'reply'")
            }
            var reply = RespondentReply(
                text: text, reasoning: line["reasoning"]?.string,
                finishReason: .init(word: line["finish_reason"]?.string ?? ""))
            reply.reportedModel = line["model"]?.string
            return .reply(reply)
        }
        return line["error"].map { BatchLine.failure($0) }
    }
}
