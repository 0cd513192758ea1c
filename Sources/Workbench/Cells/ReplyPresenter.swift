import AnswerStore
import Foundation
import Reading
import Reports
import Study

/// Stored questions and replies of a run as pages show them.
struct ReplyPresenter {
    let run: RunRecord
    let study: StudyDefinition
    let store: AnswerStore
    let respondent: RespondentSummary

    init(_ run: RunRecord, _ study: StudyDefinition, in store: AnswerStore) throws {
        (self.run, self.study, self.store) = (run, study, store)
        respondent = RespondentSummary(
            name: run.respondent, isSimulated: run.respondent.hasPrefix("simulated/"),
            isImported: run.origin == .imported, distinction: try RunDistinction.of(run, in: store)?.words)
    }

    /// Whether others asked in a wording of their own, which is not known.
    private var isImported: Bool { !run.knowsWording && run.origin == .imported }

    /// - Parameter most: bytes of a prompt that are shown.
    func question(_ record: QuestionRecord, most: Int) -> ShownQuestion {
        let task = StudyTask(rawValue: record.kind)
        let variants = task.map { study.variants(of: $0) } ?? []
        let known = isImported || !variants.indices.contains(record.variant) ? nil : variants[record.variant]
        let wording = known?.words
        return ShownQuestion(
            id: record.id, task: record.kind, country: record.item["country"], topic: record.item["topic"],
            value: record.item["value"], variant: record.variant, wording: wording ?? "", replicate: record.replicate,
            first: record.first.map { $0 == Int(Inclination.agree.code) ? .agree : .disagree },
            options: isImported ? [] : study.labels(of: record),
            system: record.system.map { ShownText($0, most: most) },
            prompt: record.prompt.map { ShownText($0, most: most) }, isImported: isImported)
    }

    /// - Parameters:
    ///   - most: bytes of a text that are shown; nil shows a part.
    ///   - part: which part of the text, where `most` is nil.
    func reply(
        _ facts: ReplyFacts, _ overrules: [Overrule] = [], most: Int?, part: Int = 1
    ) throws -> ShownReply {
        let texts = try texts(of: facts, most: most, part: part)
        var reply = ShownReply(run: Int(run.id), respondent: respondent, text: texts.text)
        reply.thoughts = texts.thoughts
        (reply.finishReason, reply.model, reply.provider) = (facts.finishReason, facts.model, facts.provider)
        (reply.fingerprint, reply.omitted) = (facts.fingerprint, facts.omittedSettings)
        (reply.promptTokens, reply.completionTokens) = (facts.promptTokens, facts.completionTokens)
        (reply.reasoningTokens, reply.latency) = (facts.reasoningTokens, facts.latency)
        reply.attempts = isImported ? nil : facts.attempts
        reply.replied = isImported ? nil : facts.replied.map(Self.time)
        reply.aside = facts.aside.map { ShownReply.Aside(cause: $0.cause.rawValue, at: $0.at.map(Self.time)) }
        reply.readings = facts.readings.map { reading($0, to: facts.question) }
        reply.overrules = overrules.map { overrule in
            ShownOverrule(
                id: Int(overrule.id), by: overrule.by, at: Self.time(overrule.at), why: overrule.why,
                reading: overrule.reading.map { reading($0, to: facts.question) },
                isOfThisReply: overrule.isOf(replied: facts.replied))
        }
        return reply
    }

    /// The text without its thoughts, and these: where a text is so long that it comes in parts, it stays as it came.
    private func texts(
        of facts: ReplyFacts, most: Int?, part: Int
    ) throws -> (text: ShownText, thoughts: [ShownText]) {
        let pieces = ReplyPieces(store: store)
        let bound = most ?? ReplyPieces.stride
        var thoughts: [ShownText] = []
        if let bytes = facts.reasoningBytes, bytes > 0 {
            thoughts.append(try pieces.head(of: .reasoning, reply: facts.id, bytes: bytes, most: bound))
        }
        guard facts.textBytes > 0 else { return (ShownText("", bytes: 0), thoughts) }
        // The beginning alone may be nothing but thoughts.
        let isSplit = facts.textBytes <= (most == nil ? bound : ReplyReader.sizeLimit)
        guard isSplit else {
            let text =
                try most.map { try pieces.head(of: .text, reply: facts.id, bytes: facts.textBytes, most: $0) }
                ?? pieces.part(part, of: .text, reply: facts.id, bytes: facts.textBytes)
            return (text, thoughts)
        }
        let bytes = try store.bytes(of: .text, reply: facts.id, from: 0, count: facts.textBytes)
        let split = SplitReply(String(decoding: bytes, as: UTF8.self))
        if let own = split.thoughts { thoughts.append(ShownText(own, most: bound)) }
        return (ShownText(split.answer, most: bound), thoughts)
    }

    /// What a reading says, in the words of its question.
    func reading(_ record: ReadingRecord, to question: QuestionRecord) -> ShownReading {
        var shown = ShownReading(
            version: record.readerVersion, state: record.state, reason: record.reason, content: record.content)
        guard record.state == "answered", let content = record.content else { return shown }
        switch StudyTask(rawValue: question.kind) {
        case .acted:
            shown.side = ReadingContent.choice(content, first: question.first).map { $0 == .agree ? .agree : .disagree }
            if let number = Int(content), study.acted.options.indices.contains(number - 1) {
                shown.choice = study.acted.options[number - 1]
            }
        case .stated:
            guard let ratings = ReadingContent.ratings(content) else { break }
            let labels = isImported ? [] : OfferedAnswers(to: question, of: study).options
            shown.scale = labels.isEmpty ? study.optionCount : labels.count
            shown.ratings = zip(study.theory.values, ratings.options).map { value, option in
                let number = option.map(Int.init)
                let label = number.flatMap { labels.indices.contains($0 - 1) ? labels[$0 - 1] : nil }
                return ShownReading.Rating(value: value.name, option: number, label: label)
            }
        case nil: break
        }
        return shown
    }

    func failure(_ record: FailureRecord) -> ShownFailure {
        ShownFailure(
            code: record.code, message: record.message, failed: Self.time(record.failed), attempts: record.attempts)
    }

    /// UTC, so that a page says the same wherever it is made.
    static func time(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(dateTimeSeparator: .space)).replacing("Z", with: " UTC")
    }
}
