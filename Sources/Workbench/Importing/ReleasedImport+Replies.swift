import AnswerStore
import Elicitation
import Foundation
import Reading
import Study

extension ReleasedImport {
    /// Task 1 replies, read by our reader.
    func replies(_ file: ReleasedRatings) -> [AnySequence<ReplyRecord>] {
        let reader = StudyReader(study: study)
        let contradicted = file.contradicted.lazy.map { reply in
            unreadable(asked(.stated, reply.scenario, value: nil, variant: reply.prompt, first: nil))
        }
        let read = file.replies.lazy.map { reply in
            ReplyRecord(
                question: asked(.stated, reply.scenario, value: nil, variant: reply.prompt, first: nil),
                text: reply.text, replied: now,
                reading: reader.stated(reply.text, options: nil, finishReason: nil))
        }
        return [AnySequence(contradicted), AnySequence(read)]
    }

    /// Task 2 choices: the file says only which action was chosen.
    func replies(_ file: ReleasedChoices) -> [AnySequence<ReplyRecord>] {
        let version = ReplyReader.version
        let choices = file.choices.lazy.map { choice in
            ReplyRecord(
                question: asked(
                    .acted, choice.cell.scenario, value: choice.cell.value, variant: choice.prompt, first: nil),
                text: "", replied: now,
                reading: ReadingRecord(readerVersion: version, state: "answered", content: choice.chosen.rawValue))
        }
        let undecided = (file.undecidable + file.unpaired + file.contradicted).lazy.map { choice in
            unreadable(
                asked(.acted, choice.cell.scenario, value: choice.cell.value, variant: choice.prompt, first: nil))
        }
        return [AnySequence(choices), AnySequence(undecided)]
    }

    /// Task 2 replies to eight prompts, read by our reader.
    func replies(_ file: ReleasedSamples) -> [AnySequence<ReplyRecord>] {
        let reader = StudyReader(study: study)
        let contradicted = file.contradicted.lazy.flatMap { cell in
            (0..<8).map { unreadable(asked(.acted, cell.scenario, value: cell.value, variant: $0, first: nil)) }
        }
        let read = file.rows.lazy.filter { !file.contradicted.contains($0.cell) }.flatMap { row in
            row.replies.enumerated().map { prompt, text in
                let shown = row.displayed(prompt: prompt)
                let first: Inclination = ReleasedSamples.showsAgreeFirst(prompt: prompt) ? .agree : .disagree
                return ReplyRecord(
                    question: asked(.acted, row.cell.scenario, value: row.cell.value, variant: prompt, first: first),
                    text: text, replied: now,
                    reading: reader.acted(text, actions: [shown.first, shown.second], finishReason: nil))
            }
        }
        return [AnySequence(contradicted), AnySequence(read)]
    }

    /// A question of which the file says different things, or nothing that decides it: no text is its reply.
    private func unreadable(_ asked: QuestionRecord) -> ReplyRecord {
        ReplyRecord(
            question: asked, text: "", replied: now,
            reading: ReadingRecord(
                readerVersion: ReplyReader.version, state: "unreadable", reason: UnreadableReason.ambiguous.rawValue))
    }

    /// The question of an imported reply. Its wording is not known, so its id says where it stood instead.
    private func asked(
        _ task: StudyTask, _ scenario: Scenario, value: String?, variant: Int, first: Inclination?
    ) -> QuestionRecord {
        Self.question(task, scenario, value: value, variant: variant, first: first)
    }

    /// The question of an imported reply, by where it stood.
    static func question(
        _ task: StudyTask, _ scenario: Scenario, value: String?, variant: Int, first: Inclination?
    ) -> QuestionRecord {
        let place = ["imported", task.rawValue, scenario.country, scenario.topic, value ?? "", "\(variant)"]
        return QuestionRecord(
            id: place.joined(separator: "/"), kind: task.rawValue,
            item: .place(country: scenario.country, topic: scenario.topic, value: value), variant: variant,
            first: first.map { Int($0.code) })
    }
}
