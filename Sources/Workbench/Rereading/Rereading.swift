package import AnswerStore
import Elicitation
import Reading
package import Study

/// Reads a run's stored replies with the current reader, and keeps what it says beside the earlier readings.
package struct Rereading {
    let study: StudyDefinition

    package init(study: StudyDefinition) { self.study = study }

    /// So many replies are in memory, and in one transaction, at a time.
    private static let batch = 500

    /// Reads every reply that an older reader read. Killed in between, it goes on where it was.
    ///
    /// - Returns: what has changed.
    package func readAgain(_ run: RunRecord, _ store: AnswerStore) throws -> ReadingChanges {
        let reader = StudyReader(study: study)
        var changes = ReadingChanges()
        var last: Int64 = 0
        while true {
            var readings: [(replyID: Int64, reading: ReadingRecord)] = []
            let start = last
            try store.forEachReply(run: run.id, raw: true, after: start, limit: Self.batch) { reply in
                last = reply.id
                guard reply.reading.readerVersion < ReplyReader.version else { return }
                let reading = reread(reply, run: run, reader)
                changes.add(reply, reading)
                readings.append((reply.id, reading))
            }
            guard last > start else { return changes }
            try store.add(readings: readings)
        }
    }

    /// What others had already read, or contradicted themselves about, has no text to read again: its reading stands.
    private func reread(_ reply: ReplyRecord, run: RunRecord, _ reader: StudyReader) -> ReadingRecord {
        guard reply.text.isEmpty, !run.knowsWording || reply.reading.state == "answered" else {
            return reading(of: reply, run: run, reader)
        }
        var reading = reply.reading
        reading.readerVersion = ReplyReader.version
        return reading
    }

    private func reading(of reply: ReplyRecord, run: RunRecord, _ reader: StudyReader) -> ReadingRecord {
        let asked = reply.question
        guard asked.kind == StudyTask.stated.rawValue else {
            return reader.acted(reply.text, actions: shownActions(asked), finishReason: reply.finishReason)
        }
        let labels = run.knowsWording ? study.labels(of: asked) : []
        return reader.stated(
            reply.text, options: labels.isEmpty ? nil : labels, isReversed: asked.startsAtDisagreement,
            finishReason: reply.finishReason)
    }

    /// The two actions in the order in which they were shown; empty where that is not known.
    private func shownActions(_ asked: QuestionRecord) -> [String] {
        let cell = Cell(
            scenario: Scenario(country: asked.item["country"] ?? "", topic: asked.item["topic"] ?? ""),
            value: asked.item["value"] ?? "")
        guard let pair = study.pair(of: cell, variant: study.generators.isEmpty ? 0 : asked.variant),
            let first = asked.first
        else { return [] }
        return first == 0 ? [pair.agree.text, pair.disagree.text] : [pair.disagree.text, pair.agree.text]
    }
}
