import AnswerStore
import Elicitation
import Study

/// Reads a run's stored replies with the current reader.
struct Rereading {
    let study: StudyDefinition

    /// The readings that say something else than the stored ones, and how many replies were looked at.
    func readings(
        of run: RunRecord, _ store: AnswerStore
    ) throws -> (count: Int, changed: [(replyID: Int64, reading: ReadingRecord)]) {
        let step = ReadingStep(study: study)
        var count = 0
        var changed: [(replyID: Int64, reading: ReadingRecord)] = []
        try store.forEachReply(run: run.id, raw: true) { reply in
            // What others had already read, or contradicted themselves about, has no text to read again.
            guard !reply.text.isEmpty || run.origin == .asked && reply.reading.state != "answered" else { return }
            count += 1
            let reading = reading(of: reply, run: run, step)
            let old = reply.reading
            guard (reading.state, reading.reason, reading.content) != (old.state, old.reason, old.content) else {
                return
            }
            changed.append((reply.id, reading))
        }
        return (count, changed)
    }

    private func reading(of reply: ReplyRecord, run: RunRecord, _ step: ReadingStep) -> ReadingRecord {
        let asked = reply.asked
        guard asked.task == StudyTask.stated.rawValue else {
            return step.acted(reply.text, actions: shownActions(asked), finishReason: reply.finishReason)
        }
        let perFraming = study.stated.orders.count * study.stated.requirements.count
        let framing = asked.variant / max(1, perFraming)
        let known = run.origin == .asked && study.stated.framings.indices.contains(framing)
        return step.stated(
            reply.text, options: known ? study.stated.framings[framing].options : nil, finishReason: reply.finishReason)
    }

    /// The two actions in the order in which they were shown; empty where that is not known.
    private func shownActions(_ asked: AskedRecord) -> [String] {
        let cell = Cell(
            scenario: Scenario(country: asked.country, topic: asked.topic), value: asked.value ?? "")
        guard let pair = study.actions[cell], let first = asked.first else { return [] }
        return first == 0 ? [pair.agree.text, pair.disagree.text] : [pair.disagree.text, pair.agree.text]
    }
}
