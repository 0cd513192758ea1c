package import AnswerStore
package import Elicitation
import Reading
package import Respondents
package import Study

/// Reads the replies to a study's questions.
package struct StudyReader: AnswerReader {
    private let reader: ReplyReader
    private let values: ValueIndex
    /// The labels of the two options of Task 2, and what they are read by.
    private let labels: (first: String, second: String)
    private let choices: ChoiceOptions
    /// What ratings are read by in each framing of Task 1, by the labels of its options as shown.
    private let scales: [[String]: RatingScale]

    /// A reader for the questions of a study.
    package init(study: StudyDefinition) {
        labels = (study.acted.options.first ?? "Option 1", study.acted.options.last ?? "Option 2")
        reader = ReplyReader(study: study)
        values = ValueIndex(study.theory)
        choices = reader.prepare(labels: labels)
        scales = Dictionary(
            study.stated.framings.flatMap { framing in
                [false, true].map { framing.shown(isReversed: $0) }.map { ($0, Self.scale($0)) }
            }, uniquingKeysWith: { first, _ in first })
    }

    private static func scale(_ labels: [String]) -> RatingScale {
        RatingScale(
            labels.enumerated().map { RatingOption(number: UInt8(clamping: $0.offset + 1), label: $0.element) })
    }

    /// What a reply to a stated question says.
    ///
    /// - Parameters:
    ///   - options: the labels of the options as shown, number 1 first; `nil` where the question is not known, which
    ///     allows the usual ones.
    ///   - isReversed: whether number 1 is the strongest disagreement. The reading counts from agreement all the same.
    ///   - finishReason: why the respondent stopped, as the store names it; "length" and "content_filter" make what
    ///     stands at the very end doubtful.
    package func stated(
        _ text: String, options: [String]?, isReversed: Bool = false, finishReason: String?
    ) -> ReadingRecord {
        if let record = told(text, finishReason) { return record }
        let scale = options.map { scales[$0] ?? Self.scale($0) } ?? RatingScale.either
        return record(
            reader.ratings(in: text.utf8, values: values, scale: scale, truncated: isCutOff(finishReason)),
            finishReason
        ) { ratings in
            ReadingContent.text(isReversed ? ratings.turned(over: options?.count ?? 0) : ratings)
        }
    }

    /// What a reply to an acted question says.
    ///
    /// - Parameters:
    ///   - options: the labels of the two options as shown; `nil` takes the study's.
    ///   - actions: the texts of the two actions as shown, where they are known.
    package func acted(
        _ text: String, options: [String]? = nil, actions: [String], finishReason: String?
    ) -> ReadingRecord {
        if let record = told(text, finishReason) { return record }
        let own = options.flatMap { $0.count == 2 ? (first: $0[0], second: $0[1]) : nil }
        let shown = actions.count == 2 ? (first: actions[0], second: actions[1]) : nil
        let offered = own.map { $0 == labels ? choices : reader.prepare(labels: $0) } ?? choices
        let reading = reader.choice(
            in: text.utf8, options: shown.map { offered.naming(actions: $0) } ?? offered,
            truncated: isCutOff(finishReason))
        return record(reading, finishReason) { "\($0)" }
    }

    /// Reads a reply to a question of ``StudyQuestions``. Of any other question the kind alone is known.
    ///
    /// Thoughts that stand in the text are put behind those that the server keeps apart. The raw response has them as they
    /// came.
    package func read(_ reply: RespondentReply, to question: AskedQuestion) -> ReadAnswer {
        let (text, reasoning) = Self.apart(reply)
        let finishReason = reply.finishReason.name
        let asked = question.request.about as? Question
        let reading =
            switch asked?.task ?? StudyTask(rawValue: question.record.kind) {
            case .acted:
                acted(text, options: asked?.options, actions: asked?.actions ?? [], finishReason: finishReason)
            case .stated, nil:
                stated(
                    text, options: asked?.options, isReversed: asked?.startsAtDisagreement ?? false,
                    finishReason: finishReason)
            }
        return ReadAnswer(text: text, reasoning: reasoning, reading: reading)
    }

    /// A reply's text without thoughts, and the thoughts, wherever they stood.
    static func apart(_ reply: RespondentReply) -> (text: String, reasoning: String?) {
        let split = SplitReply(reply.text)
        guard let thoughts = split.thoughts else { return (reply.text, reply.reasoning) }
        let all = [reply.reasoning, thoughts].compactMap(\.self).filter { !$0.isEmpty }
        return (split.answer, all.isEmpty ? reply.reasoning : all.joined(separator: "\n\n"))
    }

    /// What the provider itself says of a reply, before any reading: the model declined (what it wrote until then is no
    /// answer), a filter took the text away, or a tool was called and nothing written.
    static func told(
        _ text: String, _ ending: RespondentReply.FinishReason
    ) -> (isRefused: Bool, reason: UnreadableReason?)? {
        let isBlank = text.allSatisfy(\.isWhitespace)
        return switch ending {
        case .refusal: (true, nil)
        case .contentFilter where isBlank: (true, nil)
        case .toolCall where isBlank: (false, .toolCall)
        default: nil
        }
    }

    /// The same of a stored reply: words that an earlier version stored as they came are understood as well.
    private func told(_ text: String, _ finishReason: String?) -> ReadingRecord? {
        Self.told(text, Ending(word: finishReason ?? "")).map { told in
            record(told.isRefused ? "refused" : "unreadable", reason: told.reason)
        }
    }

    private typealias Ending = RespondentReply.FinishReason

    private func isCutOff(_ finishReason: String?) -> Bool {
        [Ending.length, .contentFilter].contains(Ending(word: finishReason ?? ""))
    }

    /// A text that a filter cut before any answer stood in it counts as declined.
    private func record<Answer>(
        _ reading: Reading<Answer>, _ finishReason: String?, _ content: (Answer) -> String
    ) -> ReadingRecord {
        switch reading {
        case .answered(let answer): record("answered", content: content(answer))
        case .refused: record("refused")
        case .unreadable where Ending(word: finishReason ?? "") == .contentFilter: record("refused")
        case .unreadable(let reason): record("unreadable", reason: reason)
        }
    }

    private func record(_ state: String, reason: UnreadableReason? = nil, content: String? = nil) -> ReadingRecord {
        ReadingRecord(
            readerVersion: ReplyReader.version, state: state, reason: reason?.rawValue, content: content)
    }
}

extension Ratings {
    /// The ratings of a scale of `count` options that was shown from disagreement, counted from agreement.
    fileprivate func turned(over count: Int) -> Ratings {
        Ratings(
            options: options.map { $0.flatMap { UInt8(exactly: count + 1 - Int($0)) } }, outOfRange: outOfRange,
            ambiguous: ambiguous, unrecognised: unrecognised)
    }
}
