import Respondents
import Text

/// A line of lm-evaluation-harness' `samples_*.jsonl`: the question by our id in `doc`, else by its prompt; one answer a repetition.
enum SampleLine {
    /// What a line says.
    ///
    /// - Throws: ``ExchangeError`` where it has no prompt or no answer.
    static func answers(_ line: JSONValue, _ place: String) throws -> [ReturnedAnswer] {
        let asked = try prompt(line, place)
        guard let responses = line["resps"]?.array?.first else {
            throw ExchangeError(.unreadable, "\(place), has no 'resps': log the samples with --log_samples")
        }
        let texts = responses.array?.compactMap(\.string) ?? [responses.string].compactMap(\.self)
        let doc = line["doc"]
        let key: ReturnedAnswer.Key = doc?["id"]?.string.map { .id($0) } ?? .prompt(asked.user)
        return texts.enumerated().map { number, text in
            var answer = ReturnedAnswer(place: place, key: key, outcome: .reply(RespondentReply(text: text)))
            answer.prompt = asked
            answer.protocolHash = doc?["protocol"]?.string
            answer.epoch = texts.count > 1 ? number : nil
            return answer
        }
    }

    /// `arguments.gen_args_0.arg_0`, or the first of a pair in earlier versions: the text that was sent, or its messages as JSON.
    private static func prompt(_ line: JSONValue, _ place: String) throws -> ReturnedAnswer.Prompt {
        let arguments = line["arguments"]
        let first = arguments?["gen_args_0"]?["arg_0"] ?? arguments?.array?.first?.array?.first
        guard let sent = first?.string ?? first?.array?.first?.string else {
            throw ExchangeError(
                .unreadable, "\(place), has no prompt in arguments.gen_args_0.arg_0: log the samples with --log_samples"
            )
        }
        if sent.first == "[", let messages = JSONReader.read(Array(sent.utf8), manner: .ofPrograms)?.array {
            return ReturnedAnswer.Prompt(messages: messages)
        }
        return .init(system: nil, user: sent, isEmbedded: true)
    }
}

/// Answers of such a file, of which a line may hold several.
struct SampleAnswers: AnswerSource {
    private var lines: AnswerLines
    private var waiting: [ReturnedAnswer] = []

    init(_ lines: AnswerLines) { self.lines = lines }

    mutating func next() throws -> ReturnedAnswer? {
        while waiting.isEmpty {
            guard let (line, place) = try lines.nextLine() else { return nil }
            waiting = try SampleLine.answers(line, place).reversed()
        }
        return waiting.popLast()
    }
}

extension ReturnedAnswer.Prompt {
    /// Messages with their roles; further ones than a system message and a question are joined to the question.
    init(messages: [JSONValue]) {
        let texts = messages.map { (role: $0["role"]?.string ?? "", text: Self.text(of: $0["content"])) }
        let system = texts.filter { $0.role == "system" }.map(\.text)
        let others = texts.filter { $0.role != "system" }.map(\.text)
        self.init(
            system: .some(system.isEmpty ? nil : system.joined(separator: "\n")), user: others.joined(separator: "\n"))
    }

    private static func text(of content: JSONValue?) -> String {
        content?.string ?? content?.array?.compactMap { $0["text"]?.string ?? $0.string }.joined() ?? ""
    }
}
