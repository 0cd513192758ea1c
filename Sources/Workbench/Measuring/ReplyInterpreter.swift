import AnswerStore
import Elicitation
import Measures
import Reading
import Study

/// Turns a stored reply into coded readings.
struct ReplyInterpreter {
    let study: StudyDefinition
    let scoring: Scoring

    func add(_ reply: ReplyRecord, asking: Int, to collector: inout ReadingCollector) throws {
        let asked = reply.question
        guard let task = StudyTask(rawValue: asked.kind) else { return }
        if task == .stated, scoring == .legacy { return try addLegacy(reply, asking: asking, to: &collector) }
        guard reply.reading.state == "answered", let content = reply.reading.content else {
            return collector.addUnread(task: task, isRefusal: reply.reading.state == "refused")
        }
        switch task {
        case .stated:
            guard let ratings = ReadingContent.ratings(content) else {
                return collector.addUnread(task: task, isRefusal: false)
            }
            try collector.addStated(
                country: asked.item["country"] ?? "", topic: asked.item["topic"] ?? "", asking: asking,
                options: ratings.options.map { $0.map(Int.init) })
            collector.addRatingFaults(outOfRange: ratings.outOfRange, ambiguous: ratings.ambiguous)
        case .acted:
            guard let value = asked.item["value"], let chosen = ReadingContent.choice(content, first: asked.first)
            else {
                return collector.addUnread(task: task, isRefusal: false)
            }
            try collector.addActed(
                country: asked.item["country"] ?? "", topic: asked.item["topic"] ?? "", value: value, asking: asking,
                chosen: chosen,
                disagreeFirst: asked.first.map { $0 == Int(Inclination.disagree.code) })
        }
    }

    /// What the released notebooks make of a Task 1 reply.
    private func addLegacy(_ reply: ReplyRecord, asking: Int, to collector: inout ReadingCollector) throws {
        guard let options = LegacyReader().ratings(in: reply.text, names: study.theory.values.map(\.name)) else {
            return collector.addUnread(task: .stated, isRefusal: false)
        }
        try collector.addStated(
            country: reply.question.item["country"] ?? "", topic: reply.question.item["topic"] ?? "", asking: asking,
            options: options.map(Int.init))
    }
}
