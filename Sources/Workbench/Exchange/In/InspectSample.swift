import Respondents
import Study
import Text

/// One sample of an Inspect log, turned into an answer or into the reason why there is none.
struct InspectSample {
    private let sample: JSONValue
    private let attachments: JSONValue?

    init(_ sample: JSONValue) {
        self.sample = sample
        attachments = sample["attachments"]
    }

    /// What the sample says.
    ///
    /// - Parameter map: our names (`country`, …) to names of the sample's metadata, where its id is not ours.
    /// - Throws: ``ExchangeError`` where nothing says which question it is.
    func answer(log name: String, map: [String: String]) throws -> ReturnedAnswer {
        let id = sample["id"]?.word ?? ""
        let place = "'\(name)', sample '\(id.prefix(64))'"
        let prompt = prompt
        var key = ReturnedAnswer.Key.id(id)
        if QuestionKey(id: id) == nil, !map.isEmpty {
            guard let prompt else { throw ExchangeError(.unreadable, "\(place), has no input") }
            key = .prompt(prompt.user)
        }
        var answer = ReturnedAnswer(place: place, key: key, outcome: outcome)
        answer.prompt = prompt
        if let epoch = sample["epoch"] {
            guard let number = epoch.integer, (1...Selection.mostReplicates).contains(number) else {
                throw ExchangeError(
                    .unreadable, "\(place), has an epoch that is no number of 1 to \(Selection.mostReplicates)")
            }
            answer.epoch = number - 1
        }
        let metadata = sample["metadata"]
        answer.protocolHash = metadata?["protocol"]?.string
        answer.attempts = 1 + (sample["error_retries"]?.array?.count ?? 0)
        if case .prompt = key {
            for (ours, theirs) in map { answer.about[ours] = metadata?[theirs]?.word ?? "" }
        }
        return answer
    }

    private var prompt: ReturnedAnswer.Prompt? {
        switch sample["input"] {
        case .string(let text)?: .init(system: .some(nil), user: attached(text))
        case .array(let messages)?: ReturnedAnswer.Prompt(messages: messages).attached(attached)
        default: nil
        }
    }

    /// A long text stands apart, under a mark.
    private func attached(_ text: String) -> String {
        guard text.hasPrefix("attachment://") else { return text }
        return attachments?[String(text.dropFirst("attachment://".count))]?.string ?? text
    }

    // MARK: - What came back

    private var outcome: ReturnedAnswer.Outcome {
        if let invalidation = sample["invalidation"] {
            return .failure(
                code: "invalidated",
                message:
                    "the sample was invalidated in the log: \(invalidation["reason"]?.string ?? "no reason is given")")
        }
        if let message = sample["error"]?["message"]?.string {
            return .failure(code: "sampleError", message: "Inspect says: \(message)")
        }
        let output = sample["output"]
        if let fallback = output?["fallback"]?["fallback_model"]?.string {
            return .failure(code: "otherModel", message: "another model answered in its place: \(fallback)")
        }
        guard let choice = output?["choices"]?.array?.first, let message = choice["message"] else {
            return nothing(output)
        }
        return .reply(reply(output ?? .null, choice, message))
    }

    private func nothing(_ output: JSONValue?) -> ReturnedAnswer.Outcome {
        if let kind = sample["limit"]?["type"]?.string {
            return .failure(
                code: "limit-\(BatchLine.code(kind) ?? "other")", message: "a limit of the sample was reached: \(kind)")
        }
        let why = output?["error"]?.string.map { ": \($0)" } ?? ""
        return .failure(code: "noAnswer", message: "the log has no answer to it\(why)")
    }

    private func reply(_ output: JSONValue, _ choice: JSONValue, _ message: JSONValue) -> RespondentReply {
        var (text, thoughts) = ("", [String]())
        switch message["content"] {
        case .string(let content)?: text = attached(content)
        case .array(let parts)?:
            for part in parts {
                switch part["type"]?.string {
                case "reasoning": thoughts.append(attached(part["reasoning"]?.string ?? part["summary"]?.string ?? ""))
                default: text += attached(part["text"]?.string ?? "")
                }
            }
        default: text = attached(output["completion"]?.string ?? "")
        }
        if let own = message["reasoning"]?.string { thoughts.append(attached(own)) }
        let usage = output["usage"]
        func count(_ name: String) -> Int? {
            usage?[name]?.integer.flatMap { (0...100_000_000).contains($0) ? $0 : nil }
        }
        let seconds = output["time"]?.double.flatMap { $0.isFinite && (0...1e6).contains($0) ? $0 : nil }
        var reply = RespondentReply(
            text: text, reasoning: thoughts.isEmpty ? nil : thoughts.joined(separator: "\n\n"),
            finishReason: .init(word: choice["stop_reason"]?.string ?? ""),
            choiceCount: output["choices"]?.array?.count ?? 1,
            usage: .init(
                promptTokens: count("input_tokens"), completionTokens: count("output_tokens"),
                reasoningTokens: count("reasoning_tokens")),
            reportedModel: output["model"]?.string, rawResponse: JSONText.bytes(of: output))
        reply.latency = .seconds(seconds ?? 0)
        return reply
    }
}

extension ReturnedAnswer.Prompt {
    /// The same with marks of texts that stand apart resolved.
    fileprivate func attached(_ text: (String) -> String) -> Self {
        .init(system: system.map { $0.map(text) }, user: text(user), isEmbedded: isEmbedded)
    }
}

/// The samples of a log, and then those that it planned and lacks.
struct InspectAnswers: AnswerSource {
    private let log: InspectLog
    private let map: [String: String]
    private var items: JSONMembers.Items
    private var seen: Set<Seen> = []
    private var missing: [Seen]?

    private struct Seen: Hashable {
        var id: String
        var epoch: Int
    }

    init(_ log: InspectLog, map: [String: String]) {
        (self.log, self.map) = (log, map)
        items = log.members.items(of: "samples")
    }

    mutating func next() throws -> ReturnedAnswer? {
        if let sample = items.next() {
            let answer = try InspectSample(sample).answer(log: log.name, map: map)
            seen.insert(Seen(id: sample["id"]?.word ?? "", epoch: answer.epoch ?? 0))
            return answer
        }
        guard items.isWhole else {
            throw ExchangeError(
                .unreadable, "'\(log.name)': a sample can't be read behind \(seen.count) others; is the file complete?")
        }
        if missing == nil { missing = Self.missing(log, seen) }
        guard let left = missing?.popLast() else { return nil }
        let why = "the log holds no sample of it; its status is \(log.status)"
        var answer = ReturnedAnswer(
            place: "'\(log.name)', sample '\(left.id)'", key: .id(left.id),
            outcome: .failure(code: "notRun", message: why))
        answer.epoch = left.epoch
        return answer
    }

    /// Only where ids are ours: of others nothing says what they would have been about.
    private static func missing(_ log: InspectLog, _ seen: Set<Seen>) -> [Seen] {
        let (ids, epochs) = log.planned
        // More than these is no log's plan.
        guard ids.count <= 20_000_000 / epochs else { return [] }
        return ids.filter { QuestionKey(id: $0) != nil }.flatMap { id in
            (0..<epochs).map { Seen(id: id, epoch: $0) }.filter { !seen.contains($0) }
        }.reversed()
    }
}
