import Respondents
import Text

/// A line of a batch's output or error file, in OpenAI's form and those that follow it: `{custom_id, response: {status_code, body},
/// error}`, `{custom_id, response: COMPLETION}`, `{custom_id, body: COMPLETION}`, `{custom_id, error}`.
enum BatchLine {
    /// What a line says.
    ///
    /// - Throws: ``ExchangeError`` for a line of questions, and for one that holds nothing of this.
    static func answer(_ line: JSONValue, _ place: String) throws -> ReturnedAnswer {
        guard let id = line["custom_id"]?.word else {
            throw ExchangeError(
                .unreadable, "\(place), has no custom_id as the first line has: give the file as the provider wrote it")
        }
        let body = line["response"]?["body"] ?? line["body"]
        guard line["response"] != nil || line["error"] != nil || body?["choices"] != nil || body?["error"] != nil else {
            if line["method"] != nil || body?["messages"] != nil {
                throw ExchangeError(
                    .questionsNotAnswers,
                    "\(place), is a question: the file was written to be sent; give the one that came back")
            }
            throw ExchangeError(.unreadable, "\(place), has neither a response nor an error")
        }
        return ReturnedAnswer(place: place, key: .id(id), outcome: outcome(line, body))
    }

    private static func outcome(_ line: JSONValue, _ body: JSONValue?) -> ReturnedAnswer.Outcome {
        let response = line["response"]
        let status = response?["status_code"]?.integer ?? response?["status"]?.integer
        // Some give the completion itself in place of what holds it.
        let document = body ?? (response?["choices"] == nil ? nil : response)
        if let document, document["choices"] != nil || document["error"] != nil || status ?? 200 >= 300 {
            let filed = FiledAnswer(
                status: status ?? (document["error"] == nil ? 200 : 400), body: JSONText.bytes(of: document))
            return .completion(filed)
        }
        if let error = line["error"] { return failure(error, status: status) }
        if let document { return .completion(FiledAnswer(status: status ?? 200, body: JSONText.bytes(of: document))) }
        return .failure(
            code: status.map { "http-\($0)" } ?? "malformed", message: "the batch has no answer to it, and no error")
    }

    /// An error of the batch itself: `{code, message}`, `{error: {…}}` or a text.
    static func failure(_ error: JSONValue, status: Int? = nil) -> ReturnedAnswer.Outcome {
        let inner = error["error"] ?? error
        let word = (inner["code"]?.word ?? inner["type"]?.word ?? inner["status"]?.word).flatMap(code)
        let message = inner["message"]?.string ?? inner["detail"]?.string ?? inner.string
        let said = message ?? String(decoding: JSONText.bytes(of: inner).prefix(500), as: UTF8.self)
        return .failure(code: word ?? status.map { "http-\($0)" } ?? "batchError", message: "the batch says: \(said)")
    }

    /// A word that may stand for a failure: short, of letters, digits, `-` and `_`; a status of digits is "http-400".
    static func code(_ word: String) -> String? {
        guard (1...64).contains(word.utf8.count),
            word.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
        else { return nil }
        return word.utf8.allSatisfy(\.isDigit) ? "http-\(word)" : word
    }
}
